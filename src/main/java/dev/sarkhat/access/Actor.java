package dev.sarkhat.access;

import dev.sarkhat.http.TraceId;
import org.jspecify.annotations.Nullable;

/**
 * Who does something, as the audit log keeps it.
 *
 * @param principalId their number, or null for the application itself
 * @param name what they are called
 * @param keyId the key they use, or null
 * @param address where they send from, or null
 * @param traceId the request's trace (W3C Trace Context), or null
 */
public record Actor(
    @Nullable Long principalId,
    String name,
    @Nullable String keyId,
    @Nullable String address,
    @Nullable String traceId) {

  /** Whoever sends the present request. */
  public static Actor of(Caller caller) {
    Principal principal = caller.principal();
    return new Actor(
        principal.id(),
        principal.name(),
        principal.keyId(),
        caller.address(),
        TraceId.of(caller.traceparent()));
  }

  /** The application itself. */
  public static Actor application() {
    return new Actor(null, "sarkhat", null, null, null);
  }
}
