package dev.sarkhat.text;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Real text to test with, which is not part of the project; tests that want it are skipped without
 * it.
 */
final class TestData {

  private static final Path DIRECTORY =
      Path.of(System.getProperty("sarkhat.test.data", "../shared/data"));

  private TestData() {}

  /** The rows of a table without its header, each as its columns. */
  static List<List<String>> table(String name) throws IOException {
    return Files.readAllLines(present(name)).stream()
        .skip(1)
        .filter(line -> !line.isBlank())
        .map(line -> List.of(line.split("\t", -1)))
        .toList();
  }

  /** The articles of {@code news.ndjson.gz}. */
  static List<JsonNode> news() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<JsonNode> articles = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(present("news.ndjson.gz"))),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        articles.add(mapper.readTree(line));
      }
    }
    return articles;
  }

  /** Every title, lead, body and tag of the articles. */
  static List<String> newsTexts() throws IOException {
    List<String> texts = new ArrayList<>();
    for (JsonNode article : news()) {
      for (String field : List.of("title", "kicker", "lead", "body", "section", "source")) {
        if (article.hasNonNull(field)) {
          texts.add(article.get(field).asText());
        }
      }
      article.path("tags").forEach(tag -> texts.add(tag.asText()));
    }
    return texts;
  }

  private static Path present(String name) {
    Path file = DIRECTORY.resolve(name);
    assumeTrue(Files.exists(file), () -> "Skipped, no test data at " + file.toAbsolutePath());
    return file;
  }
}
