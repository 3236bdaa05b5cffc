package dev.sarkhat.search.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.change.EntityKind;
import dev.sarkhat.search.index.SearchExpression.All;
import dev.sarkhat.search.index.SearchExpression.Any;
import dev.sarkhat.search.index.SearchExpression.Not;
import dev.sarkhat.search.index.SearchExpression.Phrase;
import dev.sarkhat.search.index.SearchExpression.Word;
import dev.sarkhat.text.lexeme.QueryLexemes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every engine has to do. */
public abstract class SearchIndexContract {

  protected static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  protected static final UUID EPOCH = UUID.randomUUID();

  /** The test's index, empty at first; a later call opens again what was left. */
  protected abstract SearchIndex open();

  protected SearchIndex built(IndexedArticle... articles) {
    SearchIndex index = open();
    assertTrue(index.leads());
    IndexBuild build = index.build();
    build.add(changed(articles));
    build.takeOver(at(1));
    return index;
  }

  protected static IndexPosition at(long number, PendingName... pending) {
    return new IndexPosition(EPOCH, number, List.of(pending));
  }

  protected static IndexedArticle article(long id, String title) {
    return article(id, title, NOW.minusSeconds(3600 * id), null);
  }

  protected static IndexedArticle article(
      long id, String title, Instant publishedAt, @Nullable Instant expireAt) {
    return article(
        id,
        "news",
        "fa",
        publishedAt,
        expireAt,
        Set.of(1L, 10 + id % 2),
        new ArticleTexts(List.of(title), "", "", List.of(), List.of(), List.of()));
  }

  protected static IndexedArticle article(long id, ArticleTexts texts) {
    return article(
        id, "news", "fa", NOW.minusSeconds(3600 * id), null, Set.of(1L, 10 + id % 2), texts);
  }

  /** Its tag is a hundred more, its source two hundred, its contributor three hundred. */
  protected static IndexedArticle article(
      long id,
      String type,
      String lang,
      Instant publishedAt,
      @Nullable Instant expireAt,
      Set<Long> sections,
      ArticleTexts texts) {
    return new IndexedArticle(
        id,
        type,
        lang,
        publishedAt,
        expireAt,
        sections,
        Set.of(100 + id),
        Set.of(200 + id),
        Set.of(300 + id),
        ArticleWords.of(texts),
        texts.digest(List.of(id)));
  }

  protected static IndexChanges changed(IndexedArticle... articles) {
    return new IndexChanges(List.of(articles), Set.of(), List.of(), Set.of());
  }

  protected static IndexChanges removed(Long... ids) {
    return new IndexChanges(List.of(), Set.of(ids), List.of(), Set.of());
  }

  protected static SearchExpression words(String words) {
    return words(SearchField.ALL, words);
  }

  protected static SearchExpression words(SearchField field, String words) {
    return new All(
        QueryLexemes.of(words).stream()
            .<SearchExpression>map(choice -> new Word(field, choice.lexemes()))
            .toList());
  }

  protected static SearchExpression phrase(SearchField field, String words) {
    return new Phrase(field, QueryLexemes.phrases(words));
  }

  protected static SearchRequest request(String words, SearchOrder order, int limit) {
    return request(words, order, limit, null, Set.of());
  }

  protected static SearchRequest request(
      String words,
      SearchOrder order,
      int limit,
      @Nullable SearchPlace after,
      Set<SearchFacet> facets) {
    return new SearchRequest(
        words(words), SearchFilter.NONE, order, NOW, NOW, limit, after, 10_000, facets, 20);
  }

  protected static List<Long> found(SearchIndex index, String words) {
    return ids(index.search(request(words, SearchOrder.NEWEST, 100)));
  }

  protected static List<Long> found(SearchIndex index, SearchExpression expression) {
    return found(index, expression, SearchFilter.NONE);
  }

  private static List<Long> found(
      SearchIndex index, SearchExpression expression, SearchFilter filter) {
    return ids(
        index.search(
            new SearchRequest(
                expression, filter, SearchOrder.NEWEST, NOW, NOW, 100, null, 0, Set.of(), 1)));
  }

  protected static List<Long> ids(SearchHits hits) {
    return hits.places().stream().map(SearchPlace::id).toList();
  }

