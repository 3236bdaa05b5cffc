package dev.sarkhat.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.change.EntityKind;
import dev.sarkhat.search.index.ArticleTexts;
import dev.sarkhat.search.index.ArticleWords;
import dev.sarkhat.search.index.FacetCount;
import dev.sarkhat.search.index.IndexBuild;
import dev.sarkhat.search.index.IndexChanges;
import dev.sarkhat.search.index.IndexPosition;
import dev.sarkhat.search.index.IndexedArticle;
import dev.sarkhat.search.index.IndexedName;
import dev.sarkhat.search.index.NameKey;
import dev.sarkhat.search.index.PendingName;
import dev.sarkhat.search.index.SearchExpression;
import dev.sarkhat.search.index.SearchExpression.All;
import dev.sarkhat.search.index.SearchExpression.Word;
import dev.sarkhat.search.index.SearchFacet;
import dev.sarkhat.search.index.SearchField;
import dev.sarkhat.search.index.SearchFilter;
import dev.sarkhat.search.index.SearchHits;
import dev.sarkhat.search.index.SearchIndexException;
import dev.sarkhat.search.index.SearchOrder;
import dev.sarkhat.search.index.SearchPlace;
import dev.sarkhat.search.index.SearchRequest;
import dev.sarkhat.text.lexeme.QueryLexemes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneIndexTest {

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final UUID EPOCH = UUID.randomUUID();
  private static final LuceneIndex.Settings SETTINGS =
      new LuceneIndex.Settings(16, Duration.ofSeconds(5), 3, Duration.ofDays(30));

  @TempDir private Path directory = Path.of("");

  private LuceneIndex built(IndexedArticle... articles) {
    LuceneIndex index = LuceneIndex.open(directory, SETTINGS);
    IndexBuild build = index.build();
    build.add(new IndexChanges(List.of(articles), Set.of(), List.of(), Set.of()));
    build.takeOver(at(1));
    return index;
  }

  private static IndexPosition at(long number, PendingName... pending) {
    return new IndexPosition(EPOCH, number, List.of(pending));
  }

  private static IndexedArticle article(long id, String title) {
    return article(id, title, NOW.minusSeconds(3600 * id), null);
  }

  private static IndexedArticle article(
      long id, String title, Instant publishedAt, @Nullable Instant expireAt) {
    ArticleTexts texts = new ArticleTexts(List.of(title), "", "", List.of(), List.of(), List.of());
    return new IndexedArticle(
        id,
        "news",
        "fa",
        publishedAt,
        expireAt,
        Set.of(1L, 10 + id % 2),
        Set.of(100 + id),
        Set.of(),
        Set.of(),
        ArticleWords.of(texts),
        texts.digest(List.of(id)));
  }

  private static IndexChanges changed(IndexedArticle... articles) {
    return new IndexChanges(List.of(articles), Set.of(), List.of(), Set.of());
  }

  private static SearchExpression words(String words) {
    List<SearchExpression> all =
        QueryLexemes.of(words).stream()
            .<SearchExpression>map(choice -> new Word(SearchField.ALL, choice.lexemes()))
            .toList();
    return new All(all);
  }

  private static SearchRequest request(String words, SearchOrder order, int limit) {
    return request(words, order, limit, null, Set.of());
  }

  private static SearchRequest request(
      String words,
      SearchOrder order,
      int limit,
      @Nullable SearchPlace after,
      Set<SearchFacet> facets) {
    return new SearchRequest(
        words(words), SearchFilter.NONE, order, NOW, NOW, limit, after, 10_000, facets, 20);
  }

  private static List<Long> found(LuceneIndex index, String words) {
    return ids(index.search(request(words, SearchOrder.NEWEST, 100)));
  }

  private static List<Long> ids(SearchHits hits) {
    return hits.places().stream().map(SearchPlace::id).toList();
  }

  @Test
  void keepsWhatWasCommittedWithItsPosition() {
    LuceneIndex index = built(article(1, "یک باران"));
    PendingName pending = new PendingName(EntityKind.TAG, 7, 42);
    index.apply(changed(article(2, "دو باران")), at(5, pending));
    index.commit();
    index.apply(changed(article(3, "سه باران")), at(6));
    assertEquals(List.of(1L, 2L, 3L), found(index, "باران"));
    index.abandon();
    try (LuceneIndex again = LuceneIndex.open(directory, SETTINGS)) {
      assertEquals(at(5, pending), again.position().orElseThrow());
      assertEquals(List.of(1L, 2L), found(again, "باران"));
    }
  }

  @Test
  void replacesAndRemoves() {
    try (LuceneIndex index = built(article(1, "باران"), article(2, "باران"))) {
      index.apply(
          new IndexChanges(List.of(article(1, "آفتاب")), Set.of(2L, 99L), List.of(), Set.of()),
          at(2));
      assertEquals(List.of(), found(index, "باران"));
      assertEquals(List.of(1L), found(index, "آفتاب"));
    }
  }

  @Test
  void answersFromTheOldIndexUntilTheNewOneTakesOver() {
    try (LuceneIndex index = built(article(1, "باران"))) {
      IndexBuild build = index.build();
      build.add(changed(article(2, "باران")));
      assertEquals(List.of(1L), found(index, "باران"));
      build.takeOver(at(9));
      assertEquals(List.of(2L), found(index, "باران"));
      assertEquals(at(9), index.position().orElseThrow());
    }
    try (LuceneIndex index = LuceneIndex.open(directory, SETTINGS)) {
      assertEquals(List.of(2L), found(index, "باران"));
    }
  }

  @Test
  void forgetsABuildThatDidNotComeToItsEnd() {
    LuceneIndex index = built(article(1, "باران"));
    index.build().add(changed(article(2, "باران")));
    index.abandon();
    try (LuceneIndex again = LuceneIndex.open(directory, SETTINGS)) {
      assertEquals(List.of(1L), found(again, "باران"));
    }
  }

  @Test
  void hasNothingWhereNothingCanBeOpened() throws IOException {
    built(article(1, "باران")).close();
    Path index;
    try (Stream<Path> paths = Files.list(directory)) {
      index = paths.findFirst().orElseThrow();
    }
    try (Stream<Path> files = Files.list(index)) {
      for (Path file : files.filter(each -> each.toString().contains("segments")).toList()) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }
    try (LuceneIndex again = LuceneIndex.open(directory, SETTINGS)) {
      assertTrue(again.position().isEmpty());
      assertThrows(
          SearchIndexException.class, () -> again.search(request("x", SearchOrder.NEWEST, 1)));
      IndexBuild build = again.build();
      build.add(changed(article(3, "باران")));
      build.takeOver(at(1));
      assertEquals(List.of(3L), found(again, "باران"));
    }
  }

  @Test
  void showsArticlesInTheirTime() {
    try (LuceneIndex index =
        built(
            article(1, "باران", NOW.plusSeconds(1), null),
            article(2, "باران", NOW, null),
            article(3, "باران", NOW.minusSeconds(9), NOW),
            article(4, "باران", NOW.minusSeconds(9), NOW.plusMillis(1)))) {
      assertEquals(List.of(2L, 4L), found(index, "باران"));
      assertEquals(List.of(2L, 4L), index.titles(List.of("بار"), NOW, 10));
    }
  }

  @Test
  void goesOnWhereAPageEndedWhateverHappenedMeanwhile() {
    IndexedArticle[] articles =
        Stream.iterate(1L, id -> id + 1)
            .limit(25)
            .map(id -> article(id, "باران " + "تند ".repeat((int) (id % 4))))
            .toArray(IndexedArticle[]::new);
    try (LuceneIndex index = built(articles)) {
      for (SearchOrder order : SearchOrder.values()) {
        List<Long> all = ids(index.search(request("باران", order, 100)));
        List<Long> paged = new java.util.ArrayList<>();
        SearchPlace after = null;
        do {
          List<SearchPlace> places =
              index.search(request("باران", order, 4, after, Set.of())).places();
          paged.addAll(places.stream().map(SearchPlace::id).toList());
          after = places.size() < 4 ? null : places.get(3);
          index.apply(
              changed(article(1000 + paged.size(), "باران و باران و برف")), at(10 + paged.size()));
        } while (after != null);
        assertEquals(all, order == SearchOrder.NEWEST ? paged : paged.subList(0, all.size()));
        for (int more = 1000; more < 1100; more++) {
          index.apply(
              new IndexChanges(List.of(), Set.of((long) more), List.of(), Set.of()), at(500));
        }
      }
    }
  }

  @Test
  void countsByFacets() {
    try (LuceneIndex index =
        built(article(1, "باران"), article(2, "باران"), article(3, "باران"), article(4, "برف"))) {
      SearchHits hits =
          index.search(
              request("باران", SearchOrder.RELEVANCE, 1, null, EnumSet.allOf(SearchFacet.class)));
      assertEquals(3, hits.total());
      assertTrue(hits.totalIsExact());
      assertEquals(
          Map.of("1", 3L, "11", 2L, "10", 1L),
          values(hits, SearchFacet.SECTION).stream()
              .collect(java.util.stream.Collectors.toMap(f -> f.value(), f -> f.count())));
      assertEquals("2026-11", values(hits, SearchFacet.MONTH).get(0).value());
      assertEquals("1405-08", values(hits, SearchFacet.JALALI_MONTH).get(0).value());
    }
  }

  private static List<FacetCount> values(SearchHits hits, SearchFacet facet) {
    return Objects.requireNonNull(hits.facets().get(facet));
  }

  @Test
  void ordersNamesByPopularity() {
    try (LuceneIndex index = built()) {
      NameKey rare = new NameKey(EntityKind.TAG, 1);
      NameKey popular = new NameKey(EntityKind.TAG, 2);
      index.apply(
          new IndexChanges(
              List.of(),
              Set.of(),
              List.of(
                  new IndexedName(rare, List.of("ب", "با"), 1, 11),
                  new IndexedName(popular, List.of("ب", "با"), 9, 22)),
              Set.of()),
          at(2));
      assertEquals(List.of(popular, rare), index.names(List.of("با"), Set.of(EntityKind.TAG), 10));
      assertEquals(Map.of(1L, 11L, 2L, 22L), index.digests(EntityKind.TAG, 0, 10));
      assertEquals(Map.of(2L, 22L), index.digests(EntityKind.TAG, 1, 10));
    }
  }
}
