package dev.sarkhat.purge;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;

/** How one network is told what to forget: the form of the requests, which others send. */
sealed interface Purger permits FastlyPurger, CloudflarePurger, VarnishPurger {

  /**
   * The network and what of it is purged, such as {@code fastly SU1Z0isxPaozGVKXdv0eY}. The
   * position in the change log is kept under this name, so another service begins anew. It holds no
   * secret.
   */
  String target();

  /** How many tags one request can bear. */
  int tagsPerRequest();

  /** The requests that tell of a purge, in the order to send them. The network must accept each. */
  List<HttpRequest> requests(Purge purge);

  /**
   * Whether an answer means that the network has taken the purge over.
   *
   * @param status the HTTP status
   * @param body the beginning of the body, perhaps empty
   */
  default boolean isAccepted(int status, String body) {
    return status >= 200 && status < 300;
  }

  /** Parts tags so that each part fits into one request. */
  default List<List<String>> parts(List<String> tags) {
    List<List<String>> parts = new ArrayList<>();
    for (int start = 0; start < tags.size(); start += tagsPerRequest()) {
      parts.add(tags.subList(start, Math.min(tags.size(), start + tagsPerRequest())));
    }
    return parts;
  }
}