  @Test
  void hasNothingAtFirst() {
    try (SearchIndex index = open()) {
      assertTrue(index.leads());
      assertTrue(index.position().isEmpty());
      SearchRequest request = request("x", SearchOrder.NEWEST, 1);
      assertThrows(SearchIndexException.class, () -> index.search(request));
      assertThrows(SearchIndexException.class, () -> index.apply(removed(1L), at(2)));
    }
  }

  @Test
  void keepsWhatWasCommitted() {
    PendingName pending = new PendingName(EntityKind.TAG, 7, 42);
    try (SearchIndex index = built(article(1, "یک باران"))) {
      index.apply(changed(article(2, "دو باران")), at(5, pending));
      index.commit();
    }
    try (SearchIndex again = open()) {
      assertTrue(again.leads());
      assertEquals(at(5, pending), again.position().orElseThrow());
      assertEquals(List.of(1L, 2L), found(again, "باران"));
    }
  }

  @Test
  void replacesAndRemoves() {
    try (SearchIndex index = built(article(1, "باران"), article(2, "باران"))) {
      index.apply(
          new IndexChanges(List.of(article(1, "آفتاب")), Set.of(2L, 99L), List.of(), Set.of()),
          at(2));
      assertEquals(List.of(), found(index, "باران"));
      assertEquals(List.of(1L), found(index, "آفتاب"));
      index.apply(changed(article(2, "باران")), at(2));
      assertEquals(List.of(2L), found(index, "باران"));
    }
  }

  @Test
  void answersFromTheOldIndexUntilTheNewOneTakesOver() {
    try (SearchIndex index = built(article(1, "باران"))) {
      IndexBuild build = index.build();
      build.add(changed(article(2, "برف")));
      build.add(changed(article(2, "باران"), article(3, "باران")));
      build.add(removed(3L));
      assertEquals(List.of(1L), found(index, "باران"));
      build.takeOver(at(9));
      assertEquals(List.of(2L), found(index, "باران"));
      assertEquals(at(9), index.position().orElseThrow());
    }
    try (SearchIndex index = open()) {
      assertEquals(List.of(2L), found(index, "باران"));
    }
  }

  @Test
  void forgetsABuildThatIsDiscarded() {
    try (SearchIndex index = built(article(1, "باران"))) {
      IndexBuild build = index.build();
      build.add(changed(article(2, "باران")));
      build.discard();
      assertEquals(List.of(1L), found(index, "باران"));
    }
  }

  @Test
  void showsArticlesInTheirTime() {
    try (SearchIndex index =
        built(
            article(1, "باران", NOW.plusMillis(1), null),
            article(2, "باران", NOW, null),
            article(3, "باران", NOW.minusSeconds(9), NOW),
            article(4, "باران", NOW.minusSeconds(9), NOW.plusMillis(1)),
            article(5, "باران", Instant.parse("1850-01-01T00:00:00Z"), null))) {
      assertEquals(List.of(2L, 4L, 5L), found(index, "باران"));
      assertEquals(List.of(2L, 4L, 5L), index.titles(List.of("بار"), NOW, 10));
      assertEquals(List.of(2L), index.titles(List.of("بار"), NOW, 1));
    }
  }

  @Test
  void combinesWords() {
    try (SearchIndex index =
        built(article(1, "فرانسه و سوریه"), article(2, "فرانسه تنها"), article(3, "سوریه"))) {
      SearchExpression france = words("فرانسه");
      SearchExpression syria = words("سوریه");
      assertEquals(List.of(1L), found(index, new All(List.of(france, syria))));
      assertEquals(List.of(1L, 2L, 3L), found(index, new Any(List.of(france, syria))));
      assertEquals(List.of(2L), found(index, new All(List.of(france, new Not(syria)))));
      assertEquals(List.of(3L), found(index, new Not(france)));
      assertEquals(List.of(1L, 3L), found(index, new Any(List.of(syria, new Not(france)))));
      assertEquals(List.of(1L, 2L, 3L), found(index, new All(List.of())));
      assertEquals(List.of(), found(index, new Word(SearchField.ALL, List.of())));
    }
  }

