package dev.sarkhat.search.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sarkhat.search.index.IndexBuild;
import dev.sarkhat.search.index.IndexChanges;
import dev.sarkhat.search.index.SearchIndex;
import dev.sarkhat.search.index.SearchIndexContract;
import dev.sarkhat.search.index.SearchIndexException;
import dev.sarkhat.search.index.SearchOrder;
import dev.sarkhat.search.index.SearchPlace;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("opensearch")
class OpenSearchIndexTest extends SearchIndexContract {

  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final String prefix = "test" + UUID.randomUUID().toString().substring(0, 8);

  @BeforeEach
  void isThere() {
    assumeTrue(System.getProperty(OpenSearchServer.URL) != null, "No OpenSearch was started");
  }

  @AfterEach
  void leaveNothing() {
    indexes().keySet().forEach(index -> client().send("DELETE", "/" + index, LONGEST));
  }

  private static OpenSearchIndex.Cluster cluster(URI... before) {
    List<URI> nodes = new ArrayList<>(List.of(before));
    nodes.add(URI.create(System.getProperty(OpenSearchServer.URL)));
    return new OpenSearchIndex.Cluster(nodes, Optional.empty(), Duration.ofSeconds(2), LONGEST, 8);
  }

  private static OpenSearchClient client() {
    return new OpenSearchClient(cluster());
  }

  private OpenSearchIndex open(boolean leads, URI... before) {
    return OpenSearchIndex.open(
        cluster(before),
        new OpenSearchIndex.Settings(prefix, 0, Duration.ofSeconds(5), 3, Duration.ofDays(30)),
        () -> leads);
  }

  @Override
  protected SearchIndex open() {
    return open(true);
  }

  private Map<String, JsonNode> indexes() {
    JsonNode all = client().send("GET", "/" + prefix + "-*/_alias", LONGEST).orThrow();
    return Map.ofEntries(all.properties().toArray(Map.Entry[]::new));
  }

  @Test
  void losesNothingWithoutACommit() {
    SearchIndex index = built(article(1, "یک باران"));
    index.apply(changed(article(2, "دو باران")), at(5));
    try (SearchIndex again = open()) {
      assertEquals(at(5), again.position().orElseThrow());
      assertEquals(List.of(1L, 2L), found(again, "باران"));
    }
  }

  @Test
  void tellsOthersHowFarItIs() {
    try (SearchIndex writer = open();
        SearchIndex reader = open(false)) {
      assertFalse(reader.leads());
      assertTrue(reader.position().isEmpty());
      IndexBuild build = writer.build();
      build.add(changed(article(1, "باران")));
      build.takeOver(at(3));
      assertFalse(reader.leads());
      assertEquals(at(3), reader.position().orElseThrow());
      writer.apply(changed(article(2, "باران")), at(4));
      assertEquals(List.of(1L, 2L), found(reader, "باران"));
      assertFalse(reader.leads());
      assertEquals(at(4), reader.position().orElseThrow());
    }
  }

  @Test
  void passesOnWhatOthersAskFor() {
    try (SearchIndex writer = built(article(1, "باران"));
        SearchIndex reader = open(false)) {
      reader.requestBuild();
      assertFalse(writer.isBuildRequested());
      try (SearchIndex next = open()) {
        assertTrue(next.leads());
        assertTrue(next.isBuildRequested());
        next.build().takeOver(at(2));
        assertFalse(next.isBuildRequested());
        assertTrue(next.leads());
        assertFalse(next.isBuildRequested());
      }
    }
  }

  @Test
  void keepsAWriterThatHasLostTheLeadFromUndoing() {
    try (SearchIndex before = built(article(1, "باران"), article(2, "باران"));
        SearchIndex after = open()) {
      assertTrue(after.leads());
      after.apply(
          new IndexChanges(
              List.of(article(1, "آفتاب"), article(3, "برف")), Set.of(2L), List.of(), Set.of()),
          at(7));
      IndexChanges late = changed(article(1, "باران"), article(2, "باران"), article(4, "باران"));
      assertThrows(SearchIndexException.class, () -> before.apply(late, at(6)));
      assertEquals(List.of(1L), found(after, "آفتاب"));
      // It is of a change that the other has seen too, and repeats as it should be.
      assertEquals(List.of(4L), found(after, "باران"));
      assertTrue(after.leads());
      assertEquals(at(7), after.position().orElseThrow());
    }
  }

