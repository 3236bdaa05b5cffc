package dev.sarkhat.purge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Which content delivery network is purged after changes, and how. It is public because the
 * framework checks groups of a configuration from outside of their package.
 */
@ConfigMapping(prefix = "sarkhat.purge")
public interface PurgeConfig {

  /** The network; by default there is none. */
  @WithDefault("none")
  Provider provider();

  /** Networks that can be purged by tags. */
  enum Provider {
    NONE,
    FASTLY,
    CLOUDFLARE,
    VARNISH
  }

  /**
   * How long changes are collected before they are told together. An editor's next save, or the
   * whole of a bulk operation, then costs one request.
   */
  @WithDefault("200ms")
  Duration window();

  /**
   * How long after a purge it is sent again, at the earliest; zero for never. It must be longer
   * than other nodes may be behind a write, which is a second.
   */
  @WithDefault("2s")
  Duration rebound();

  /**
   * How many changes may wait. Beyond them everything is purged, which is one request instead of
   * thousands.
   */
  @WithDefault("10000")
  @Min(1)
  long backlog();

  /**
   * Whether everything is purged at the very first start with a network, which may hold what it got
   * while nobody purged it.
   */
  @WithDefault("true")
  boolean everythingAtFirstStart();

  /** How long an exchange with the network may take. */
  @WithDefault("10s")
  Duration timeout();

  /** For provider {@code fastly}. */
  Fastly fastly();

  /** For provider {@code cloudflare}. */
  Cloudflare cloudflare();

  /** For provider {@code varnish}. */
  Varnish varnish();

  /** A Fastly service. */
  interface Fastly {

    /** The service's id. */
    Optional<String> serviceId();

    /** An API token; {@code purge_select} and {@code purge_all} are all the scopes it needs. */
    Optional<String> token();

    /** Where the API is. */
    @WithDefault("https://api.fastly.com")
    String api();
  }

  /** A Cloudflare zone. */
  interface Cloudflare {

    /** The zone's id. */
    Optional<String> zoneId();

    /** An API token with the permission "Cache Purge" for the zone, and no other. */
    Optional<String> token();

    /** Where the API is. */
    @WithDefault("https://api.cloudflare.com")
    String api();
  }

  /** Varnish servers. */
  interface Varnish {

    /**
     * Each server by itself, such as {@code http://10.0.0.5:6081}; a name that stands for several
     * would reach one of them.
     */
    Optional<List<String>> hosts();

    /** How their VCL finds answers by tags. */
    @WithDefault("xkey")
    VarnishPurger.Method method();
  }
}
