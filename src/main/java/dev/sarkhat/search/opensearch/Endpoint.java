package dev.sarkhat.search.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sarkhat.search.index.SearchIndexException;
import java.time.Duration;

/** Where searches are sent: to whatever index has the alias. */
final class Endpoint {

  /** What an answer may take longer than the search. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** What of an answer is read. */
  private static final String READ =
      "filter_path=error,status,timed_out,_shards.failed,hits.total,hits.hits.sort,hits.hits.fields,"
          + "aggregations.*.buckets,suggest.*.options.text";

  private final OpenSearchClient client;
  private final String alias;
  private final Duration longestSearch;

  /**
   * @param longestSearch after which what was found until then is the answer
   */
  Endpoint(OpenSearchClient client, String alias, Duration longestSearch) {
    this.client = client;
    this.alias = alias;
    this.longestSearch = longestSearch;
  }

  /** A search for some documents, of which nothing is told but where they stand. */
  ObjectNode body(int limit) {
    return Queries.object()
        .put("_source", false)
        .put("size", limit)
        .put("timeout", longestSearch.toMillis() + "ms");
  }

  static ArrayNode sort(ArrayNode sort, String field, String order) {
    sort.addObject().put(field, order);
    return sort;
  }

  static void sortByDate(ArrayNode sort) {
    sort(sort(sort, Documents.PUBLISHED, "desc"), Documents.ID, "desc");
  }

  /** Searches the present index. */
  JsonNode search(ObjectNode body) {
    return ask("_search?" + READ, OpenSearchClient.bytes(body), OpenSearchClient.ONE);
  }

  /** Searches a state of it that the search names. */
  OpenSearchClient.Answer searchSnapshot(ObjectNode body) {
    return client.send("POST", "/_search?" + READ, body, longest());
  }

  /**
   * Asks something else of the present index.
   *
   * @throws SearchIndexException if there is none, or it does not answer
   */
  JsonNode ask(String question, byte[] body, String contentType) {
    return read(client.send("POST", "/" + alias + "/" + question, body, contentType, longest()));
  }

  private Duration longest() {
    return longestSearch.plus(PATIENCE);
  }

  static JsonNode read(OpenSearchClient.Answer answer) {
    if (answer.isNotFound()) {
      throw SearchIndexException.absent("The search index is being built");
    }
    JsonNode body = answer.orThrow();
    if (body.path("_shards").path("failed").asInt() > 0) {
      throw SearchIndexException.failed("A part of the index does not answer", null);
    }
    return body;
  }
}
