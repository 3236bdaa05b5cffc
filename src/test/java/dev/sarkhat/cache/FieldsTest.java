package dev.sarkhat.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.change.ChangeTags;
import dev.sarkhat.http.HttpDate;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** What the cache reads in fields of requests, and writes in those of answers. */
class FieldsTest {

  private static final String TAG = EntityTag.of(new byte[] {1});

  @Example
  void anEntityTagIsWeakAndOfTheBytesAlone() {
    assertTrue(TAG.matches("W/\"[A-Za-z0-9_-]{22}\""), TAG);
    assertEquals(TAG, EntityTag.of(new byte[] {1}));
    assertFalse(TAG.equals(EntityTag.of(new byte[] {2})));
  }

  @Example
  void matchesWhatNamesTheTag() {
    String strong = TAG.substring(2);
    for (String field :
        List.of(
            TAG,
            strong,
            "*",
            " * ",
            "\"a\", " + TAG,
            "\"a\"," + strong + ",\"b\"",
            "W/\"a, b\" ,\t" + TAG,
            ", ," + TAG,
            "\"\", " + TAG)) {
      assertTrue(EntityTag.matches(field, TAG), field);
    }
  }

  @Example
  void matchesNothingElse() {
    String opaque = TAG.substring(3, TAG.length() - 1);
    for (String field :
        List.of(
            "",
            ",",
            "\"",
            "W/",
            "w/\"" + opaque + "\"",
            opaque,
            "\"" + opaque,
            "\"" + opaque + "x\"",
            "\"" + opaque.substring(1) + "\"",
            "\"a\" *",
            "*, \"a\"",
            "\"a " + TAG,
            "garbage, " + TAG)) {
      assertFalse(EntityTag.matches(field, TAG), field);
    }
  }

  @Property
  void readsAnyFieldToAnEnd(@ForAll String field) {
    assertFalse(EntityTag.matches(field, TAG) && !field.contains("*"));
    ContentCoding.acceptsGzip(field);
    HttpDate.parse(field);
  }

  @Example
  void sendsGzipToThoseWhoTakeIt() {
    for (String field :
        List.of(
            "gzip",
            "GZip",
            "gzip, deflate, br, zstd",
            "br,gzip",
            "deflate;q=0.5, gzip ; q=0.001",
            "*",
            "*;q=0.1",
            "identity;q=0, *",
            "gzip, *;q=0",
            "gzip, identity;q=0")) {
      assertTrue(ContentCoding.acceptsGzip(field), field);
    }
  }

  @Example
  void tellsCodingsApart() {
    assertTrue(ContentCoding.acceptsBrotli("gzip, deflate, br"));
    assertTrue(ContentCoding.acceptsBrotli("gzip;q=0, *"));
    assertFalse(ContentCoding.acceptsBrotli("gzip, br;q=0"));
    assertFalse(ContentCoding.acceptsBrotli("gzip, brotli"));
    assertFalse(ContentCoding.acceptsBrotli(null));
  }

  @Example
  void sendsIdentityToTheOthers() {
    assertFalse(ContentCoding.acceptsGzip(null));
    for (String field :
        List.of(
            "",
            "identity",
            "br",
            "gzipped",
            "notgzip",
            "gzip;q=0",
            "gzip;q=0.000",
            "gzip; Q=0",
            "gzip;q=0, *",
            "*, gzip;q=0",
            "*;q=0",
            "identity;q=0")) {
      assertFalse(ContentCoding.acceptsGzip(field), field);
    }
  }

  @Example
  void knowsWhoTakesJson() {
    assertTrue(AcceptField.takesJson(null));
    for (String field :
        List.of(
            "*/*",
            "application/json",
            "application/json;q=0.9",
            "Application/JSON ; charset=utf-8",
            "application/*",
            "application/json, text/javascript, */*; q=0.01",
            "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")) {
      assertTrue(AcceptField.takesJson(field), field);
    }
    for (String field :
        List.of(
            "",
            "text/html",
            "application/jsonl",
            "application/json-seq",
            "xapplication/json",
            "application/json;q=0",
            "application/json; Q=0.000",
            "*/*, application/json;q=0",
            "*/*;q=0")) {
      assertFalse(AcceptField.takesJson(field), field);
    }
  }

