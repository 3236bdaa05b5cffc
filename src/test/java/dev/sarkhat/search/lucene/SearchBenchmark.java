package dev.sarkhat.search.lucene;

import static dev.sarkhat.benchmark.MarkdownReport.format;

import dev.sarkhat.benchmark.MarkdownReport;
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
import dev.sarkhat.search.index.SearchExpression.All;
import dev.sarkhat.search.index.SearchExpression.Word;
import dev.sarkhat.search.index.SearchFacet;
import dev.sarkhat.search.index.SearchField;
import dev.sarkhat.search.index.SearchFilter;
import dev.sarkhat.search.index.SearchOrder;
import dev.sarkhat.search.index.SearchRequest;
import dev.sarkhat.text.lexeme.Prefixes;
import dev.sarkhat.text.lexeme.QueryLexemes;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Measures the index alone, with synthetic articles whose words, tags and sections are drawn by
 * Zipf's law: {@code -Dbenchmark.articles=200000}. The words are made of Persian syllables, some of
 * them with affixes, so that analysing costs what it costs with real ones.
 */
@Tag("benchmark")
class SearchBenchmark {

  private static final int ARTICLES = Integer.getInteger("benchmark.articles", 200_000);
  private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 400);
  private static final int WORDS = 60_000;
  private static final int WORDS_OF_BODY = 250;
  private static final int TAGS = 20_000;
  private static final int SECTIONS = 40;
  private static final int IN_BATCH = 500;
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final String[] SYLLABLES =
      "با بر به پا پر تا تر تو جا جو چا خو دا در دو را رو زا زم سا سر شا شو فر کا کر گا گو لا ما مر نا نو وا هم یا"
          .split(" ");
  private static final String[] ENDINGS = {"", "", "", "\u200Cها", "\u200Cهای", "ی", " ها"};

  private final SplittableRandom random = new SplittableRandom(7);
  private final String[] vocabulary = new String[WORDS];
  private final double[] cumulated = new double[WORDS];
  private final MarkdownReport report = new MarkdownReport("Search");

  @Test
  void searchesAreMeasured() throws IOException {
    makeVocabulary();
    Path directory = Path.of("target", "benchmark", "search-" + ARTICLES);
    LuceneIndex.Settings settings =
        new LuceneIndex.Settings(64, Duration.ofSeconds(10), 1, Duration.ofDays(30));
    try (LuceneIndex index = LuceneIndex.open(directory, settings)) {
      if (index.position().isEmpty()) {
        build(index);
      }
      report.paragraph(
          format(
              "%,d articles of some %d words; %.2f GB on disk.",
              ARTICLES, WORDS_OF_BODY, size(directory) / 1e9));
      report.columns("search", "found", "p50 ms", "p95 ms", "p99 ms", "CPU ms");
      search(index, "rare word", round -> request(word(30_000 + round), SearchOrder.RELEVANCE));
      search(
          index, "common word, ranked", round -> request(word(round % 20), SearchOrder.RELEVANCE));
      search(index, "common word, by date", round -> request(word(round % 20), SearchOrder.NEWEST));
      search(
          index,
          "two words",
          round -> request(word(round % 50) + " " + word(200 + round), SearchOrder.RELEVANCE));
      search(
          index,
          "two words and section",
          round ->
              inSection(
                  request(word(round % 50) + " " + word(200 + round), SearchOrder.RELEVANCE)));
      search(
          index,
          "common word, all facets",
          round ->
              faceted(
                  request(word(round % 20), SearchOrder.RELEVANCE),
                  EnumSet.allOf(SearchFacet.class)));
      search(
          index,
          "common word, counted to the end",
          round -> counted(request(word(round % 20), SearchOrder.RELEVANCE)));
      suggest(index);
      report.end();
    }
    report.publish("search-" + ARTICLES + ".md");
  }

  private void makeVocabulary() {
    double sum = 0;
    for (int rank = 0; rank < WORDS; rank++) {
      StringBuilder word = new StringBuilder();
      int left = rank + 500;
      while (left > 0) {
        word.append(SYLLABLES[left % SYLLABLES.length]);
        left /= SYLLABLES.length;
      }
      vocabulary[rank] = word.toString();
      sum += 1.0 / (rank + 3);
      cumulated[rank] = sum;
    }
  }

  private String word(int rank) {
    return vocabulary[rank];
  }

  private int draw(int limit, SplittableRandom from) {
    double drawn = from.nextDouble() * cumulated[limit - 1];
    int found = Arrays.binarySearch(cumulated, 0, limit, drawn);
    return found >= 0 ? found : Math.min(limit - 1, -found - 1);
  }

  private String text(int words, SplittableRandom from) {
    StringBuilder text = new StringBuilder(words * 7);
    for (int count = 0; count < words; count++) {
      text.append(vocabulary[draw(WORDS, from)]);
      text.append(ENDINGS[from.nextInt(ENDINGS.length)]);
      text.append(count % 12 == 11 ? ". " : " ");
    }
    return text.toString();
  }

  private IndexedArticle article(int number) {
    SplittableRandom from = new SplittableRandom(number);
    List<String> tagNames = new ArrayList<>();
    Set<Long> tags = new java.util.TreeSet<>();
    for (int count = 0; count < 5; count++) {
      int tag = draw(TAGS, from);
      tags.add((long) tag + 1);
      tagNames.add(vocabulary[tag]);
    }
    ArticleTexts texts =
        new ArticleTexts(
            List.of(text(9, from)),
            text(30, from),
            text(WORDS_OF_BODY, from),
            tagNames,
            List.of("خبرگزاری"),
            List.of());
    int section = draw(SECTIONS, from);
    return new IndexedArticle(
        number,
        number % 7 == 0 ? "report" : "news",
        "fa",
        // Ten years, the newest last.
        NOW.minusSeconds((long) (ARTICLES - number) * 315_360_000L / ARTICLES),
        null,
        Set.of(section + 1L, section % 5 + 101L),
        tags,
        Set.of(section % 9 + 1L),
        Set.of(),
        ArticleWords.of(texts),
        number);
  }

  private void build(LuceneIndex index) {
    long began = System.nanoTime();
    long cpu = processorNanos();
    IndexBuild build = index.build();
    for (int first = 1; first <= ARTICLES; first += IN_BATCH) {
      List<IndexedArticle> batch =
          IntStream.range(first, Math.min(first + IN_BATCH, ARTICLES + 1))
              .parallel()
              .mapToObj(this::article)
              .toList();
      build.add(new IndexChanges(batch, Set.of(), List.of(), Set.of()));
    }
    List<IndexedName> names = new ArrayList<>();
    for (int tag = 0; tag < TAGS; tag++) {
      names.add(
          new IndexedName(
              new NameKey(EntityKind.TAG, tag + 1), Prefixes.of(vocabulary[tag]), TAGS - tag, tag));
    }
    build.add(new IndexChanges(List.of(), Set.of(), names, Set.of()));
    build.takeOver(new IndexPosition(UUID.randomUUID(), 1, List.of()));
    double seconds = (System.nanoTime() - began) / 1e9;
    report.paragraph(
        format(
            "Built in %.0f s: %.0f articles a second, %.2f ms of processor each, their making included.",
            seconds, ARTICLES / seconds, (processorNanos() - cpu) / 1e6 / ARTICLES));
  }

  private static SearchRequest request(String words, SearchOrder order) {
    List<SearchExpression> all =
        QueryLexemes.of(words).stream()
            .<SearchExpression>map(choice -> new Word(SearchField.ALL, choice.lexemes()))
            .toList();
    return new SearchRequest(
        new All(all), SearchFilter.NONE, order, NOW, NOW, 21, null, 10_000, Set.of(), 20);
  }

  private static SearchRequest inSection(SearchRequest request) {
    SearchFilter section =
        new SearchFilter(
            List.of(Set.of(2L)),
            List.of(),
            List.of(),
            List.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            null,
            null);
    return new SearchRequest(
        request.expression(), section, request.order(), NOW, NOW, 21, null, 10_000, Set.of(), 20);
  }

  private static SearchRequest faceted(SearchRequest request, Set<SearchFacet> facets) {
    return new SearchRequest(
        request.expression(),
        request.filter(),
        request.order(),
        NOW,
        NOW,
        21,
        null,
        10_000,
        facets,
        20);
  }

  private static SearchRequest counted(SearchRequest request) {
    return new SearchRequest(
        request.expression(),
        request.filter(),
        request.order(),
        NOW,
        NOW,
        21,
        null,
        Integer.MAX_VALUE,
        Set.of(),
        20);
  }

  private void search(LuceneIndex index, String name, IntFunction<SearchRequest> requests) {
    long[] nanos = new long[ROUNDS];
    long found = 0;
    long cpu = 0;
    for (int round = -ROUNDS; round < ROUNDS; round++) {
      SearchRequest request = requests.apply(Math.floorMod(round * 7, ROUNDS));
      if (round == 0) {
        cpu = threadNanos();
      }
      long began = System.nanoTime();
      long total = index.search(request).total();
      if (round >= 0) {
        nanos[round] = System.nanoTime() - began;
        found += total;
      }
    }
    row(name, found / ROUNDS, nanos, threadNanos() - cpu);
  }

  private void suggest(LuceneIndex index) {
    long[] nanos = new long[ROUNDS];
    long found = 0;
    long cpu = 0;
    for (int round = -ROUNDS; round < ROUNDS; round++) {
      String word = word(random.nextInt(2000));
      List<String> prefixes =
          Prefixes.query(word.substring(0, Math.min(word.length(), 1 + (round & 3))));
      if (round == 0) {
        cpu = threadNanos();
      }
      long began = System.nanoTime();
      int titles = index.titles(prefixes, NOW, 10).size();
      int names = index.names(prefixes, Set.of(EntityKind.TAG), 10).size();
      if (round >= 0) {
        nanos[round] = System.nanoTime() - began;
        found += titles + names;
      }
    }
    row("suggest", found / ROUNDS, nanos, threadNanos() - cpu);
  }

  private void row(String name, long found, long[] nanos, long cpu) {
    Arrays.sort(nanos);
    report.row(
        name,
        format("%,d", found),
        format("%.2f", nanos[ROUNDS / 2] / 1e6),
        format("%.2f", nanos[ROUNDS * 95 / 100] / 1e6),
        format("%.2f", nanos[ROUNDS * 99 / 100] / 1e6),
        format("%.2f", cpu / 1e6 / ROUNDS));
  }

  private static long threadNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long processorNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static long size(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
