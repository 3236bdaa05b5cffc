package dev.sarkhat.access;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The limits of this process. */
@Singleton
class RateLimits {

  private final RateLimit<String> perKey;
  private final RateLimit<AddressBlock> perAddress;
  private final RateLimit<AddressBlock> failures;
  private final List<IpSubnetFilterRule> unlimited;

  @Inject
  RateLimits(LimitSettings settings) {
    perKey = new RateLimit<>("key", settings.requestsPerKey(), System::nanoTime);
    perAddress = new RateLimit<>("address", settings.requestsPerAddress(), System::nanoTime);
    failures = new RateLimit<>("failures", settings.failuresPerAddress(), System::nanoTime);
    unlimited =
        settings.unlimitedAddresses().orElse(List.of()).stream().map(RateLimits::rule).toList();
  }

  private static IpSubnetFilterRule rule(String text) {
    String block = text.strip();
    if (!block.contains("/")) {
      block += block.contains(":") ? "/128" : "/32";
    }
    try {
      return new IpSubnetFilterRule(block, IpFilterRuleType.ACCEPT);
    } catch (RuntimeException wrong) {
      throw new ConfigurationException(
          "sarkhat.limits.unlimited-addresses: \"" + text + "\" is no address and no block of them",
          wrong);
    }
  }

  /** Requests to the newsroom, by the key or person that sends them. */
  RateLimit<String> perKey() {
    return perKey;
  }

  /** Requests that the cache does not answer, by the address that sends them. */
  RateLimit<AddressBlock> perAddress() {
    return perAddress;
  }

  /** Credentials that were not valid, by the address that has shown them. */
  RateLimit<AddressBlock> failures() {
    return failures;
  }

  /** Whether the requests of the sender are not counted by address. */
  boolean isUnlimited(RoutingContext context) {
    String address = address(context);
    return address != null && !unlimited.isEmpty() && matches(new InetSocketAddress(address, 0));
  }

  private boolean matches(InetSocketAddress address) {
    return unlimited.stream().anyMatch(rule -> rule.matches(address));
  }

  /** Where a request comes from. */
  static AddressBlock block(RoutingContext context) {
    return AddressBlock.of(address(context));
  }

  /** The address, or the one that a trusted proxy tells of, as numbers. */
  static @Nullable String address(RoutingContext context) {
    var remote = context.request().remoteAddress();
    return remote == null ? null : remote.hostAddress();
  }
}
