package dev.sarkhat.purge;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes the purgers that the configuration asks for, or says in a sentence what it lacks. */
final class Purgers {

  /** Ids go into paths as they are. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  /** What a header field can carry, without white space (RFC 6750, section 2.1, and broader). */
  private static final Pattern TOKEN = Pattern.compile("[!-~]{1,4096}");

  private Purgers() {}

  /**
   * One purger for each cache that is purged by itself.
   *
   * @throws ConfigurationException when something is missing, or is not of its form
   */
  static List<Purger> of(PurgeConfig config) {
    return switch (config.provider()) {
      case NONE -> List.of();
      case FASTLY ->
          List.of(
              new FastlyPurger(
                  address(config, "fastly.api", config.fastly().api()),
                  id(config, "fastly.service-id", config.fastly().serviceId()),
                  token(config, "fastly.token", config.fastly().token())));
      case CLOUDFLARE ->
          List.of(
              new CloudflarePurger(
                  address(config, "cloudflare.api", config.cloudflare().api()),
                  id(config, "cloudflare.zone-id", config.cloudflare().zoneId()),
                  token(config, "cloudflare.token", config.cloudflare().token())));
      case VARNISH -> varnishes(config);
    };
  }

  private static List<Purger> varnishes(PurgeConfig config) {
    List<String> hosts = required(config, "varnish.hosts", config.varnish().hosts());
    Set<URI> addresses = new LinkedHashSet<>();
    hosts.forEach(host -> addresses.add(address(config, "varnish.hosts", host)));
    return addresses.stream()
        .<Purger>map(host -> new VarnishPurger(host, config.varnish().method()))
        .toList();
  }

  private static <T> T required(PurgeConfig config, String name, Optional<T> value) {
    return value.orElseThrow(() -> refusal(config, name, "is not set"));
  }

  private static String id(PurgeConfig config, String name, Optional<String> value) {
    String id = required(config, name, value);
    if (!ID.matcher(id).matches()) {
      throw refusal(config, name, "is not an id of letters and digits");
    }
    return id;
  }

  private static String token(PurgeConfig config, String name, Optional<String> value) {
    String token = required(config, name, value);
    if (!TOKEN.matcher(token).matches()) {
      throw refusal(config, name, "holds characters that a header field cannot carry");
    }
    return token;
  }

  private static URI address(PurgeConfig config, String name, String value) {
    String reason = "is not an http or https address of a host";
    try {
      URI address = new URI(value.strip());
      boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
      if (http && address.getHost() != null && address.getUserInfo() == null) {
        return address;
      }
      throw refusal(config, name, reason);
    } catch (URISyntaxException notAnAddress) {
      throw refusal(config, name, reason);
    }
  }

  /** Values are left out: one of them may be a secret in the wrong place. */
  private static ConfigurationException refusal(PurgeConfig config, String name, String reason) {
    String provider = config.provider().name().toLowerCase(Locale.ROOT);
    return new ConfigurationException(
        "sarkhat.purge.provider is "
            + provider
            + ", but sarkhat.purge."
            + name
            + " "
            + reason
            + ".");
  }
}
