package dev.sarkhat.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.article.ArticleStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineReaderTest {

  private final LineReader reader = new LineReader();

  @ParameterizedTest
  @CsvSource(
      delimiter = '\t',
      quoteCharacter = '`',
      value = {
        "{\t``",
        "[]\t``",
        "12\t``",
        "{\"title\":\"a\"} {}\t``",
        "{\"title\":\"a\",}\t``",
        "{'title':'a'}\t``",
        "{\"title\":\"a\"} // b\t``",
        "{\"titel\":\"a\"}\t/title",
        "{\"title\":\"a\",\"title\":\"b\"}\t/title",
        "{\"title\":\"a\",\"image\":{\"url\":\"http://a.b\",\"url\":\"http://a.c\"}}\t/image/url",
        "{\"title\":12}\t/title",
        "{\"title\":true}\t/title",
        "{\"title\":\"a\",\"lead\":null}\t/lead",
        "{\"title\":\"a\",\"attributes\":null}\t/attributes",
        "{\"title\":\"   \"}\t/title",
        "{\"title\":\"\\u200C\"}\t/title",
        "{\"title\":\"a\\u0000\"}\t/title",
        "{\"title\":\"a\\u0001\"}\t/title",
        "{\"title\":\"a\\uD800\"}\t/title",
        "{\"title\":\"a\\uFFFF\"}\t/title",
        "{\"title\":\"a\",\"attributes\":{\"b\":[\"\\u0000\"]}}\t/attributes/b/0",
        "{\"title\":\"a\",\"attributes\":{\"\\u0000\":1}}\t/attributes",
        "{\"title\":\"a\",\"attributes\":{\"b\":1e400}}\t/attributes/b",
        "{\"title\":\"a\",\"attributes\":[]}\t/attributes",
        "{\"kind\":\"page\",\"title\":\"a\"}\t/kind",
        "{\"title\":\"a\",\"type\":\"gossip\"}\t/type",
        "{\"title\":\"a\",\"type\":7}\t/type",
        "{\"title\":\"a\",\"lang\":\"persian_x\"}\t/lang",
        "{\"title\":\"a\",\"publishedAt\":\"1404/08/29\"}\t/publishedAt",
        "{\"title\":\"a\",\"publishedAt\":\"2026-11-20T10:00:00\"}\t/publishedAt",
        "{\"title\":\"a\",\"publishedAt\":\"2026-02-30\"}\t/publishedAt",
        "{\"title\":\"a\",\"publishedAt\":\"2026-11-20T25:00:00Z\"}\t/publishedAt",
        "{\"title\":\"a\",\"publishedAtJalali\":\"1404/12/30\"}\t/publishedAtJalali",
        "{\"title\":\"a\",\"url\":\"javascript:alert(1)\"}\t/url",
        "{\"title\":\"a\",\"url\":\"http://\"}\t/url",
        "{\"title\":\"a\",\"slug\":\"a b\"}\t/slug",
        "{\"title\":\"a\",\"slug\":\"a--b\"}\t/slug",
        "{\"title\":\"a\",\"path\":\"//evil.example\"}\t/path",
        "{\"title\":\"a\",\"path\":\"/\\\\evil.example\"}\t/path",
        "{\"title\":\"a\",\"path\":\"/a%00b\"}\t/path",
        "{\"title\":\"a\",\"withdrawnReason\":\"b\"}\t/withdrawnReason",
        "{\"title\":\"a\",\"status\":\"scheduled\"}\t/publishedAt",
        "{\"title\":\"a\",\"subsection\":\"b\"}\t/subsection",
        "{\"title\":\"a\",\"source\":\"!\"}\t/source",
        "{\"title\":\"a\",\"source\":{\"title\":\"b\",\"link\":\"c\"}}\t/source/link",
        "{\"title\":\"a\",\"tags\":[\"b\",7]}\t/tags/1",
        "{\"title\":\"a\",\"image\":{\"alt\":\"b\"}}\t/image/url",
        "{\"title\":\"a\",\"image\":{\"url\":\"http://a.b\",\"width\":1.9}}\t/image/width",
        "{\"title\":\"a\",\"image\":{\"url\":\"http://a.b\",\"width\":\"7\"}}\t/image/width",
        "{\"title\":\"a\",\"image\":{\"url\":\"http://a.b\",\"width\":0}}\t/image/width",
        "{\"title\":\"a\",\"seo\":{\"noIndex\":\"true\"}}\t/seo/noIndex",
        "{\"title\":\"a\",\"expireAt\":\"2019-12-31T20:30:00Z\",\"publishedAt\":\"2020-01-01\"}\t/expireAt",
        "{\"title\":\"a\",\"contributors\":[{\"name\":\"b\",\"role\":\"boss\"}]}\t/contributors/0/role",
        "{\"kind\":\"section\",\"title\":\"a\"}\t/slug",
        "{\"kind\":\"section\",\"slug\":\"a\",\"title\":\"b\",\"position\":-1}\t/position",
        "{\"kind\":\"tag\",\"title\":\"...\"}\t/title",
        "{\"kind\":\"menu\",\"slug\":\"a\",\"title\":\"b\",\"items\":[{\"label\":\"c\"}]}\t/items/0",
      })
  void aRefusedLineIsToldWithItsField(String line, String pointer) {
    List<String> pointers =
        refusals(line.getBytes(StandardCharsets.UTF_8)).stream().map(Refusal::pointer).toList();

    assertTrue(pointers.contains(pointer), () -> line + " gave " + pointers);
  }

  @Test
  void everythingWrongWithALineIsToldAtOnce() {
    List<Refusal> refusals =
        refusals("{\"externalId\":\"7\",\"titel\":\"a\",\"url\":\"b\",\"lang\":\"?\"}");

    assertEquals(
        List.of("/lang", "/title", "/url", "/titel"),
        refusals.stream().map(Refusal::pointer).toList());
    assertTrue(refusals.stream().allMatch(refusal -> "7".equals(refusal.externalId())));
    assertTrue(refusals.stream().allMatch(refusal -> refusal.line() == 1));
  }

  @Test
  void noReasonNamesAClass() {
    List.of("{", "{\"title\":{}}", "{\"title\":[]}", "[".repeat(60), "{\"a\":1,\"a\":2}")
        .forEach(
            line ->
                refusals(line)
                    .forEach(
                        refusal ->
                            assertTrue(
                                !refusal.reason().matches(".*(java|fasterxml|Node|Token).*"),
                                refusal.reason())));
  }

  @Test
  void deepNestingIsRefused() {
    assertEquals(1, refusals("{\"title\":\"a\",\"attributes\":{\"b\":" + nested(49) + "}}").size());
    assertInstanceOf(
        ArticleLine.class,
        read("{\"title\":\"a\",\"attributes\":{\"b\":" + nested(48) + "}}").content());
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }

  @Test
  void malformedAndOverlongUtf8IsRefused() {
    for (byte[] wrong :
        List.of(
            new byte[] {(byte) 0xC0, (byte) 0x80},
            new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
            new byte[] {(byte) 0xFF},
            new byte[] {(byte) 0xD8})) {
      assertEquals("the line is not UTF-8", refusals(wrong).get(0).reason());
    }
  }

  @Test
  void limitsCountCodePoints() {
    assertInstanceOf(
        ArticleLine.class, read("{\"title\":\"" + "\uD83D\uDE00".repeat(499) + "a\"}").content());
    assertEquals(
        "/title", refusals("{\"title\":\"" + "\uD83D\uDE00".repeat(501) + "\"}").get(0).pointer());
    assertEquals(
        "/body",
        refusals("{\"title\":\"a\",\"body\":\"" + "a".repeat(1_000_001) + "\"}").get(0).pointer());
  }

  @Test
  void theOrderOfKeysDoesNotChangeTheDigestAndTheContentDoes() {
    assertEquals(
        read("{\"title\":\"a\",\"attributes\":{\"b\":1,\"c\":2}}").digest(),
        read("{\"attributes\":{ \"c\":2,\"b\":1}, \"kind\":\"article\",\"title\":\"a\"}").digest());
    assertNotEquals(read("{\"title\":\"a\"}").digest(), read("{\"title\":\"b\"}").digest());
  }

  @Test
  void aRaggedStringOfTagsIsSplitAndMerged() {
    ArticleLine line =
        article(
            "{\"title\":\"a\",\"tags\":\"اخبار,اخبار بین الملل ,خبرهای  حوادث،اخبار;اخبار بین\u200Cالملل\"}");

    assertEquals(
        List.of("اخبار", "اخبار بین الملل", "خبرهای حوادث"),
        line.tags().stream().map(ArticleLine.TagName::title).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"publishedAt\":\"2019-09-15\"",
        "\"publishedAtJalali\":\"1398/06/24\"",
        "\"publishedAt\":\"2019-09-15T00:00:00+04:30\"",
        "\"publishedAt\":\"2019-09-14T19:30:00.0001234567891z\""
      })
  void aDayBeginsAtMidnightInTehran(String field) {
    assertEquals(
        Instant.parse("2019-09-14T19:30:00Z"),
        article("{\"title\":\"a\"," + field + "}").publishedAt());
  }

  @Test
  void whatIsReceivedIsNormalised() {
    ArticleLine line =
        article(
            "{\"title\":\" \u0643\u062A\u0627\u0628\u064A  \u062A\u0627\u0632\u0647\u200C \",\"lang\":\"FA\",\"slug\":\"Breaking-News\",\"kicker\":\" \"}");

    assertEquals("\u06A9\u062A\u0627\u0628\u06CC \u062A\u0627\u0632\u0647", line.texts().title());
    assertEquals("fa", line.texts().lang());
    assertEquals("breaking-news", line.texts().slugOrOfTitle());
    assertNull(line.texts().kicker());
  }

  @Test
  void provenanceIsKeptUnderAttributes() {
    ArticleLine line =
        article(
            "{\"title\":\"a\",\"dataset\":\"d\",\"publishedAt\":\"2020-01-01\",\"attributes\":{\"n\":null,\"x\":1.50}}");

    assertEquals("d", line.texts().attributes().get("dataset"));
    assertEquals("day", line.texts().attributes().get("publishedAtPrecision"));
    assertTrue(line.texts().attributes().containsKey("n"));
    assertEquals("1.50", String.valueOf(line.texts().attributes().get("x")));
  }

  @Test
  void idStandsInForExternalId() {
    assertEquals("7", article("{\"title\":\"a\",\"id\":\" 7 \"}").externalId());
    assertEquals("8", article("{\"title\":\"a\",\"id\":\"7\",\"externalId\":\"8\"}").externalId());
    assertNull(article("{\"title\":\"a\"}").externalId());
  }

  @Test
  void anOldPathIsDecoded() {
    assertEquals(
        "/news/\u062E\u0628\u0631",
        article("{\"title\":\"a\",\"path\":\"/news/%D8%AE%D8%A8%D8%B1/\"}").paths().get(0));
    assertEquals("/100%", article("{\"title\":\"a\",\"path\":\"/100%\"}").paths().get(0));
  }

  @Test
  void statusesAndKindsAreRead() {
    assertEquals(
        ArticleStatus.IN_REVIEW, article("{\"title\":\"a\",\"status\":\"inReview\"}").status());
    Map.of(
            "{\"kind\":\"section\",\"slug\":\"a\",\"title\":\"b\",\"position\":7.0}",
            SectionLine.class,
            "{\"kind\":\"tag\",\"title\":\"b\"}",
            TagLine.class,
            "{\"kind\":\"source\",\"title\":\"b\"}",
            SourceLine.class,
            "{\"kind\":\"contributor\",\"name\":\"b\"}",
            ContributorLine.class,
            "{\"kind\":\"menu\",\"slug\":\"a\",\"title\":\"b\",\"items\":[{\"label\":\"c\",\"tag\":\"d\"}]}",
            MenuLine.class)
        .forEach((line, type) -> assertInstanceOf(type, read(line).content()));
  }

  @Property
  void noBytesBreakTheReader(@ForAll @Size(max = 200) byte[] bytes) {
    readOrRefuse(bytes);
  }

  @Property
  void noTextBreaksTheReader(@ForAll String text, @ForAll String key) {
    String json = com.fasterxml.jackson.databind.node.TextNode.valueOf(text).toString();
    String name = com.fasterxml.jackson.databind.node.TextNode.valueOf(key).toString();
    for (String field : List.of("tags", "slug", "url", "path", "lang", "publishedAt", "section")) {
      readOrRefuse(
          ("{\"title\":" + json + ",\"" + field + "\":" + json + "}")
              .getBytes(StandardCharsets.UTF_8));
    }
    readOrRefuse(("{\"title\":\"a\"," + name + ":" + json + "}").getBytes(StandardCharsets.UTF_8));
  }

  private void readOrRefuse(byte[] bytes) {
    try {
      assertEquals(64, new LineReader().read(new LineSplitter.Line(1, bytes)).digest().length());
    } catch (LineRefusedException refused) {
      assertTrue(!refused.refusals(1).isEmpty());
    }
  }

  private ArticleLine article(String line) {
    return (ArticleLine) read(line).content();
  }

  private ReceivedLine read(String line) {
    return reader.read(new LineSplitter.Line(1, line.getBytes(StandardCharsets.UTF_8)));
  }

  private List<Refusal> refusals(String line) {
    return refusals(line.getBytes(StandardCharsets.UTF_8));
  }

  private List<Refusal> refusals(byte[] line) {
    return assertThrows(
            LineRefusedException.class, () -> reader.read(new LineSplitter.Line(1, line)))
        .refusals(1);
  }
}
