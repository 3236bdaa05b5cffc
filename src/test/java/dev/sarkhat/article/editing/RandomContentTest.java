package dev.sarkhat.article.editing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sarkhat.ApiTest;
import dev.sarkhat.access.Keys;
import dev.sarkhat.access.NewsroomClient;
import dev.sarkhat.access.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * That what is read is what can be sent, and that a merge patch does what RFC 7396 says, whatever
 * is written. {@code -Drandom.content.tries} tries more, {@code -Drandom.content.seed} again.
 */
@QuarkusTest
class RandomContentTest extends ApiTest {

  private static final String ARTICLES = "/v1/admin/articles";
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  /** A number is what it is worth: how many zeros end it may change on the way. */
  private static final Comparator<JsonNode> NUMBERS =
      (one, other) ->
          one.isNumber() && other.isNumber()
              ? one.decimalValue().compareTo(other.decimalValue())
              : one.equals(other) ? 0 : 1;

  @Inject Keys keys;

  private final long seed = Long.getLong("random.content.seed", System.nanoTime());
  private final int tries = Integer.getInteger("random.content.tries", 30);
  private NewsroomClient editor;
  private RandomContent random;

  @BeforeEach
  void fill() {
    editor = new NewsroomClient(keys.with(Role.EDITOR));
    String section = newsroom.section().slug();
    List<Integer> related =
        Stream.of("یک", "دو")
            .map(
                title ->
                    JSON.createObjectNode().put("title", title).put("section", section).toString())
            .map(body -> editor.post(ARTICLES, body).statusCode(201).extract().<Integer>path("id"))
            .toList();
    random =
        new RandomContent(
            new Random(seed),
            List.of(section, newsroom.section().slug()),
            List.of(newsroom.tag().slug(), newsroom.tag().slug(), newsroom.tag().slug()),
            List.of(newsroom.source().slug(), newsroom.source().slug()),
            List.of(newsroom.contributor().slug(), newsroom.contributor().slug()),
            related);
  }

  @Test
  void whatIsReadIsWhatCanBeSent() throws IOException {
    for (int left = tries; left > 0; left--) {
      ObjectNode sent = random.content();
      ExtractableResponse<Response> made = editor.post(ARTICLES, sent.toString()).extract();
      assertEquals(201, made.statusCode(), () -> told(sent, made));
      String address = ARTICLES + "/" + made.<Integer>path("id");
      assertEquals("\"0\"", made.header("ETag"), () -> told(sent, made));
      ExtractableResponse<Response> found = editor.get(address).extract();
      assertEquals("\"0\"", found.header("ETag"), () -> told(sent, made, found));
      JsonNode read = content(found);
      ExtractableResponse<Response> saved = editor.put(address, 0, read.toString()).extract();
      assertEquals(200, saved.statusCode(), () -> told(sent, saved));
      assertEquals(read, content(saved), () -> told(sent, saved));
      assertEquals(read, content(editor.get(address).extract()), () -> told(sent, saved));
    }
  }

  @Test
  void aPatchDoesWhatItsStandardSays() throws IOException {
    for (int left = tries; left > 0; left--) {
      ObjectNode begin = random.content();
      String patched = make(begin);
      String replaced = make(begin);
      for (int step = 0; step < 3; step++) {
        ExtractableResponse<Response> found = editor.get(patched).extract();
        JsonNode before = content(found);
        ExtractableResponse<Response> twin = editor.get(replaced).extract();
        // Each save is one revision.
        assertEquals(step, (int) found.path("revision"));
        assertEquals(step, (int) twin.path("revision"));
        assertTrue(before.equals(NUMBERS, content(twin)), () -> told(before, found, twin));
        ObjectNode patch = random.patch();
        JsonNode target = mergePatch(before, patch);
        ExtractableResponse<Response> one =
            editor.patch(patched, found.path("revision"), patch.toString()).extract();
        ExtractableResponse<Response> other =
            editor.put(replaced, twin.path("revision"), target.toString()).extract();
        assertEquals(other.statusCode(), one.statusCode(), () -> told(patch, one, other));
        if (one.statusCode() != 200) {
          assertEquals(
              String.valueOf(other.<Object>path("errors")),
              String.valueOf(one.<Object>path("errors")),
              () -> told(patch, one, other));
          break;
        }
        assertTrue(content(other).equals(NUMBERS, content(one)), () -> told(patch, one, other));
      }
    }
  }

  private String make(ObjectNode content) {
    ExtractableResponse<Response> made = editor.post(ARTICLES, content.toString()).extract();
    assertEquals(201, made.statusCode(), () -> told(content, made));
    return ARTICLES + "/" + made.<Integer>path("id");
  }

  /** The algorithm of RFC 7396, section 2, word by word. */
  private static JsonNode mergePatch(JsonNode target, JsonNode patch) {
    if (!patch.isObject()) {
      return patch;
    }
    ObjectNode result =
        target.isObject() ? ((ObjectNode) target).deepCopy() : JSON.createObjectNode();
    patch
        .properties()
        .forEach(
            member -> {
              if (member.getValue().isNull()) {
                result.remove(member.getKey());
              } else {
                result.set(
                    member.getKey(), mergePatch(result.path(member.getKey()), member.getValue()));
              }
            });
    return result;
  }

  private static JsonNode content(ExtractableResponse<Response> response) throws IOException {
    return JSON.readTree(response.asByteArray()).get("content");
  }

  @SafeVarargs
  private String told(JsonNode sent, ExtractableResponse<Response>... answers) {
    StringBuilder told = new StringBuilder("seed " + seed + "\nsent " + sent);
    for (ExtractableResponse<Response> answer : answers) {
      told.append("\nanswer ").append(answer.statusCode()).append(' ').append(answer.asString());
    }
    return told.toString();
  }
}
