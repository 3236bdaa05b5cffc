package dev.sarkhat.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sarkhat.change.EntityKind;
import dev.sarkhat.search.index.ArticleTexts;
import dev.sarkhat.search.index.ArticleWords;
import dev.sarkhat.search.index.IndexBuild;
import dev.sarkhat.search.index.IndexChanges;
import dev.sarkhat.search.index.IndexPosition;
import dev.sarkhat.search.index.IndexedArticle;
import dev.sarkhat.search.index.IndexedName;
import dev.sarkhat.search.index.NameKey;
import dev.sarkhat.search.index.SearchExpression;
import dev.sarkhat.search.index.SearchFacet;
import dev.sarkhat.search.index.SearchFilter;
import dev.sarkhat.search.index.SearchHits;
import dev.sarkhat.search.index.SearchIndex;
import dev.sarkhat.search.index.SearchOrder;
import dev.sarkhat.search.index.SearchPlace;
import dev.sarkhat.search.index.SearchRequest;
import dev.sarkhat.search.lucene.LuceneIndex;
import dev.sarkhat.search.opensearch.OpenSearchIndex;
import dev.sarkhat.text.lexeme.Prefixes;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both engines answer the same, of the same articles. */
@Tag("opensearch")
class EnginesAgreeTest {

  private static final int ARTICLES = 300;
  private static final int QUERIES = 500;
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration PIVOT = Duration.ofDays(30);

  @TempDir private static Path directory = Path.of("");

  /** Sown anew for each test. */
  private static final Random RANDOM = new Random(20_151_125);

  private static final List<String> SENTENCES = new ArrayList<>();
  private static final List<String> WORDS = new ArrayList<>();
  private static @Nullable LuceneIndex lucene;
  private static @Nullable OpenSearchIndex openSearch;

