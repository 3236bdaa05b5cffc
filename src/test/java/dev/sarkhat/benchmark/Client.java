package dev.sarkhat.benchmark;

import org.jspecify.annotations.Nullable;

/**
 * What one connection of the {@link LoadGenerator} says and hears: one request at a time, the next
 * one as soon as the last one is answered. It is called by the generator's thread only.
 */
@FunctionalInterface
interface Client {

  /** The next request as it goes over the wire, or null when there is nothing more to ask. */
  byte @Nullable [] next();

  /**
   * The answer to the last request.
   *
   * @param response valid during the call only
   */
  default void answered(Response response) {}

  /** A client that asks the same over and over. */
  static Client repeating(Request request) {
    byte[] encoded = request.encoded();
    return () -> encoded;
  }
}
