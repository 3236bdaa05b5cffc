package dev.sarkhat.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.http.DeclaredParameters;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which addresses a resource has, and whom its kept answers suit. */
class CachedResourceTest {

  @Test
  void aVariableIsAWholeSegmentOrAPartOfOne() throws NoSuchMethodException {
    CachedResource article = resource("/v1/articles/{id}");
    assertTrue(article.matches(segments("/v1/articles/7")));
    assertFalse(article.matches(segments("/v1/articles/")));
    assertFalse(article.matches(segments("/v1/articles/7/related")));
    CachedResource feed = resource("/feeds/sections/{slug}.{format}");
    assertTrue(feed.matches(segments("/feeds/sections/world.rss")));
    assertTrue(feed.matches(segments("/feeds/sections/a.b.rss")));
    assertFalse(feed.matches(segments("/feeds/sections/world")));
    assertFalse(feed.matches(segments("/feeds/sections/.rss")));
    assertFalse(feed.matches(segments("/feeds/sections/world.")));
    assertEquals(1, feed.variables());
  }

  @Test
  void whatIsSpelledOutIsExact() throws NoSuchMethodException {
    CachedResource latest = resource("/feeds/latest.rss");
    assertTrue(latest.matches(segments("/feeds/latest.rss")));
    assertFalse(latest.matches(segments("/feeds/latestXrss")));
    assertFalse(resource("/v1/a.{id}").matches(segments("/v1/aX7")));
    assertTrue(resource("/v1/{id}.json").spelledOut() > resource("/v1/{id}").spelledOut());
  }

  @Test
  void jsonIsForThoseWhoTakeIt() {
    for (String accept : new String[] {null, "*/*", "application/json", "text/plain, */*"}) {
      for (AnswerChoice choice : AnswerChoice.values()) {
        assertTrue(choice.isPlain(accept) && choice.isShared(accept), choice + " " + accept);
      }
    }
    assertFalse(AnswerChoice.JSON.isPlain("image/png"));
    assertFalse(AnswerChoice.JSON_OR_OTHERS.isShared("image/png"));
    assertTrue(AnswerChoice.BY_ADDRESS.isPlain("image/png"));
    assertTrue(AnswerChoice.BY_ADDRESS.isShared("application/json;q=0"));
  }

  @Test
  void whoNamesAnotherFormIsAskedWhichItLikesBetter() {
    String browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    assertTrue(AnswerChoice.JSON.isPlain(browser));
    assertFalse(AnswerChoice.JSON_OR_OTHERS.isPlain(browser));
    assertTrue(AnswerChoice.JSON_OR_OTHERS.isShared(browser));
    assertFalse(AnswerChoice.JSON_OR_OTHERS.isPlain("application/LD+JSON, */*;q=0.1"));
    assertTrue(AnswerChoice.JSON_OR_OTHERS.isPlain("application/json, text/plain, */*"));
  }

  private static List<String> segments(String path) {
    return List.of(path.split("/", -1));
  }

  private static CachedResource resource(String template) throws NoSuchMethodException {
    return new CachedResource(
        template,
        CachePolicy.LIST,
        AnswerChoice.JSON,
        DeclaredParameters.of(Object.class.getMethod("hashCode")));
  }
}
