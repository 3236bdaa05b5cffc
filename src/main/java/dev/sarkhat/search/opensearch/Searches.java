package dev.sarkhat.search.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sarkhat.search.index.FacetCount;
import dev.sarkhat.search.index.SearchFacet;
import dev.sarkhat.search.index.SearchHits;
import dev.sarkhat.search.index.SearchOrder;
import dev.sarkhat.search.index.SearchPlace;
import dev.sarkhat.search.index.SearchRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Searches articles in the present index. */
final class Searches {

  private final Endpoint endpoint;
  private final OpenSearchIndex.Settings settings;
  private final Snapshots snapshots;

  Searches(Endpoint endpoint, OpenSearchIndex.Settings settings, Snapshots snapshots) {
    this.endpoint = endpoint;
    this.settings = settings;
    this.snapshots = snapshots;
  }

  /**
   * Searches articles.
   *
   * @param state tells the state that the index had before the search apart from others
   */
  SearchHits search(SearchRequest request, Object state) {
    boolean ranked = request.order() == SearchOrder.RELEVANCE;
    ObjectNode body = body(request, ranked);
    SearchPlace after = request.after();
    String snapshot = ranked && after != null ? after.snapshot() : "";
    JsonNode answer;
    if (snapshot.isEmpty()) {
      answer = endpoint.search(body);
    } else {
      body.set("pit", Snapshots.of(snapshot));
      OpenSearchClient.Answer first = endpoint.searchSnapshot(body);
      body.remove("pit");
      // What the cluster has kept no longer, or never had, it refuses in many ways.
      answer = first.isOk() ? Endpoint.read(first) : endpoint.search(body);
      snapshot = first.isOk() ? snapshot : "";
    }
    JsonNode hits = answer.path("hits").path("hits");
    if (ranked && snapshot.isEmpty() && hits.size() == request.limit()) {
      snapshot = snapshots.keep(state);
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
    ObjectNode body = endpoint.body(request.limit());
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
      Endpoint.sort(sort, "_score", "desc");
    } else {
      body.set("query", wanted);
    }
    Endpoint.sortByDate(sort);
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
}
