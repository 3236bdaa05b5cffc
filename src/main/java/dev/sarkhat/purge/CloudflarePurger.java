package dev.sarkhat.purge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

/**
 * Purges a Cloudflare zone by cache tags.
 *
 * <p>By the <a href="https://developers.cloudflare.com/api/resources/cache/methods/purge/">API</a>:
 * {@code POST /zones/{id}/purge_cache} takes {@code tags}, up to 100 in a request on every plan, or
 * {@code purge_everything}. The zone's account is limited to <a
 * href="https://developers.cloudflare.com/cache/how-to/purge-cache/">5 requests a minute to 50 a
 * second</a> by its plan, and told so by a 429. A purged answer is always dropped: there is no soft
 * purge.
 */
final class CloudflarePurger implements Purger {

  private static final int TAGS_PER_REQUEST = 100;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI api;
  private final String zoneId;
  private final String token;

  /**
   * @param api where the API is, without a path
   * @param zoneId the zone to purge
   * @param token an API token with the permission to purge the zone's cache
   */
  CloudflarePurger(URI api, String zoneId, String token) {
    this.api = api;
    this.zoneId = zoneId;
    this.token = token;
  }

  @Override
  public String target() {
    return "cloudflare " + zoneId;
  }

  @Override
  public int tagsPerRequest() {
    return TAGS_PER_REQUEST;
  }

  @Override
  public List<HttpRequest> requests(Purge purge) {
    if (purge instanceof Purge.Tags tags) {
      return parts(tags.all()).stream().map(this::byTags).toList();
    }
    return List.of(with(JSON.createObjectNode().put("purge_everything", true)));
  }

  /** Every answer of the API is an envelope whose {@code success} says whether it did. */
  @Override
  public boolean isAccepted(int status, String body) {
    if (status != 200) {
      return false;
    }
    try {
      JsonNode envelope = JSON.readTree(body);
      return envelope.path("success").asBoolean();
    } catch (JsonProcessingException notTheApi) {
      return false;
    }
  }

  private HttpRequest byTags(List<String> tags) {
    ObjectNode body = JSON.createObjectNode();
    tags.forEach(body.putArray("tags")::add);
    return with(body);
  }

  private HttpRequest with(ObjectNode body) {
    return HttpRequest.newBuilder(api.resolve("/client/v4/zones/" + zoneId + "/purge_cache"))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body.toString()))
        .build();
  }
}
