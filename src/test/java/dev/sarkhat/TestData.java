package dev.sarkhat;

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
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Real text to test with, which is not part of the project; tests that want it are skipped without
 * it.
 */
public final class TestData {

  private TestData() {}

  /** The rows of a table without its header, each as its columns. */
  public static List<List<String>> table(String name) throws IOException {
    return Files.readAllLines(present(name)).stream()
        .skip(1)
        .filter(line -> !line.isBlank())
        .map(line -> List.of(line.split("\t", -1)))
        .toList();
  }

  /** The articles of {@code news.ndjson.gz}. */
  public static List<JsonNode> news() throws IOException {
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
  public static List<String> newsTexts() throws IOException {
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

  /** A file of the data; the test that asks for it is skipped where it is absent. */
  public static Path present(String name) {
    Optional<Path> file = find(name);
    assumeTrue(
        file.isPresent(),
        "Skipped: there is no " + name + "; -Dsarkhat.test.data names the directory it is in.");
    return file.orElseThrow();
  }

  /** In the directory that is named, or in a directory {@code data} beside the project's. */
  private static Optional<Path> find(String name) {
    String named = System.getProperty("sarkhat.test.data");
    if (named != null) {
      return Optional.of(Path.of(named, name)).filter(Files::exists);
    }
    try (Stream<Path> beside = Files.list(Path.of("").toAbsolutePath().getParent())) {
      return beside
          .map(directory -> directory.resolve("data").resolve(name))
          .filter(Files::exists)
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
