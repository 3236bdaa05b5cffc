package dev.sarkhat.purge;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;

/**
 * Purges one Varnish, whose VCL must know the requests; {@code operations/varnish.vcl} does.
 *
 * <p>Varnish has no purge by tags of its own. With <a
 * href="https://github.com/varnish/varnish-modules/blob/master/src/vmod_xkey.vcc">vmod_xkey</a> it
 * is {@code PURGE} with the tags in {@code xkey-purge} or {@code xkey-softpurge}; without it,
 * {@code BAN} with the tags in {@code ban-tags}, of which the VCL makes a <a
 * href="https://varnish-cache.org/docs/7.1/users-guide/purging.html#bans">ban</a> of answers, which
 * can only drop them. Everything is {@code BAN} with {@code ban-tags: *} in both.
 */
final class VarnishPurger implements Purger {

  /** Varnish's default takes 8 KB in a field; tags are up to 23 characters long, rarely above 9. */
  private static final int TAGS_PER_REQUEST = 256;

  /** How the VCL finds answers by tags. */
  enum Method {
    /** By vmod_xkey. */
    XKEY,
    /** By bans. */
    BAN
  }

  private final URI host;
  private final Method method;

  /**
   * @param host where the Varnish listens
   * @param method what its VCL has
   */
  VarnishPurger(URI host, Method method) {
    this.host = host;
    this.method = method;
  }

  @Override
  public String target() {
    return "varnish " + host.getScheme() + "://" + host.getAuthority();
  }

  @Override
  public int tagsPerRequest() {
    return TAGS_PER_REQUEST;
  }

  @Override
  public List<HttpRequest> requests(Purge purge) {
    List<HttpRequest> requests = new ArrayList<>();
    if (!(purge instanceof Purge.Tags tags)) {
      requests.add(request("BAN", "ban-tags", "*"));
      return requests;
    }
    switch (method) {
      case XKEY -> {
        for (List<String> part : parts(tags.hard())) {
          requests.add(request("PURGE", "xkey-purge", String.join(" ", part)));
        }
        for (List<String> part : parts(tags.soft())) {
          requests.add(request("PURGE", "xkey-softpurge", String.join(" ", part)));
        }
      }
      case BAN -> {
        for (List<String> part : parts(tags.all())) {
          requests.add(request("BAN", "ban-tags", String.join(" ", part)));
        }
      }
    }
    return requests;
  }

  private HttpRequest request(String verb, String field, String tags) {
    return HttpRequest.newBuilder(host.resolve("/"))
        .header(field, tags)
        .method(verb, BodyPublishers.noBody())
        .build();
  }
}
