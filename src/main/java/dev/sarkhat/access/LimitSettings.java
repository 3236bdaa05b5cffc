package dev.sarkhat.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Optional;

/**
 * How many requests are taken from one caller. Each limit is a bucket that holds a minute's worth
 * and fills evenly, so a caller may use it at once or in a steady stream.
 *
 * <p>Answers from the cache cost nothing and are not counted. Each process counts for itself.
 * Behind a proxy, the address of the caller is known only if {@code quarkus.http.proxy} is set up;
 * else all callers are the proxy, and share its limit.
 */
@ConfigMapping(prefix = "sarkhat.limits")
interface LimitSettings {

  /** How many requests a minute one key, or one person, may send to the newsroom. */
  @WithDefault("600")
  @Min(1)
  int requestsPerKey();

  /**
   * How many requests a minute one address may send that the cache does not answer, to anything
   * below {@code /v1}. A hundred a second is more than any reader's program asks for.
   */
  @WithDefault("6000")
  @Min(1)
  int requestsPerAddress();

  /**
   * How often a minute one address may show credentials that are not valid. Beyond that, keys that
   * this process has not seen lately are refused without asking the database.
   */
  @WithDefault("30")
  @Min(1)
  int failuresPerAddress();

  /**
   * Addresses, or blocks of them such as {@code 10.0.0.0/8}, whose requests are not counted by
   * address: the portal's own servers.
   */
  Optional<List<String>> unlimitedAddresses();
}
