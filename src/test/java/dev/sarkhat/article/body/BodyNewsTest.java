package dev.sarkhat.article.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sarkhat.TestData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Real bodies, if they are at hand. */
class BodyNewsTest {

  @Test
  void the_seed_article_becomes_its_paragraphs() throws IOException {
    String page = Files.readString(TestData.present("seed-page.txt"));
    String last = "از وقوع آن ناخرسند هستیم.";
    String article =
        page.substring(page.indexOf("به گزارش ایسنا ، به نقل"), page.indexOf(last) + last.length());
    String clean =
        BodyHtml.sanitize(article, BodyFormat.AUTO, BodyFixtures.HOSTS, UnaryOperator.identity());
    assertEquals(clean, BodyFixtures.checked(clean));
    List<Block> blocks = BodyHtml.blocks(clean);
    assertEquals(11, blocks.size());
    assertTrue(blocks.stream().allMatch(ParagraphBlock.class::isInstance));
    assertTrue(BodyText.of(blocks).endsWith(last));
  }

  @Test
  void every_news_body_stays_clean_and_has_blocks() throws IOException {
    List<String> bodies = bodies();
    long characters = 0;
    for (String body : bodies) {
      String clean =
          BodyHtml.sanitize(body, BodyFormat.AUTO, BodyFixtures.HOSTS, UnaryOperator.identity());
      assertEquals(clean, BodyFixtures.checked(clean));
      assertFalse(BodyHtml.blocks(clean).isEmpty(), body);
      characters += body.length();
    }
    for (BodyFormat format : List.of(BodyFormat.AUTO, BodyFormat.HTML)) {
      report(bodies, format, characters);
    }
  }

  private static void report(List<String> bodies, BodyFormat format, long characters) {
    long start = System.nanoTime();
    List<String> clean = new ArrayList<>();
    for (String body : bodies) {
      clean.add(BodyHtml.sanitize(body, format, BodyFixtures.HOSTS, UnaryOperator.identity()));
    }
    long sanitized = System.nanoTime();
    long total = 0;
    for (String body : clean) {
      total += BodyText.of(body).length();
    }
    long read = System.nanoTime();
    System.out.printf(
        Locale.ROOT,
        "%d bodies, %d characters, as %s: sanitize %.0f us, blocks and text %.0f us each (%d)%n",
        bodies.size(),
        characters,
        format,
        (sanitized - start) / 1e3 / bodies.size(),
        (read - sanitized) / 1e3 / bodies.size(),
        total);
  }

  private static List<String> bodies() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<String> bodies = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(TestData.present("news.ndjson.gz"))),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode body = mapper.readTree(line).get("body");
        if (body != null) {
          bodies.add(body.asText());
        }
      }
    }
    return bodies;
  }
}