  @Test
  void looksInOneField() {
    ArticleTexts everywhere =
        new ArticleTexts(
            List.of("تیتر"), "لید", "متن", List.of("برچسب"), List.of("ایسنا"), List.of("علوی"));
    try (SearchIndex index = built(article(1, everywhere))) {
      for (String word : List.of("تیتر", "لید", "متن", "برچسب", "ایسنا", "علوی")) {
        assertEquals(List.of(1L), found(index, word), word);
      }
      Map.of(SearchField.TITLE, "تیتر", SearchField.TAG, "برچسب", SearchField.SOURCE, "ایسنا")
          .forEach(
              (field, word) -> {
                assertEquals(List.of(1L), found(index, words(field, word)));
                assertEquals(List.of(), found(index, words(field, "لید")));
              });
    }
  }

  @Test
  void findsPhrasesInOneTextOnly() {
    try (SearchIndex index =
        built(
            article(
                1,
                new ArticleTexts(
                    List.of("رویداد تازه", "بازار تهران"),
                    "وزیر نیرو گفت",
                    "آب و برق",
                    List.of(),
                    List.of(),
                    List.of())))) {
      for (String there : List.of("رویداد تازه", "بازار تهران", "وزیر نیرو گفت", "آب و برق")) {
        assertEquals(List.of(1L), found(index, phrase(SearchField.ALL, there)), there);
      }
      for (String absent : List.of("تازه رویداد", "تازه بازار", "وزیر گفت", "گفت آب")) {
        assertEquals(List.of(), found(index, phrase(SearchField.ALL, absent)), absent);
      }
      assertEquals(List.of(1L), found(index, phrase(SearchField.TITLE, "بازار تهران")));
      assertEquals(List.of(), found(index, phrase(SearchField.TITLE, "وزیر نیرو")));
    }
  }

  @Test
  void filters() {
    ArticleTexts texts =
        new ArticleTexts(List.of("باران"), "", "", List.of(), List.of(), List.of());
    try (SearchIndex index =
        built(
            article(1, "news", "fa", NOW.minusMillis(1), null, Set.of(1L, 10L), texts),
            article(2, "photo", "fa", NOW.minusMillis(2), null, Set.of(1L, 11L), texts),
            article(3, "news", "en", NOW.minusMillis(3), null, Set.of(1L), texts))) {
      Set<Long> none = Set.of();
      List<Set<Long>> all = List.of();
      Set<String> any = Set.of();
      Map<SearchFilter, List<Long>> expected =
          Map.ofEntries(
              Map.entry(SearchFilter.NONE, List.of(1L, 2L, 3L)),
              Map.entry(
                  filter(List.of(Set.of(10L, 11L)), all, all, all, any, any, none, none, none),
                  List.of(1L, 2L)),
              Map.entry(
                  filter(
                      List.of(Set.of(1L), Set.of(11L)), all, all, all, any, any, none, none, none),
                  List.of(2L)),
              Map.entry(
                  filter(all, List.of(Set.of(101L, 103L)), all, all, any, any, none, none, none),
                  List.of(1L, 3L)),
              Map.entry(
                  filter(all, all, List.of(Set.of(202L)), all, any, any, none, none, none),
                  List.of(2L)),
              Map.entry(
                  filter(all, all, all, List.of(Set.of(303L)), any, any, none, none, none),
                  List.of(3L)),
              Map.entry(
                  filter(all, all, all, all, Set.of("news"), any, none, none, none),
                  List.of(1L, 3L)),
              Map.entry(
                  filter(all, all, all, all, any, Set.of("fa"), none, none, none), List.of(1L, 2L)),
              Map.entry(
                  filter(all, all, all, all, any, any, Set.of(3L, 9L), none, none), List.of(3L)),
              Map.entry(
                  filter(all, all, all, all, any, any, none, Set.of(10L), Set.of(102L)),
                  List.of(3L)));
      expected.forEach(
          (filter, ids) -> {
            assertEquals(ids, found(index, words("باران"), filter), filter.toString());
            assertEquals(ids, found(index, new All(List.of()), filter), filter.toString());
          });
      assertEquals(List.of(2L), between(index, NOW.minusMillis(2), NOW.minusMillis(1)));
      assertEquals(List.of(1L), between(index, NOW.minusMillis(1), null));
      assertEquals(List.of(3L), between(index, null, NOW.minusMillis(2)));
    }
  }