  @BeforeAll
  static void build() throws IOException {
    String url = System.getProperty("sarkhat.search.opensearch.url");
    assumeTrue(url != null, "No OpenSearch was started");
    Path sentences = Path.of("src/test/resources/evaluation/sentences.txt");
    for (String line : Files.readAllLines(sentences)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        SENTENCES.add(line);
        WORDS.addAll(List.of(line.split("[ .،؛:«»]+")));
      }
    }
    WORDS.removeIf(String::isBlank);
    lucene = LuceneIndex.open(directory, new LuceneIndex.Settings(16, LONGEST, 3, PIVOT));
    openSearch =
        OpenSearchIndex.open(
            new OpenSearchIndex.Cluster(
                List.of(URI.create(url)), Optional.empty(), LONGEST, LONGEST, 4),
            new OpenSearchIndex.Settings(
                "agree" + UUID.randomUUID().toString().substring(0, 8), 0, LONGEST, 3, PIVOT),
            () -> true);
    List<IndexedArticle> articles = new ArrayList<>();
    for (long id = 1; id <= ARTICLES; id++) {
      articles.add(article(id));
    }
    List<IndexedName> names = new ArrayList<>();
    for (long id = 1; id <= ARTICLES; id++) {
      String name = word() + " " + word();
      EntityKind kind = id % 3 == 0 ? EntityKind.SECTION : EntityKind.TAG;
      names.add(
          new IndexedName(
              new NameKey(kind, id), List.copyOf(Prefixes.of(name)), RANDOM.nextInt(9), id));
    }
    IndexChanges all = new IndexChanges(articles, Set.of(), names, Set.of());
    for (SearchIndex index : List.of(lucene, openSearch)) {
      IndexBuild build = index.build();
      build.add(all);
      build.takeOver(new IndexPosition(UUID.randomUUID(), 1, List.of()));
    }
  }

  @BeforeEach
  void sow() {
    RANDOM.setSeed(13_940_904);
  }

  @AfterAll
  static void close() {
    if (lucene != null) {
      lucene.close();
    }
    if (openSearch != null) {
      openSearch.close();
    }
  }

  private static IndexedArticle article(long id) {
    StringBuilder body = new StringBuilder();
    for (int left = RANDOM.nextInt(8); left > 0; left--) {
      body.append(sentence()).append('\n');
    }
    ArticleTexts texts =
        new ArticleTexts(
            List.of(word() + " " + word(), SENTENCES.get((int) id % SENTENCES.size())),
            RANDOM.nextBoolean() ? sentence() : "",
            body.toString(),
            List.of(word(), word() + " " + word()),
            List.of(word()),
            List.of(word() + " " + word()));
    return new IndexedArticle(
        id,
        RANDOM.nextInt(4) == 0 ? "photo" : "news",
        RANDOM.nextInt(9) == 0 ? "en" : "fa",
        NOW.minusSeconds(RANDOM.nextInt(3 * 365 * 86_400) - 86_400L),
        RANDOM.nextInt(20) == 0 ? NOW.plusSeconds(RANDOM.nextInt(7200) - 3600L) : null,
        Set.of(1L, 2L + RANDOM.nextInt(5)),
        Set.of((long) RANDOM.nextInt(40), 50L + RANDOM.nextInt(9)),
        Set.of((long) RANDOM.nextInt(5)),
        Set.of((long) RANDOM.nextInt(9)),
        ArticleWords.of(texts),
        texts.digest(List.of(id)));
  }

  private static String sentence() {
    return SENTENCES.get(RANDOM.nextInt(SENTENCES.size()));
  }

  private static String word() {
    return WORDS.get(RANDOM.nextInt(WORDS.size()));
  }

  /** What somebody may type: words of one sentence or of any, with operators among them. */
  private static String typed() {
    int start = RANDOM.nextInt(WORDS.size() - 3);
    String two = WORDS.get(start) + " " + WORDS.get(start + 1);
    return switch (RANDOM.nextInt(10)) {
      case 0, 1 -> word();
      case 2, 3 -> two;
      case 4 -> two + " " + WORDS.get(start + 2);
      case 5 -> "\"" + two + "\"";
      case 6 -> word() + " OR " + word();
      case 7 -> word() + " -" + word();
      case 8 -> List.of("title:", "tag:", "source:").get(RANDOM.nextInt(3)) + word();
      default -> word().replace("\u200C", RANDOM.nextBoolean() ? "" : " ");
    };
  }

  private static SearchFilter filter() {
    if (RANDOM.nextBoolean()) {
      return SearchFilter.NONE;
    }
    return new SearchFilter(
        RANDOM.nextBoolean() ? List.of(Set.of(2L, 3L)) : List.of(),
        List.of(),
        RANDOM.nextBoolean() ? List.of(Set.of(1L, 2L, 3L)) : List.of(),
        List.of(),
        RANDOM.nextBoolean() ? Set.of("news") : Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        RANDOM.nextBoolean() ? Set.of(51L) : Set.of(),
        RANDOM.nextBoolean() ? NOW.minus(Duration.ofDays(500)) : null,
        null);
  }

  private static SearchIndex lucene() {
    return Objects.requireNonNull(lucene);
  }

  private static SearchIndex openSearch() {
    return Objects.requireNonNull(openSearch);
  }

  @Test
  void onEveryWordOfTheEvaluation() {
    List<String> halfSpaces = List.of("\u200C", "", " ");
    for (int index = 0; index + 1 < WORDS.size(); index++) {
      String two = WORDS.get(index) + " " + WORDS.get(index + 1);
      String typed = index % 2 == 0 ? two : WORDS.get(index);
      String spelt = typed.replace("\u200C", halfSpaces.get(index % 3));
      SearchRequest request =
          new SearchRequest(
              SearchWords.parse(spelt).orElseThrow(),
              SearchFilter.NONE,
              SearchOrder.RELEVANCE,
              NOW,
              NOW,
              ARTICLES,
              null,
              0,
              Set.of(),
              1);
      SearchHits expected = lucene().search(request);
      assertEquals(ids(expected), ids(openSearch().search(request)), spelt);
    }
  }

  @Test
  void onWhatIsFound() {
    int found = 0;
    for (int query = 0; query < QUERIES; query++) {
      String typed = typed();
      SearchExpression expression = SearchWords.parse(typed).orElseThrow();
      SearchFilter filter = filter();
      for (SearchOrder order : SearchOrder.values()) {
        SearchRequest request =
            new SearchRequest(
                expression,
                filter,
                order,
                NOW,
                NOW,
                50,
                null,
                10_000,
                EnumSet.allOf(SearchFacet.class),
                20);
        SearchHits expected = lucene().search(request);
        SearchHits actual = openSearch().search(request);
        String what = typed + " " + order + " " + filter;
        assertEquals(ids(expected), ids(actual), what);
        assertEquals(expected.total(), actual.total(), what);
        assertEquals(expected.facets(), actual.facets(), what);
        for (int place = 0; place < expected.places().size(); place++) {
          assertEquals(
              expected.places().get(place).score(), actual.places().get(place).score(), 1e-4, what);
        }
        found += ids(actual).size();
      }
    }
    assertTrue(found > QUERIES, "Only " + found + " were found");
  }

  private static List<Long> ids(SearchHits hits) {
    return hits.places().stream().map(SearchPlace::id).toList();
  }

  @Test
  void onWhatIsSuggested() {
    Set<EntityKind> kinds = new LinkedHashSet<>(List.of(EntityKind.SECTION, EntityKind.TAG));
    for (int query = 0; query < QUERIES; query++) {
      String word = word();
      String typed = word.substring(0, 1 + RANDOM.nextInt(word.length()));
      List<String> prefixes = Prefixes.query(typed);
      assertEquals(
          lucene().titles(prefixes, NOW, 10), openSearch().titles(prefixes, NOW, 10), typed);
      assertEquals(
          lucene().names(prefixes, kinds, 10), openSearch().names(prefixes, kinds, 10), typed);
    }
  }

  @Test
  void onWhatIsWrittenAlike() {
    for (int query = 0; query < QUERIES; query++) {
      StringBuilder typed = new StringBuilder(word());
      int at = RANDOM.nextInt(typed.length());
      if (RANDOM.nextBoolean()) {
        typed.deleteCharAt(at);
      } else {
        typed.setCharAt(at, WORDS.get(RANDOM.nextInt(WORDS.size())).charAt(0));
      }
      String word = typed.toString();
      int limit = 1 + query % 3;
      assertEquals(lucene().similar(word, limit), openSearch().similar(word, limit), word);
    }
  }

  @Test
  void onWhatIsAttested() {
    Set<String> spellings = new LinkedHashSet<>(WORDS);
    for (int index = 0; index + 1 < WORDS.size(); index++) {
      spellings.add(WORDS.get(index) + " " + WORDS.get(index + 1));
    }
    assertEquals(lucene().attested(spellings), openSearch().attested(spellings));
    assertEquals(
        lucene().digests(EntityKind.ARTICLE, 7, 200),
        openSearch().digests(EntityKind.ARTICLE, 7, 200));
  }
}
