package dev.sarkhat.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema that senders check their files with, and the reader, judge lines alike. */
class ImportSchemaTest {

  private static final JsonSchema SCHEMA = schema();

  @Test
  void everyLineOfTheSampleIsRightToBoth() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("src/main/resources/sample-newsroom.ndjson"));

    assertTrue(lines.size() > 80);
    lines.forEach(
        line -> {
          assertTrue(isRightToTheSchema(line), line);
          assertTrue(isRightToTheReader(line), line);
        });
  }

  @ParameterizedTest
  @MethodSource
  void bothJudgeAlike(boolean right, String line) {
    assertEquals(right, isRightToTheSchema(line), "the schema");
    assertEquals(right, isRightToTheReader(line), "the reader");
  }

  static List<Object[]> bothJudgeAlike() {
    return List.of(
        right("{\"title\":\"a\"}"),
        right("{\"title\":\"a\",\"lang\":\"az-Arab-IR\"}"),
        right("{\"title\":\"a\",\"slug\":\"Breaking\"}"),
        right("{\"title\":\"a\",\"slug\":\"خانه-های-کوچک\"}"),
        right("{\"title\":\"a\",\"tags\":\"b,c\"}"),
        right("{\"title\":\"a\",\"tags\":[\"b\",{\"title\":\"c\",\"type\":\"place\"}]}"),
        right("{\"title\":\"a\",\"image\":{\"url\":\"http://a.b/c\",\"width\":1600.0}}"),
        right("{\"title\":\"a\",\"publishedAt\":\"2026-11-20T10:00:00.123+03:30\"}"),
        right("{\"title\":\"a\",\"status\":\"scheduled\",\"publishedAtJalali\":\"1405/08/29\"}"),
        right("{\"title\":\"a\",\"attributes\":{\"b\":null}}"),
        right("{\"title\":\"a\",\"section\":\"b\",\"subsection\":\"c\"}"),
        right("{\"kind\":\"menu\",\"slug\":\"a\",\"title\":\"b\"}"),
        right("{\"title\":\"a\",\"section\":{\"slug\":\"اقتصاد\"},\"paths\":[\"/a\",\"/b%20c\"]}"),
        right(
            "{\"title\":\"a\",\"articleId\":7,\"createdAt\":\"2026-11-20T10:00:00Z\",\"related\":[{\"articleId\":8},\"9\"]}"),
        right(
            "{\"title\":\"a\",\"status\":\"withdrawn\",\"withdrawnAt\":\"2026-11-20T10:00:00Z\"}"),
        right("{\"kind\":\"section\",\"slug\":\"a\",\"title\":\"b\",\"paths\":[\"/c\"]}"),
        right(
            "{\"kind\":\"tag\",\"title\":\"a\",\"listed\":false,\"aliases\":[{\"slug\":\"b\"},{\"title\":\"c\"}]}"),
        right("{\"kind\":\"source\",\"title\":\"a\",\"listed\":true}"),
        right("{\"kind\":\"section\",\"slug\":\"a\",\"title\":\"b\",\"listed\":false}"),
        wrong("{\"kind\":\"section\",\"slug\":\"a\",\"title\":\"b\",\"listed\":\"no\"}"),
        right("{\"kind\":\"contributor\",\"name\":\"a\",\"listed\":false}"),
        wrong("{\"kind\":\"source\",\"title\":\"a\",\"listed\":\"no\"}"),
        wrong("{\"kind\":\"tag\",\"title\":\"a\",\"listed\":\"no\"}"),
        wrong("{\"kind\":\"tag\",\"title\":\"a\",\"aliases\":[{}]}"),
        wrong("{\"kind\":\"tag\",\"title\":\"a\",\"aliases\":[\"b\"]}"),
        wrong("{\"kind\":\"tag\",\"title\":\"a\",\"aliases\":[{\"slug\":\"b c\"}]}"),
        wrong("{\"kind\":\"source\",\"title\":\"a\",\"aliases\":[{\"slug\":\"b\"}]}"),
        wrong("{\"title\":\"a\",\"articleId\":7}"),
        wrong("{\"title\":\"a\",\"articleId\":0,\"createdAt\":\"2026-11-20T10:00:00Z\"}"),
        wrong("{\"title\":\"a\",\"articleId\":\"7\",\"createdAt\":\"2026-11-20T10:00:00Z\"}"),
        wrong("{\"title\":\"a\",\"withdrawnAt\":\"2026-11-20T10:00:00Z\"}"),
        wrong("{\"title\":\"a\",\"section\":{\"title\":\"b\"}}"),
        wrong("{\"title\":\"a\",\"section\":{\"slug\":\"b\"},\"subsection\":\"c\"}"),
        wrong("{\"title\":\"a\",\"related\":[{\"articleId\":1.5}]}"),
        wrong("{\"title\":\"a\",\"paths\":[\"b\"]}"),
        wrong("{}"),
        wrong("{\"titel\":\"a\"}"),
        wrong("{\"title\":12}"),
        wrong("{\"title\":\"a\",\"lead\":null}"),
        wrong("{\"title\":\"   \"}"),
        wrong("{\"title\":\"" + "a".repeat(501) + "\"}"),
        wrong("{\"title\":\"a\",\"lang\":\"persian_x\"}"),
        wrong("{\"title\":\"a\",\"lang\":\"fa-1\"}"),
        wrong("{\"title\":\"a\",\"kind\":\"page\"}"),
        wrong("{\"title\":\"a\",\"type\":\"gossip\"}"),
        wrong("{\"title\":\"a\",\"publishedAt\":\"1404/08/29\"}"),
        wrong("{\"title\":\"a\",\"publishedAt\":\"2026-11-20T10:00:00\"}"),
        right("{\"title\":\"a\",\"publishedAt\":\"1800-01-01\"}"),
        right("{\"title\":\"a\",\"publishedAtJalali\":\"1180/01/01\"}"),
        wrong("{\"title\":\"a\",\"publishedAtJalali\":\"1179/12/29\"}"),
        wrong("{\"title\":\"a\",\"publishedAt\":\"1799-12-31\"}"),
        wrong("{\"title\":\"a\",\"publishedAt\":\"1403-05-01T10:00:00Z\"}"),
        wrong("{\"title\":\"a\",\"createdAt\":\"1403-05-01T10:00:00Z\"}"),
        wrong("{\"title\":\"a\",\"publishedAtJalali\":\"1404/13/01\"}"),
        wrong("{\"title\":\"a\",\"url\":\"javascript:alert(1)\"}"),
        wrong("{\"title\":\"a\",\"path\":\"//evil.example\"}"),
        wrong("{\"title\":\"a\",\"path\":\"/\\\\evil.example\"}"),
        wrong("{\"title\":\"a\",\"slug\":\"خبر امروز\"}"),
        wrong("{\"title\":\"a\",\"slug\":\"خانه\u200Cهای\"}"),
        wrong("{\"title\":\"a\",\"withdrawnReason\":\"b\"}"),
        wrong("{\"title\":\"a\",\"status\":\"scheduled\"}"),
        wrong("{\"title\":\"a\",\"subsection\":\"b\"}"),
        wrong("{\"title\":\"a\",\"image\":{\"url\":\"http://a.b\",\"width\":1.9}}"),
        wrong("{\"title\":\"a\",\"image\":{\"url\":\"http://a.b\",\"width\":\"7\"}}"),
        wrong("{\"title\":\"a\",\"image\":{\"alt\":\"b\"}}"),
        wrong("{\"title\":\"a\",\"tags\":[7]}"),
        wrong("{\"title\":\"a\",\"source\":{\"title\":\"b\",\"link\":\"c\"}}"),
        wrong("{\"title\":\"a\",\"seo\":{\"noIndex\":\"true\"}}"),
        wrong("{\"title\":\"a\",\"contributors\":[{\"name\":\"b\",\"role\":\"boss\"}]}"),
        wrong("{\"kind\":\"section\",\"title\":\"a\"}"),
        wrong("{\"kind\":\"section\",\"slug\":\"a\",\"title\":\"b\",\"position\":-1}"),
        wrong("{\"kind\":\"tag\",\"title\":\"a\",\"name\":\"b\"}"),
        wrong("{\"kind\":\"menu\",\"slug\":\"a\",\"title\":\"b\",\"items\":[{\"label\":\"c\"}]}"),
        wrong(
            "{\"kind\":\"menu\",\"slug\":\"a\",\"title\":\"b\",\"items\":[{\"label\":\"c\",\"tag\":\"d\",\"path\":\"/e\"}]}"));
  }

  private static Object[] right(String line) {
    return new Object[] {true, line};
  }

  private static Object[] wrong(String line) {
    return new Object[] {false, line};
  }

  private static boolean isRightToTheSchema(String line) {
    return SCHEMA.validate(line, InputFormat.JSON).isEmpty();
  }

  private static boolean isRightToTheReader(String line) {
    try {
      new LineReader().read(new LineSplitter.Line(1, line.getBytes(StandardCharsets.UTF_8)));
      return true;
    } catch (LineRefusedException refused) {
      return false;
    }
  }

  private static JsonSchema schema() {
    try {
      return JsonSchemaFactory.getInstance(VersionFlag.V202012)
          .getSchema(
              Files.readString(Path.of("openapi/import-line.schema.json")), InputFormat.JSON);
    } catch (IOException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