  private static SearchFilter filter(
      List<Set<Long>> sections,
      List<Set<Long>> tags,
      List<Set<Long>> sources,
      List<Set<Long>> contributors,
      Set<String> types,
      Set<String> langs,
      Set<Long> ids,
      Set<Long> excludedSections,
      Set<Long> excludedTags) {
    return new SearchFilter(
        sections,
        tags,
        sources,
        contributors,
        types,
        langs,
        ids,
        excludedSections,
        excludedTags,
        null,
        null);
  }

  private static List<Long> between(
      SearchIndex index, @Nullable Instant from, @Nullable Instant to) {
    return found(
        index,
        words("باران"),
        new SearchFilter(
            List.of(), List.of(), List.of(), List.of(), Set.of(), Set.of(), Set.of(), Set.of(),
            Set.of(), from, to));
  }

  @Test
  void ranksWhatIsRareOftenShortAndNew() {
    try (SearchIndex index =
        built(
            article(1, "باران", NOW.minusSeconds(400 * 86_400L), null),
            article(2, "باران و برف و تگرگ و توفان و مه", NOW.minusSeconds(9), null),
            article(3, "باران", NOW.minusSeconds(9), null),
            article(4, "باران", NOW.minusSeconds(10), null))) {
      SearchHits hits = index.search(request("باران", SearchOrder.RELEVANCE, 10));
      assertEquals(List.of(3L, 4L, 2L, 1L), ids(hits));
      SearchPlace first = hits.places().get(0);
      assertTrue(first.score() > hits.places().get(3).score() + 2, first.toString());
      assertEquals(NOW.minusSeconds(9), first.publishedAt());
    }
  }

  @Test
  void goesOnWhereAPageEndedWhateverHappenedMeanwhile() {
    IndexedArticle[] articles =
        LongStream.rangeClosed(1, 25)
            .mapToObj(id -> article(id, "باران " + "تند ".repeat((int) (id % 4))))
            .toArray(IndexedArticle[]::new);
    long number = 10;
    try (SearchIndex index = built(articles)) {
      for (SearchOrder order : SearchOrder.values()) {
        List<Long> all = ids(index.search(request("باران", order, 100)));
        List<Long> paged = new ArrayList<>();
        Set<Long> added = new LinkedHashSet<>();
        SearchPlace after = null;
        do {
          List<SearchPlace> places =
              index.search(request("باران", order, 4, after, Set.of())).places();
          paged.addAll(places.stream().map(SearchPlace::id).toList());
          after = places.size() < 4 ? null : places.get(3);
          long id = 1000L + paged.size();
          added.add(id);
          index.apply(changed(article(id, "باران و باران و برف")), at(number++));
        } while (after != null);
        paged.removeAll(added);
        assertEquals(all, paged);
        index.apply(removed(added.toArray(Long[]::new)), at(number++));
      }
    }
  }

  @Test
  void goesOnFromAStateThatItNeverHad() {
    try (SearchIndex index = built(article(1, "باران"), article(2, "باران"))) {
      SearchPlace first = index.search(request("باران", SearchOrder.RELEVANCE, 1)).places().get(0);
      for (String snapshot : List.of("", "abc", "1".repeat(300), "o_-7QQEJc2Fya2hhdC0x")) {
        SearchPlace place =
            new SearchPlace(first.score(), first.publishedAt(), first.id(), snapshot);
        SearchHits next = index.search(request("باران", SearchOrder.RELEVANCE, 9, place, Set.of()));
        assertEquals(List.of(2L), ids(next), snapshot);
      }
    }
  }

  @Test
  void counts() {
    IndexedArticle[] articles =
        LongStream.rangeClosed(1, 25)
            .mapToObj(id -> article(id, "باران"))
            .toArray(IndexedArticle[]::new);
    try (SearchIndex index = built(articles)) {
      for (SearchOrder order : SearchOrder.values()) {
        SearchHits all = index.search(counted(order, 25));
        assertEquals(25, all.total());
        assertTrue(all.totalIsExact());
        SearchHits more = index.search(counted(order, 24));
        assertFalse(more.totalIsExact());
        assertTrue(more.total() >= 24);
        SearchHits exact = index.search(counted(order, Integer.MAX_VALUE));
        assertEquals(25, exact.total());
        assertTrue(exact.totalIsExact() && exact.complete());
      }
    }
  }

  private static SearchRequest counted(SearchOrder order, int upTo) {
    return new SearchRequest(
        words("باران"), SearchFilter.NONE, order, NOW, NOW, 2, null, upTo, Set.of(), 1);
  }