  @Example
  void writesDatesInTheDigitsOfHttp() {
    assertEquals("Sun, 06 Nov 1994 08:49:37 GMT", HttpDate.format(784_111_777_000L));
    assertEquals(784_111_777_000L, HttpDate.parse("Sun, 06 Nov 1994 08:49:37 GMT"));
  }

  @Example
  void takesNoOtherDate() {
    for (String text :
        List.of(
            "",
            "0",
            "Sun Nov  6 08:49:37 1994",
            "Sunday, 06-Nov-94 08:49:37 GMT",
            "Mon, 06 Nov 1994 08:49:37 GMT",
            "Sun, 06 Nov 1994 08:49:37 UTC",
            "Sun, 06 Nov 1994 25:49:37 GMT",
            "1994-11-06T08:49:37Z")) {
      assertEquals(Long.MIN_VALUE, HttpDate.parse(text), text);
    }
  }

  @Property
  void readsTheDatesThatItWrites(@ForAll @LongRange(min = 0, max = 250_000_000_000L) long second) {
    assertEquals(second * 1000, HttpDate.parse(HttpDate.format(second * 1000)));
  }

  @Example
  void nobodyShowsAnAnswerBeyondItsInstant() {
    Freshness policy = new Freshness(30, 300, 60, 864_000);
    assertEquals(policy, policy.until(Long.MAX_VALUE));
    assertEquals(new Freshness(30, 300, 60, 700), policy.until(1_000));
    assertEquals(new Freshness(30, 100, 0, 0), policy.until(100));
    assertEquals(new Freshness(10, 10, 0, 0), policy.until(10));
    assertEquals(new Freshness(0, 0, 0, 0), policy.until(-5));
    assertEquals("public, max-age=10, s-maxage=10", policy.until(10).cacheControl());
    assertEquals(
        "max-age=300, stale-while-revalidate=60, stale-if-error=864000", policy.targeted());
  }

  @Example
  void olderArticlesAreKeptLonger() {
    Instant now = Instant.parse("2026-11-20T12:00:00Z");
    Instant yesterday = now.minus(Duration.ofHours(24));
    assertEquals(30, CachePolicy.ARTICLE.freshness(yesterday, now).maxAge());
    assertEquals(300, CachePolicy.ARTICLE.freshness(yesterday.minusMillis(1), now).maxAge());
    assertEquals(5, CachePolicy.LIST.freshness(null, now).maxAge());
    assertEquals(30, CachePolicy.NAMES.freshness(null, now).maxAge());
  }

  @Property
  void fewTagsStandForAll(@ForAll("tags") Set<String> tags) {
    Set<String> bounded = TagFields.bounded(tags);
    assertTrue(bounded.size() <= TagFields.MOST, () -> bounded.size() + " tags");
    for (String tag : tags) {
      assertTrue(bounded.contains(tag) || bounded.contains(ChangeTags.wider(tag)), tag);
    }
    if (tags.size() <= TagFields.MOST) {
      assertEquals(new LinkedHashSet<>(tags), bounded);
    }
    for (String tag : bounded) {
      assertTrue(tag.matches("[a-z0-9:]+"), tag);
    }
  }

  @Provide
  Arbitrary<Set<String>> tags() {
    Arbitrary<String> single =
        Arbitraries.of("a", "s", "t", "o", "c", "m", "l:s", "l:t", "l:o", "l:c")
            .flatMap(kind -> Arbitraries.longs().between(1, 300).map(id -> kind + id));
    Arbitrary<String> wide =
        Arbitraries.of(
            "articles", "sections", "tags", "sources", "contributors", "menus", "l", "redirects");
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(20, single), net.jqwik.api.Tuple.of(1, wide))
        .set()
        .ofMinSize(0)
        .ofMaxSize(250);
  }
}
