package dev.sarkhat.purge;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;

/**
 * Purges a Fastly service by surrogate keys.
 *
 * <p>By the <a href="https://www.fastly.com/documentation/reference/api/purging/">purging API</a>:
 * {@code POST /service/{id}/purge} takes up to 256 keys in {@code Surrogate-Key}, {@code
 * Fastly-Soft-Purge} marks answers as stale instead of dropping them, and {@code purge_all} cannot
 * be soft.
 */
final class FastlyPurger implements Purger {

  private static final int KEYS_PER_REQUEST = 256;

  private final URI api;
  private final String serviceId;
  private final String token;

  /**
   * @param api where the API is, without a path
   * @param serviceId the service to purge
   * @param token an API token with the scope {@code purge_select}, and {@code purge_all}
   */
  FastlyPurger(URI api, String serviceId, String token) {
    this.api = api;
    this.serviceId = serviceId;
    this.token = token;
  }

  @Override
  public String target() {
    return "fastly " + serviceId;
  }

  @Override
  public int tagsPerRequest() {
    return KEYS_PER_REQUEST;
  }

  @Override
  public List<HttpRequest> requests(Purge purge) {
    List<HttpRequest> requests = new ArrayList<>();
    if (purge instanceof Purge.Tags tags) {
      for (List<String> part : parts(tags.hard())) {
        requests.add(byKeys(part).build());
      }
      for (List<String> part : parts(tags.soft())) {
        requests.add(byKeys(part).header("Fastly-Soft-Purge", "1").build());
      }
    } else {
      requests.add(to("/purge_all").build());
    }
    return requests;
  }

  private HttpRequest.Builder byKeys(List<String> keys) {
    return to("/purge").header("Surrogate-Key", String.join(" ", keys));
  }

  private HttpRequest.Builder to(String operation) {
    return HttpRequest.newBuilder(api.resolve("/service/" + serviceId + operation))
        .header("Fastly-Key", token)
        .header("Accept", "application/json")
        .POST(BodyPublishers.noBody());
  }
}
