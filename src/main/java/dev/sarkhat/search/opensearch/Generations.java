package dev.sarkhat.search.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sarkhat.search.index.SearchIndexException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The indexes in a cluster: the one that is searched, by an alias, and one that is being built.
 * Their names end in numbers, which rise; whatever else the cluster has is left alone.
 */
final class Generations {

  private static final int ATTEMPTS = 3;

  private final OpenSearchClient client;
  private final String prefix;
  private final int replicas;
  private final Duration longest;
  private final Pattern name;

  /**
   * @param prefix what the indexes' names begin with, and the name of the alias
   * @param replicas of an index that is whole
   * @param longest how long a request may take
   */
  Generations(OpenSearchClient client, String prefix, int replicas, Duration longest) {
    this.client = client;
    this.prefix = prefix;
    this.replicas = replicas;
    this.longest = longest;
    this.name = Pattern.compile(Pattern.quote(prefix) + "-([0-9]{1,18})");
  }

  /** By which the present index is searched. */
  String alias() {
    return prefix;
  }

  /**
   * By which an index is written to. A writer names it and not the index, which would be created by
   * a write after its removal.
   */
  static String writerAlias(String index) {
    return index + "-writer";
  }

  /** Begins an empty index, and removes those that were begun and never searched. */
  String begin() {
    long last = 0;
    JsonNode indexes = client.send("GET", "/" + prefix + "-*/_alias", longest).orThrow();
    for (Map.Entry<String, JsonNode> index : indexes.properties()) {
      Matcher matcher = name.matcher(index.getKey());
      if (matcher.matches()) {
        last = Math.max(last, Long.parseLong(matcher.group(1)));
        if (!index.getValue().path("aliases").has(prefix)) {
          remove(index.getKey());
        }
      }
    }
    ObjectNode body = Documents.index();
    for (int attempt = 1; ; attempt++) {
      String index = prefix + "-" + (last + attempt);
      body.remove("aliases");
      body.putObject("aliases").putObject(writerAlias(index));
      OpenSearchClient.Answer answer = client.send("PUT", "/" + index, body, longest);
      boolean taken = answer.error().equals("resource_already_exists_exception");
      if (!taken || attempt == ATTEMPTS) {
        answer.orThrow();
        return index;
      }
    }
  }

  /**
   * Lets an index be searched in place of another, which is removed, in one step.
   *
   * @param before the present one; null for none
   * @throws SearchIndexException if that is not the present one any longer
   */
  void replace(@Nullable String before, String index) {
    ObjectNode settings = OpenSearchClient.JSON.createObjectNode();
    settings.put("index.number_of_replicas", replicas);
    client.send("PUT", "/" + index + "/_settings", settings, longest).orThrow();
    ObjectNode body = OpenSearchClient.JSON.createObjectNode();
    ArrayNode actions = body.putArray("actions");
    if (before != null && name.matcher(before).matches()) {
      actions.addObject().putObject("remove_index").put("index", before);
    } else if (before != null) {
      // Somebody has given another index our alias; it is not ours to remove.
      actions
          .addObject()
          .putObject("remove")
          .put("index", before)
          .put("alias", prefix)
          .put("must_exist", true);
    }
    // There is one index at most that is written to by an alias, so that another one is refused.
    actions
        .addObject()
        .putObject("add")
        .put("index", index)
        .put("alias", prefix)
        .put("is_write_index", true);
    client.send("POST", "/_aliases", body, longest).orThrow();
  }

  /** Removes an index, if it is there. */
  void remove(String index) {
    OpenSearchClient.Answer answer = client.send("DELETE", "/" + index, longest);
    if (!answer.isNotFound()) {
      answer.orThrow();
    }
  }
}
