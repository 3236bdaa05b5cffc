package dev.sarkhat.http;

import jakarta.ws.rs.core.HttpHeaders;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * What the newsroom is answered: a thing with its revision as a strong entity tag (RFC 9110,
 * section 8.8.1), never to be kept by anyone.
 */
public final class Saved {

  /** No cache keeps what only some may see. */
  public static final String CACHE_CONTROL = "private, no-store";

  private Saved() {}

  /** 200 with a thing that has revisions. */
  public static <T> RestResponse<T> of(T body, int revision) {
    return RestResponse.ResponseBuilder.ok(body)
        .header(HttpHeaders.ETAG, tag(revision))
        .header(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL)
        .build();
  }

  /**
   * 201 with a thing that has just been made.
   *
   * @param path where it is, by the segments of its path, not encoded
   */
  public static <T> RestResponse<T> created(T body, int revision, String... path) {
    return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, body)
        .header(HttpHeaders.ETAG, tag(revision))
        .header(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL)
        // As a text: a URI would be completed by the Host field, which the client chooses.
        .header(HttpHeaders.LOCATION, location(path))
        .build();
  }

  /**
   * 201 with something that has just been made and has no revisions.
   *
   * @param path where it is, by the segments of its path, not encoded
   */
  public static <T> RestResponse<T> createdOnce(T body, String... path) {
    return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, body)
        .header(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL)
        .header(HttpHeaders.LOCATION, location(path))
        .build();
  }

  /**
   * 202 with something that has been taken and is yet to be worked on.
   *
   * @param path where it is, by the segments of its path, not encoded
   */
  public static <T> RestResponse<T> accepted(T body, String... path) {
    return RestResponse.ResponseBuilder.<T>create(RestResponse.Status.ACCEPTED, body)
        .header(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL)
        .header(HttpHeaders.LOCATION, location(path))
        .build();
  }

  /** The same once more, for a request that had been taken before. */
  public static <T> RestResponse<T> acceptedBefore(T body, String... path) {
    return RestResponse.ResponseBuilder.<T>create(RestResponse.Status.ACCEPTED, body)
        .header(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL)
        .header("Idempotent-Replayed", "true")
        .header(HttpHeaders.LOCATION, location(path))
        .build();
  }

  /** 204: what was to go is gone. */
  public static RestResponse<Void> deleted() {
    return RestResponse.ResponseBuilder.<Void>noContent()
        .header(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL)
        .build();
  }

  /** 200 with something that has no revisions, such as a page. */
  public static <T> RestResponse<T> plain(T body) {
    return RestResponse.ResponseBuilder.ok(body)
        .header(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL)
        .build();
  }

  /** 200 with something that is shown to whoever has its address, and to no machine. */
  public static <T> RestResponse<T> unlisted(T body) {
    return RestResponse.ResponseBuilder.ok(body)
        .header(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL)
        .header("X-Robots-Tag", "noindex, nofollow")
        .build();
  }

  private static String tag(int revision) {
    return "\"" + revision + "\"";
  }

  private static String location(String... segments) {
    StringBuilder path = new StringBuilder();
    for (String segment : segments) {
      // The encoding of forms, which differs in one character.
      path.append('/')
          .append(URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20"));
    }
    return path.toString();
  }
}
