package dev.sarkhat.search.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sarkhat.change.EntityKind;
import dev.sarkhat.search.index.FacetCount;
import dev.sarkhat.search.index.NameKey;
import dev.sarkhat.search.index.SearchFacet;
import dev.sarkhat.search.index.SearchHits;
import dev.sarkhat.search.index.SearchIndexException;
import dev.sarkhat.search.index.SearchOrder;
import dev.sarkhat.search.index.SearchPlace;
import dev.sarkhat.search.index.SearchRequest;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Answers searches from the present index. */
final class Searches {

  /** What an answer may take longer than the search. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** What of an answer is read. */
  private static final String READ =
      "filter_path=error,status,timed_out,_shards.failed,hits.total,hits.hits.sort,hits.hits.fields,"
          + "aggregations.*.buckets";

  private final OpenSearchClient client;
  private final String alias;
  private final OpenSearchIndex.Settings settings;
  private final Snapshots snapshots;
  private final Duration longest;

  Searches(OpenSearchClient client, String alias, OpenSearchIndex.Settings settings) {
    this.client = client;
    this.alias = alias;
    this.settings = settings;
    this.longest = settings.longestSearch().plus(PATIENCE);
    this.snapshots = new Snapshots(client, alias, longest);
  }

  /**
   * Searches articles.
   *
   * @param state tells the present state of the index apart from others
   */
  SearchHits search(SearchRequest request, Supplier<Object> state) {
    boolean ranked = request.order() == SearchOrder.RELEVANCE;
    ObjectNode body = body(request, ranked);
    SearchPlace after = request.after();
    String snapshot = ranked && after != null ? after.snapshot() : "";
    Object before = state.get();
    JsonNode answer;
    if (snapshot.isEmpty()) {
      answer = search(body);
    } else {
      body.set("pit", Snapshots.of(snapshot));
      OpenSearchClient.Answer first = client.send("POST", "/_search?" + READ, body, longest);
      body.remove("pit");
      // What the cluster has kept no longer, or never had, it refuses in many ways.
      answer = first.isOk() ? read(first) : search(body);
      snapshot = first.isOk() ? snapshot : "";
    }
    JsonNode hits = answer.path("hits").path("hits");
    if (ranked && snapshot.isEmpty() && hits.size() == request.limit()) {
      snapshot = snapshots.keep(before);
    }
    boolean complete = !answer.path("timed_out").asBoolean();
    JsonNode total = answer.path("hits").path("total");
    boolean exact = total.path("relation").asText().equals("eq");
    return new SearchHits(
        places(hits, ranked, hits.size() == request.limit() ? snapshot : ""),
        total.path("value").asLong(),
        exact && complete,
        facets(answer, request.facets()),
        complete);
  }

  private ObjectNode body(SearchRequest request, boolean ranked) {
    ObjectNode wanted =
        Queries.add(Queries.publicArticles(request.asOf()), request.expression(), request.filter());
    ObjectNode body = body(request.limit());
    if (request.countUpTo() == Integer.MAX_VALUE || !request.facets().isEmpty()) {
      body.put("track_total_hits", true);
    } else {
      body.put("track_total_hits", Math.max(request.limit(), request.countUpTo()));
    }
    ArrayNode sort = body.putArray("sort");
    if (ranked) {
      body.set(
          "query",
          Queries.recent(
              wanted, request.rankedAt(), settings.recencyPivot(), settings.recencyWeight()));
      sort(sort, "_score", "desc");
    } else {
      body.set("query", wanted);
    }
    sortByDate(sort);
    SearchPlace after = request.after();
    if (after != null) {
      ArrayNode place = body.putArray("search_after");
      if (ranked) {
        place.add(after.score());
      }
      place.add(after.publishedAt().toEpochMilli()).add(after.id());
    }
    for (SearchFacet facet : request.facets()) {
      // Those with the most articles first, then in the order of the values.
      body.withObject("/aggs/" + facet.name())
          .putObject("terms")
          .put("field", field(facet))
          .put("size", request.facetLimit());
    }
    return body;
  }

  private ObjectNode body(int limit) {
    return Queries.object()
        .put("_source", false)
        .put("size", limit)
        .put("timeout", settings.longestSearch().toMillis() + "ms");
  }

  private static void sort(ArrayNode sort, String field, String order) {
    sort.addObject().put(field, order);
  }

  private static void sortByDate(ArrayNode sort) {
    sort(sort, Documents.PUBLISHED, "desc");
    sort(sort, Documents.ID, "desc");
  }

  private static String field(SearchFacet facet) {
    return switch (facet) {
      case SECTION -> Documents.SECTION;
      case TAG -> Documents.TAG;
      case SOURCE -> Documents.SOURCE;
      case TYPE -> Documents.TYPE;
      case MONTH -> Documents.MONTH;
      case JALALI_MONTH -> Documents.JALALI_MONTH;
    };
  }

