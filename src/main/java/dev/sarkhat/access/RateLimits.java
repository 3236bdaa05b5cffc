package dev.sarkhat.access;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
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
    int slash = block.indexOf('/');
    String address = slash < 0 ? block : block.substring(0, slash);
    // The rule would look up what is a name.
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
    if (bytes == null) {
      throw noBlock(text);
    }
    try {
      int prefix =
          slash < 0 ? bytes.length * Byte.SIZE : Integer.parseInt(block.substring(slash + 1));
      return new IpSubnetFilterRule(address, prefix, IpFilterRuleType.ACCEPT);
    } catch (IllegalArgumentException wrongPrefix) {
      throw noBlock(text);
    }
  }

  private static ConfigurationException noBlock(String text) {
    return new ConfigurationException(
        "sarkhat.limits.unlimited-addresses: \"" + text + "\" is no address and no block of them");
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

  /** Whether requests from the address are not counted by address. */
  boolean isUnlimited(@Nullable String address) {
    if (address == null || unlimited.isEmpty()) {
      return false;
    }
    InetSocketAddress sender = new InetSocketAddress(address, 0);
    return unlimited.stream().anyMatch(rule -> rule.matches(sender));
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