  @Test
  void countsAsOneWouldByHand() {
    try (SearchIndex index = built()) {
      Map<Long, IndexedArticle> kept = new TreeMap<>();
      Random random = new Random(5);
      for (int change = 1; change <= 12; change++) {
        List<IndexedArticle> written = new ArrayList<>();
        Set<Long> removed = new TreeSet<>();
        for (int count = 0; count < 12; count++) {
          long id = 1 + random.nextInt(60);
          if (random.nextInt(5) == 0) {
            removed.add(id);
          } else if (written.stream().noneMatch(each -> each.id() == id)) {
            written.add(randomArticle(id, random));
          }
        }
        written.removeIf(each -> removed.contains(each.id()));
        removed.forEach(kept::remove);
        written.forEach(each -> kept.put(each.id(), each));
        index.apply(new IndexChanges(written, removed, List.of(), Set.of()), at(1 + change));
        // Some have this word, half that, nearly all the third.
        for (String word : List.of("کم", "نیم", "بیش")) {
          assertEquals(countedByHand(kept.values(), word), counted(index, word), word + change);
        }
      }
    }
  }

  private static IndexedArticle randomArticle(long id, Random random) {
    StringBuilder title = new StringBuilder("خبر");
    title.append(random.nextInt(8) == 0 ? " کم" : "");
    title.append(random.nextBoolean() ? " نیم" : "");
    title.append(random.nextInt(8) > 0 ? " بیش" : "");
    return article(
        id,
        random.nextBoolean() ? "news" : "report",
        "fa",
        NOW.minusSeconds(86_400L * random.nextInt(200)),
        null,
        Set.of(1L + random.nextInt(3), 10L + random.nextInt(3)),
        new ArticleTexts(List.of(title.toString()), "", "", List.of(), List.of(), List.of()));
  }

  private static Map<String, Long> countedByHand(Collection<IndexedArticle> articles, String word) {
    String lexeme = QueryLexemes.of(word).get(0).lexemes().get(0);
    Map<String, Long> counts = new TreeMap<>();
    for (IndexedArticle article : articles) {
      if (article.words().title().contains(lexeme)) {
        counts.merge("type " + article.type(), 1L, Long::sum);
        article.sections().forEach(each -> counts.merge("section " + each, 1L, Long::sum));
        long instant = article.publishedAt().toEpochMilli();
        counts.merge("month " + CalendarMonth.gregorian(instant).name(), 1L, Long::sum);
        counts.merge("jalali " + CalendarMonth.jalali(instant).name(), 1L, Long::sum);
      }
    }
    return counts;
  }

  private static Map<String, Long> counted(SearchIndex index, String word) {
    Map<SearchFacet, String> names =
        Map.of(
            SearchFacet.TYPE,
            "type ",
            SearchFacet.SECTION,
            "section ",
            SearchFacet.MONTH,
            "month ",
            SearchFacet.JALALI_MONTH,
            "jalali ");
    Map<String, Long> counts = new TreeMap<>();
    index
        .search(request(word, SearchOrder.NEWEST, 1, null, EnumSet.copyOf(names.keySet())))
        .facets()
        .forEach(
            (facet, values) ->
                values.forEach(each -> counts.put(names.get(facet) + each.value(), each.count())));
    return counts;
  }

  @Test
  void countsByFacets() {
    try (SearchIndex index =
        built(
            article(1, "باران"),
            article(2, "باران"),
            article(3, "باران", Instant.parse("2026-03-20T20:29:59.999Z"), null),
            article(4, "باران", Instant.parse("2026-03-20T20:30:00Z"), null),
            article(5, "برف"))) {
      SearchHits hits =
          index.search(
              request("باران", SearchOrder.RELEVANCE, 1, null, EnumSet.allOf(SearchFacet.class)));
      assertEquals(4, hits.total());
      assertTrue(hits.totalIsExact());
      assertEquals(
          Map.of(
              SearchFacet.SECTION,
              List.of(new FacetCount("1", 4), new FacetCount("10", 2), new FacetCount("11", 2)),
              SearchFacet.TAG,
              List.of(
                  new FacetCount("101", 1),
                  new FacetCount("102", 1),
                  new FacetCount("103", 1),
                  new FacetCount("104", 1)),
              SearchFacet.SOURCE,
              List.of(
                  new FacetCount("201", 1),
                  new FacetCount("202", 1),
                  new FacetCount("203", 1),
                  new FacetCount("204", 1)),
              SearchFacet.TYPE,
              List.of(new FacetCount("news", 4)),
              SearchFacet.MONTH,
              List.of(new FacetCount("2026-03", 2), new FacetCount("2026-11", 2)),
              SearchFacet.JALALI_MONTH,
              List.of(
                  new FacetCount("1405-08", 2),
                  new FacetCount("1404-12", 1),
                  new FacetCount("1405-01", 1))),
          hits.facets());
      SearchRequest two =
          new SearchRequest(
              words("باران"),
              SearchFilter.NONE,
              SearchOrder.NEWEST,
              NOW,
              NOW,
              1,
              hits.places().get(0),
              0,
              Set.of(SearchFacet.TAG),
              2);
      assertEquals(
          Map.of(SearchFacet.TAG, List.of(new FacetCount("101", 1), new FacetCount("102", 1))),
          index.search(two).facets());
    }
  }

