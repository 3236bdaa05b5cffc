package dev.sarkhat.benchmark;

import static dev.sarkhat.benchmark.MarkdownReport.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sarkhat.TestData;
import dev.sarkhat.text.lexeme.DocumentLexemes;
import dev.sarkhat.text.lexeme.Unit;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the analysis for search costs on real articles: CPU time and lexemes to store. */
@Tag("benchmark")
class LexemesBenchmark {

  private static final int ROUNDS = 5;
  private static final double NANOSECONDS_IN_A_MILLISECOND = 1e6;

  @Test
  void analysesRealArticles() throws IOException {
    List<String> articles = new ArrayList<>();
    for (JsonNode article : TestData.news()) {
      articles.add(
          String.join(
              "\n",
              article.path("title").asText(),
              article.path("lead").asText(),
              article.path("body").asText()));
    }
    long words = articles.stream().mapToLong(text -> Unit.of(text).size()).sum();
    MarkdownReport report = new MarkdownReport("Lexemes of articles");
    report.columns("round", "articles", "words an article", "lexemes a word", "CPU ms an article");
    for (int round = 1; round <= ROUNDS; round++) {
      long begun = cpuTime();
      long lexemes =
          articles.stream().mapToLong(text -> DocumentLexemes.matching(text).size()).sum();
      double spent = (cpuTime() - begun) / NANOSECONDS_IN_A_MILLISECOND;
      report.row(
          round,
          articles.size(),
          words / articles.size(),
          format("%.2f", (double) lexemes / words),
          format("%.3f", spent / articles.size()));
    }
    report.end().publish("lexemes.md");
  }

  private static long cpuTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