  @Test
  void keepsAWriterThatHasLostTheLeadFromReplacing() {
    try (SearchIndex before = built(article(1, "باران"));
        SearchIndex after = open()) {
      IndexBuild late = before.build();
      late.add(changed(article(2, "باران")));
      assertTrue(after.leads());
      after.build().takeOver(at(9));
      assertThrows(SearchIndexException.class, () -> late.takeOver(at(8)));
      assertThrows(
          SearchIndexException.class, () -> before.apply(changed(article(3, "باران")), at(10)));
      late.discard();
      assertEquals(List.of(), found(after, "باران"));
      assertEquals(1, indexes().size());
    }
  }

  @Test
  void letsOneOfTwoFirstBuildsBegin() {
    try (SearchIndex one = open();
        SearchIndex other = open()) {
      IndexBuild first = one.build();
      client().send("PUT", "/" + prefix + "-2", LONGEST).orThrow();
      ObjectNode body = OpenSearchClient.JSON.createObjectNode();
      body.putArray("actions")
          .addObject()
          .putObject("add")
          .put("index", prefix + "-2")
          .put("alias", prefix)
          .put("is_write_index", true);
      client().send("POST", "/_aliases", body, LONGEST).orThrow();
      first.takeOver(at(1));
      assertTrue(other.leads());
      assertEquals(at(1), other.position().orElseThrow());
      assertEquals(Set.of(prefix + "-1"), indexes().keySet());
    }
  }

  @Test
  void findsOutThatItsIndexIsGone() {
    try (SearchIndex index = built(article(1, "باران"))) {
      indexes().keySet().forEach(each -> client().send("DELETE", "/" + each, LONGEST).orThrow());
      assertThrows(
          SearchIndexException.class, () -> index.apply(changed(article(2, "باران")), at(2)));
      assertEquals(Map.of(), indexes());
      try (SearchIndex again = open()) {
        assertTrue(again.leads());
        assertTrue(again.position().isEmpty());
        IndexBuild build = again.build();
        build.add(changed(article(3, "باران")));
        build.takeOver(at(2));
        assertEquals(List.of(3L), found(again, "باران"));
      }
    }
  }

  @Test
  void leavesForeignIndexesAlone() {
    String foreign = prefix + "-foreign";
    ObjectNode aliases = OpenSearchClient.JSON.createObjectNode();
    aliases.putObject("aliases").putObject(prefix);
    client().send("PUT", "/" + foreign, aliases, LONGEST).orThrow();
    try (SearchIndex index = open()) {
      assertTrue(index.leads());
      assertTrue(index.position().isEmpty());
      index.build();
      IndexBuild build = index.build();
      build.add(changed(article(1, "باران")));
      build.takeOver(at(1));
      assertEquals(List.of(1L), found(index, "باران"));
      assertEquals(Set.of(foreign, prefix + "-2"), indexes().keySet());
    }
  }

  @Test
  void asksTheNextNodeWhereOneDoesNotAnswer() throws IOException {
    URI nobody;
    try (ServerSocket socket = new ServerSocket(0)) {
      nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
    }
    built(article(1, "باران")).close();
    try (SearchIndex index = open(false, nobody)) {
      assertEquals(List.of(1L), found(index, "باران"));
    }
    assertThrows(
        SearchIndexException.class,
        () ->
            OpenSearchIndex.open(
                new OpenSearchIndex.Cluster(List.of(nobody), Optional.empty(), LONGEST, LONGEST, 1),
                new OpenSearchIndex.Settings(prefix, 0, LONGEST, 3, LONGEST),
                () -> true));
  }

  @Test
  void writesMoreThanFitsIntoOneRequest() {
    String title = "باران " + "کلمه ".repeat(10_000);
    try (SearchIndex index = built()) {
      IndexChanges many =
          new IndexChanges(
              LongStream.rangeClosed(1, 20).mapToObj(id -> article(id, title)).toList(),
              Set.of(),
              List.of(),
              Set.of());
      index.apply(many, at(2));
      assertEquals(20, found(index, "باران").size());
    }
  }

  @Test
  void sharesAStateAmongSearches() {
    try (SearchIndex index = built(article(1, "باران"), article(2, "باران"))) {
      SearchPlace one = first(index);
      assertFalse(one.snapshot().isEmpty());
      assertEquals(one.snapshot(), first(index).snapshot());
      index.apply(changed(article(3, "باران")), at(2));
      assertFalse(one.snapshot().equals(first(index).snapshot()));
    }
  }

  private static SearchPlace first(SearchIndex index) {
    return index.search(request("باران", SearchOrder.RELEVANCE, 1)).places().get(0);
  }
}