  @Test
  void ordersNamesByPopularity() {
    NameKey rare = new NameKey(EntityKind.TAG, 1);
    NameKey popular = new NameKey(EntityKind.TAG, 2);
    NameKey section = new NameKey(EntityKind.SECTION, 3);
    try (SearchIndex index = built(article(1, "باران"))) {
      index.apply(
          new IndexChanges(
              List.of(),
              Set.of(),
              List.of(
                  new IndexedName(rare, List.of("ب", "با"), 1, Long.MIN_VALUE),
                  new IndexedName(popular, List.of("ب", "با"), 9, Long.MAX_VALUE),
                  new IndexedName(section, List.of("ب"), 99, 33)),
              Set.of()),
          at(2));
      Set<EntityKind> tags = Set.of(EntityKind.TAG);
      assertEquals(List.of(popular, rare), index.names(List.of("با"), tags, 10));
      assertEquals(List.of(popular), index.names(List.of("ب", "با"), tags, 1));
      Set<EntityKind> both = new LinkedHashSet<>(List.of(EntityKind.SECTION, EntityKind.TAG));
      assertEquals(List.of(section, popular, rare), index.names(List.of("ب"), both, 10));
      assertEquals(
          Map.of(1L, Long.MIN_VALUE, 2L, Long.MAX_VALUE), index.digests(EntityKind.TAG, 0, 10));
      assertEquals(Map.of(1L, Long.MIN_VALUE), index.digests(EntityKind.TAG, 0, 1));
      assertEquals(Map.of(2L, Long.MAX_VALUE), index.digests(EntityKind.TAG, 1, 10));
      assertEquals(Set.of(1L), index.digests(EntityKind.ARTICLE, 0, 10).keySet());
      index.apply(new IndexChanges(List.of(), Set.of(), List.of(), Set.of(popular)), at(3));
      assertEquals(List.of(rare), index.names(List.of("با"), tags, 10));
    }
  }

  @Test
  void knowsWhatArticlesAttest() {
    String text = "کتاب\u200Cها و خانه\u200Cها را می\u200Cبینم و می\u200Cخوانم و می\u200Cنویسم.";
    ArticleTexts texts = new ArticleTexts(List.of("یک"), "", text, List.of(), List.of(), List.of());
    Set<String> spellings = ArticleWords.of(texts).spellings();
    assertFalse(spellings.isEmpty());
    try (SearchIndex index = built(article(1, texts), article(2, texts), article(3, "یک"))) {
      Set<String> asked = new LinkedHashSet<>(spellings);
      asked.add("نیست");
      asked.add("این نیز");
      Map<String, Integer> attested = index.attested(asked);
      assertEquals(spellings, attested.keySet());
      assertEquals(Set.of(2), Set.copyOf(attested.values()));
      assertEquals(Map.of(), index.attested(List.of()));
    }
  }

  @Test
  void knowsWhatIsWrittenAlike() {
    try (SearchIndex index =
        built(article(1, "پژوهشگران"), article(2, "پژوهشگاه"), article(3, "Tehran"))) {
      assertEquals(List.of("پژوهشگران"), index.similar("پژوهشگرن", 1));
      assertEquals(List.of(), index.similar("پژوهشگران", 3));
      assertEquals(List.of(), index.similar("کهکشان", 3));
    }
  }
}
