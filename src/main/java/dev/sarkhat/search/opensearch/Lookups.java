package dev.sarkhat.search.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sarkhat.change.EntityKind;
import dev.sarkhat.search.index.NameKey;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Looks up what else is asked of the present index than articles for words. */
final class Lookups {

  private final Endpoint endpoint;

  Lookups(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  /** The numbers of articles whose titles have words with these prefixes, the newest first. */
  List<Long> titles(List<String> prefixes, Instant asOf, int limit) {
    ObjectNode query = Queries.publicArticles(asOf);
    Queries.add(query, Queries.FILTER, Queries.kind(EntityKind.ARTICLE));
    Queries.addPrefixes(query, prefixes);
    ObjectNode body = endpoint.body(limit).put("track_total_hits", false);
    body.set("query", query);
    Endpoint.sortByDate(body.putArray("sort"));
    return ids(endpoint.search(body));
  }

  private static List<Long> ids(JsonNode answer) {
    List<Long> ids = new ArrayList<>();
    answer.path("hits").path("hits").forEach(hit -> ids.add(hit.path("sort").path(1).asLong()));
    return ids;
  }

  /** The names that have words with these prefixes, of each kind the most popular first. */
  List<NameKey> names(List<String> prefixes, Set<EntityKind> kinds, int limit) {
    if (kinds.isEmpty()) {
      return List.of();
    }
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (EntityKind kind : kinds) {
      ObjectNode query = Queries.bool();
      Queries.add(query, Queries.FILTER, Queries.kind(kind));
      Queries.addPrefixes(query, prefixes);
      ObjectNode body = endpoint.body(limit).put("track_total_hits", false);
      body.set("query", query);
      ArrayNode sort = body.putArray("sort");
      Endpoint.sort(sort, Documents.POPULARITY, "desc");
      Endpoint.sort(sort, Documents.ID, "desc");
      lines.writeBytes(OpenSearchClient.bytes(Queries.object()));
      lines.write('\n');
      lines.writeBytes(OpenSearchClient.bytes(body));
      lines.write('\n');
    }
    JsonNode answers = endpoint.ask("_msearch", lines.toByteArray(), OpenSearchClient.LINES);
    List<NameKey> names = new ArrayList<>();
    int index = 0;
    for (EntityKind kind : kinds) {
      JsonNode answer = answers.path("responses").path(index++);
      Endpoint.read(new OpenSearchClient.Answer(answer.path("status").asInt(), answer));
      ids(answer).forEach(id -> names.add(new NameKey(kind, id)));
    }
    return names;
  }

  /** In how many articles spellings stand: asked as if of a document that has all of them. */
  Map<String, Integer> attested(Collection<String> spellings) {
    Map<String, Integer> attested = new HashMap<>();
    if (spellings.isEmpty()) {
      return attested;
    }
    ObjectNode body =
        Queries.object()
            .put("term_statistics", true)
            .put("field_statistics", false)
            .put("positions", false)
            .put("offsets", false);
    body.putArray("fields").add(Documents.SPELLING);
    ArrayNode document = body.putObject("doc").putArray(Documents.SPELLING);
    spellings.forEach(document::add);
    JsonNode answer =
        endpoint.ask("_termvectors", OpenSearchClient.bytes(body), OpenSearchClient.ONE);
    JsonNode terms = answer.path("term_vectors").path(Documents.SPELLING).path("terms");
    for (Map.Entry<String, JsonNode> term : terms.properties()) {
      int articles = term.getValue().path("doc_freq").asInt();
      if (articles > 0) {
        attested.put(term.getKey(), articles);
      }
    }
    return attested;
  }

  /** Words that are written much like one; found as Lucene's spell checker finds them. */
  List<String> similar(String word, int limit) {
    ObjectNode body = Queries.object().put("size", 0);
    body.putObject("suggest")
        .putObject(Documents.WORD)
        .put("text", word)
        .putObject("term")
        .put("field", Documents.WORD)
        .put("size", limit)
        .put("shard_size", limit)
        .put("suggest_mode", "missing");
    JsonNode answer = endpoint.search(body);
    List<String> similar = new ArrayList<>();
    answer
        .path("suggest")
        .path(Documents.WORD)
        .path(0)
        .path("options")
        .forEach(option -> similar.add(option.path("text").asText()));
    return similar;
  }

  /** What the index has of a kind, by number and digest: those after a number, in order. */
  SortedMap<Long, Long> digests(EntityKind kind, long after, int limit) {
    ObjectNode body = endpoint.body(limit).put("track_total_hits", false);
    body.set("query", Queries.add(Queries.bool(), Queries.FILTER, Queries.kind(kind)));
    Endpoint.sort(body.putArray("sort"), Documents.ID, "asc");
    body.putArray("search_after").add(after);
    body.putArray("docvalue_fields").add(Documents.DIGEST);
    body.remove("timeout");
    SortedMap<Long, Long> digests = new TreeMap<>();
    for (JsonNode hit : endpoint.search(body).path("hits").path("hits")) {
      digests.put(
          hit.path("sort").path(0).asLong(),
          hit.path("fields").path(Documents.DIGEST).path(0).asLong());
    }
    return digests;
  }
}
