package dev.sarkhat.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Pattern;

/**
 * The portal's public site, whose addresses the answers carry. They are built from this
 * configuration and never from the {@code Host} field, which the client chooses.
 */
@ConfigMapping(prefix = "sarkhat.site")
public interface Site {

  /** The site's address without a path, such as {@code https://www.example.org}. */
  @WithDefault("https://www.example.org")
  @Pattern(
      regexp = "https?://[^/?#\\s]+(/[^?#\\s]*[^/?#\\s])?",
      message = "must be an http or https address without a slash at its end")
  String url();

  /**
   * The address under which readers reach this API, without a slash at its end: what feeds and
   * sitemaps call themselves. Often it is the site's own, whose front server passes {@code /v1} and
   * {@code /feeds} on.
   */
  @WithDefault("${sarkhat.site.url:https://www.example.org}")
  @Pattern(
      regexp = "https?://[^/?#\\s]+(/[^?#\\s]*[^/?#\\s])?",
      message = "must be an http or https address without a slash at its end")
  String apiUrl();

  /** The path of an article, with {@code {id}} and {@code {slug}} where they stand. */
  @WithDefault("/news/{id}/{slug}")
  @Pattern(
      regexp = "/[^{}?#\\s]*(\\{slug}[^{}?#\\s]*)?\\{id}[^{}?#\\s]*(\\{slug}[^{}?#\\s]*)?",
      message = "must be a path that begins with a slash and holds {id}, and {slug} if you like")
  String articlePath();

  /** The path of an article on the site. */
  default String articlePath(long id, String slug) {
    return articlePath().replace("{id}", Long.toString(id)).replace("{slug}", slug);
  }

  /** The full address of a path on the site. */
  default String address(String path) {
    return url() + path;
  }
}