  private static List<SearchPlace> places(JsonNode hits, boolean ranked, String snapshot) {
    List<SearchPlace> places = new ArrayList<>(hits.size());
    for (JsonNode hit : hits) {
      JsonNode sort = hit.path("sort");
      int first = sort.size() - 2;
      places.add(
          new SearchPlace(
              ranked ? sort.path(0).floatValue() : 0,
              Instant.ofEpochMilli(sort.path(first).asLong()),
              sort.path(first + 1).asLong(),
              snapshot));
    }
    return places;
  }

  private static Map<SearchFacet, List<FacetCount>> facets(
      JsonNode answer, Set<SearchFacet> facets) {
    Map<SearchFacet, List<FacetCount>> counts = new EnumMap<>(SearchFacet.class);
    for (SearchFacet facet : facets) {
      List<FacetCount> values = new ArrayList<>();
      for (JsonNode bucket : answer.path("aggregations").path(facet.name()).path("buckets")) {
        values.add(new FacetCount(bucket.path("key").asText(), bucket.path("doc_count").asLong()));
      }
      counts.put(facet, values);
    }
    return counts;
  }

  /** The numbers of articles whose titles have words with these prefixes, the newest first. */
  List<Long> titles(List<String> prefixes, Instant asOf, int limit) {
    ObjectNode query = Queries.publicArticles(asOf);
    Queries.add(query, Queries.FILTER, Queries.kind(EntityKind.ARTICLE));
    Queries.addPrefixes(query, prefixes);
    ObjectNode body = body(limit).put("track_total_hits", false);
    body.set("query", query);
    sortByDate(body.putArray("sort"));
    return ids(search(body));
  }

  private static List<Long> ids(JsonNode answer) {
    List<Long> ids = new ArrayList<>();
    answer.path("hits").path("hits").forEach(hit -> ids.add(hit.path("sort").path(1).asLong()));
    return ids;
  }

  /** The names that have words with these prefixes, of each kind the most popular first. */
  List<NameKey> names(List<String> prefixes, Set<EntityKind> kinds, int limit) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (EntityKind kind : kinds) {
      ObjectNode query = Queries.bool();
      Queries.add(query, Queries.FILTER, Queries.kind(kind));
      Queries.addPrefixes(query, prefixes);
      ObjectNode body = body(limit).put("track_total_hits", false);
      body.set("query", query);
      ArrayNode sort = body.putArray("sort");
      sort(sort, Documents.POPULARITY, "desc");
      sort(sort, Documents.ID, "desc");
      lines.writeBytes(OpenSearchClient.bytes(Queries.object()));
      lines.write('\n');
      lines.writeBytes(OpenSearchClient.bytes(body));
      lines.write('\n');
    }
    JsonNode answers =
        read(
            client.send(
                "POST",
                "/" + alias + "/_msearch",
                lines.toByteArray(),
                OpenSearchClient.LINES,
                longest));
    List<NameKey> names = new ArrayList<>();
    int index = 0;
    for (EntityKind kind : kinds) {
      JsonNode answer = answers.path("responses").path(index++);
      read(new OpenSearchClient.Answer(answer.path("status").asInt(), answer));
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
    JsonNode answer = read(client.send("POST", "/" + alias + "/_termvectors", body, longest));
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
    JsonNode answer = read(client.send("POST", "/" + alias + "/_search", body, longest));
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
    ObjectNode body = body(limit).put("track_total_hits", false);
    body.set("query", Queries.add(Queries.bool(), Queries.FILTER, Queries.kind(kind)));
    sort(body.putArray("sort"), Documents.ID, "asc");
    body.putArray("search_after").add(after);
    body.putArray("docvalue_fields").add(Documents.DIGEST);
    body.remove("timeout");
    SortedMap<Long, Long> digests = new TreeMap<>();
    for (JsonNode hit : search(body).path("hits").path("hits")) {
      digests.put(
          hit.path("sort").path(0).asLong(),
          hit.path("fields").path(Documents.DIGEST).path(0).asLong());
    }
    return digests;
  }

  private JsonNode search(ObjectNode body) {
    return read(client.send("POST", "/" + alias + "/_search?" + READ, body, longest));
  }

  private static JsonNode read(OpenSearchClient.Answer answer) {
    if (answer.isNotFound()) {
      throw SearchIndexException.absent("The search index is being built");
    }
    JsonNode body = answer.orThrow();
    if (body.path("_shards").path("failed").asInt() > 0) {
      throw SearchIndexException.failed("A part of the index does not answer", null);
    }
    return body;
  }

  void close() {
    snapshots.close();
  }
}
