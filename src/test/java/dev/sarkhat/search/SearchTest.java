package dev.sarkhat.search;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sarkhat.ApiTest;
import dev.sarkhat.Newsroom;
import dev.sarkhat.article.ArticleStatus;
import dev.sarkhat.article.ArticleType;
import dev.sarkhat.section.Section;
import dev.sarkhat.source.Source;
import dev.sarkhat.tag.Tag;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SearchTest extends ApiTest {

  @Inject Clock clock;
  @Inject EntityManager entityManager;

  private static ValidatableResponse search(Section section, String words, String... parameters) {
    StringBuilder address = new StringBuilder("/v1/search?section=").append(section.slug());
    address.append("&q=").append(encoded(words));
    for (String parameter : parameters) {
      address.append('&').append(parameter);
    }
    return get(address.toString()).statusCode(200);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static List<Integer> found(Section section, String words, String... parameters) {
    return search(section, words, parameters).extract().path("data.article.id");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "گزینه\u200Cهای",
        "گزینه های",
        "گزینههای",
        "گزينه\u200Cهاي",
        "گزینه",
        "گفت\u200Cو\u200Cگو",
        "گفت و گو",
        "گفتوگو",
        "رئیس جمهوری",
        "رییس\u200Cجمهوری",
        "بين الملل",
        "۱۳۹۴",
        "1394",
        "١٣٩٤"
      })
  void findsEverySpelling(String words) {
    Section section = newsroom.section();
    long joined =
        newsroom
            .article(section)
            .title("بررسی گزینههای موجود در گفتوگو با رییسجمهوری")
            .lead("اخبار بین الملل در سال ۱۳۹۴")
            .store();
    long parted =
        newsroom
            .article(section)
            .title("بررسی گزینه\u200Cهای موجود")
            .lead("گفت\u200Cو\u200Cگو با رئیس\u200Cجمهوری درباره اخبار بین\u200Cالملل سال 1394")
            .store();
    search(section, words).body("data.article.id", containsInAnyOrder((int) joined, (int) parted));
  }

  @Test
  void readsOperators() {
    Section section = newsroom.section();
    int both = (int) newsroom.article(section).title("فرانسه و سوریه").store();
    int france = (int) newsroom.article(section).title("فرانسه تنها ماند").store();
    int syria = (int) newsroom.article(section).title("آینده سوریه").store();
    assertEquals(List.of(both), found(section, "فرانسه سوریه"));
    assertEquals(3, found(section, "فرانسه OR سوریه").size());
    assertEquals(3, found(section, "فرانسه | سوریه").size());
    assertEquals(List.of(france), found(section, "فرانسه -سوریه"));
    assertEquals(List.of(syria), found(section, "-فرانسه"));
    assertEquals(List.of(syria), found(section, "\"آینده سوریه\""));
    assertEquals(List.of(syria), found(section, "«آیندهٔ سوریه»"));
    assertEquals(List.of(), found(section, "\"سوریه آینده\""));
    assertEquals(List.of(france), found(section, "فرانسه -\"فرانسه و سوریه\""));
    assertEquals(List.of(both), found(section, "فرانسه (سوریه OR"));
    assertEquals(List.of(syria), found(section, "OR آینده \""));
  }

  @Test
  void looksInOneField() {
    Section section = newsroom.section();
    Tag tag = newsroom.tag();
    Source source = newsroom.source();
    int named = (int) newsroom.article(section).title("خبر یک").tags(tag).source(source).store();
    int told = (int) newsroom.article(section).title("ماجرای " + tag.title()).store();
    String tagWord = tag.title();
    search(section, tagWord).body("data.article.id", containsInAnyOrder(named, told));
    assertEquals(List.of(named), found(section, "tag:" + tagWord));
    assertEquals(List.of(told), found(section, "title:" + tagWord));
    assertEquals(List.of(named), found(section, "source:" + source.title()));
    assertEquals(List.of(told), found(section, "title:\"ماجرای " + tagWord + "\""));
  }

  @Test
  void ranksTitlesBeforeBodiesAndNewBeforeOld() {
    // A word is worth something only where there are articles without it.
    newsroom.articles(newsroom.section(), 300);
    Section section = newsroom.section();
    Instant now = clock.instant();
    int body =
        (int)
            newsroom
                .article(section)
                .title("خبری دیگر")
                .body("<p>در این متن زلزله هم هست " + "و چیزهای دیگر ".repeat(60) + "</p>")
                .store();
    int old =
        (int)
            newsroom
                .article(section)
                .title("زلزله در بم")
                .publishedAt(now.minusSeconds(400 * 86_400L))
                .store();
    int recent = (int) newsroom.article(section).title("زلزله در وان").store();
    assertEquals(List.of(recent, old, body), found(section, "زلزله"));
    assertEquals(List.of(recent, body, old), found(section, "زلزله", "sort=-publishedAt"));
  }

  @Test
  void pagesThroughEverythingOnceWhileArticlesCome() {
    Section section = newsroom.section();
    List<Integer> stored = new ArrayList<>();
    for (int number = 0; number < 13; number++) {
      stored.add((int) newsroom.article(section).title("سیلاب شماره " + number).store());
    }
    for (String sort : List.of("relevance", "-publishedAt")) {
      List<Integer> seen = new ArrayList<>();
      String next =
          "/v1/search?section="
              + section.slug()
              + "&limit=3&sort="
              + sort
              + "&q="
              + encoded("سیلاب");
      while (next != null) {
        ValidatableResponse page = get(next).statusCode(200);
        seen.addAll(page.extract().<List<Integer>>path("data.article.id"));
        next = page.extract().path("page.next");
        newsroom.article(newsroom.section()).title("سیلاب سیلاب در جایی دیگر").store();
      }
      assertEquals(13, seen.size());
      assertEquals(new java.util.HashSet<>(stored), new java.util.HashSet<>(seen));
    }
  }

  @Test
  void neverShowsWhatIsNotPublic() {
    Section section = newsroom.section();
    Instant now = clock.instant();
    String word = "پنهان" + Newsroom.unique("").replaceAll("[^0-9a-z]", "");
    newsroom.article(section).title(word).status(ArticleStatus.DRAFT).publishedAt(null).store();
    newsroom.article(section).title(word).status(ArticleStatus.WITHDRAWN).store();
    newsroom
        .article(section)
        .title(word)
        .status(ArticleStatus.SCHEDULED)
        .publishedAt(now.plusSeconds(3600))
        .store();
    newsroom.article(section).title(word).expireAt(now.minusSeconds(60)).store();
    search(section, word, "facets=section,type,month")
        .body("data", empty())
        .body("page.total", equalTo(0))
        .body("facets.section", empty())
        .body("facets.month", empty());
    get("/v1/search/suggest?q=" + encoded(word)).statusCode(200).body("data", empty());
  }

  @Test
  void followsEachChange() {
    Section section = newsroom.section();
    String word = "دگرگون" + Newsroom.unique("").replaceAll("[^0-9a-z]", "");
    long article = newsroom.article(section).title(word).store();
    assertEquals(List.of((int) article), found(section, word));
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                entityManager
                    .createNativeQuery("update article set title = 'چیز دیگر' where id = :id")
                    .setParameter("id", article)
                    .executeUpdate());
    assertEquals(List.of(), found(section, word));
    assertEquals(List.of((int) article), found(section, "چیز دیگر"));
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                entityManager
                    .createNativeQuery("delete from article where id = :id")
                    .setParameter("id", article)
                    .executeUpdate());
    assertEquals(List.of(), found(section, "چیز دیگر"));
  }

  @Test
  void findsArticlesByTheNewNameOfTheirTag() {
    Section section = newsroom.section();
    Tag tag = newsroom.tag();
    long article = newsroom.article(section).tags(tag).store();
    assertEquals(List.of((int) article), found(section, "tag:" + tag.title()));
    String renamed = "نامور" + Newsroom.unique("").replaceAll("[^0-9a-z]", "");
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                entityManager
                    .createNativeQuery("update tag set title = :title where id = :id")
                    .setParameter("title", renamed)
                    .setParameter("id", tag.id())
                    .executeUpdate());
    long deadline = System.nanoTime() + 20_000_000_000L;
    // The tag's articles are indexed anew after the tag; a search does not wait for thousands.
    while (found(section, "tag:" + renamed).isEmpty() && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertEquals(List.of((int) article), found(section, "tag:" + renamed));
    assertEquals(List.of(), found(section, "tag:\"" + tag.title() + "\""));
  }

  @Test
  void highlightsInTheArticlesOwnSpelling() {
    Section section = newsroom.section();
    newsroom
        .article(section)
        .title("بررسی گزینههای <b>موجود</b> & «دیگر»")
        .lead("در این گزینه\u200Cهای تازه")
        .body(
            "<p>"
                + "متن دراز. ".repeat(100)
                + "این گزینه های خوب است. "
                + "پایان ".repeat(99)
                + "</p>")
        .store();
    search(section, "گزينه\u200Cهاي")
        .body(
            "data[0].highlights.title",
            equalTo("بررسی <mark>گزینههای</mark> &lt;b&gt;موجود&lt;/b&gt; &amp; «دیگر»"))
        .body("data[0].highlights.lead", equalTo("در این <mark>گزینه\u200Cهای</mark> تازه"))
        .body("data[0].highlights.passage", containsString("<mark>گزینه های</mark>"))
        .body("data[0].highlights.passage.length()", org.hamcrest.Matchers.lessThan(300));
    search(section, "گزینه", "highlight=none").body("data[0].highlights", nullValue());
  }

  @Test
  void countsByFacetsUnderFilters() {
    Section section = newsroom.section();
    Section below = newsroom.section(section);
    Tag one = newsroom.tag();
    Tag two = newsroom.tag();
    Instant azar = Instant.parse("2015-11-25T15:00:00Z");
    newsroom.article(section).title("باران").tags(one).publishedAt(azar).store();
    newsroom.article(below).title("باران").tags(one, two).publishedAt(azar).store();
    newsroom
        .article(below)
        .title("باران")
        .type(ArticleType.REPORT)
        .publishedAt(Instant.parse("2015-11-20T15:00:00Z"))
        .store();
    newsroom.article(below).title("آفتاب").tags(one).store();
    String facets = "facets=section,tag,type,month,jalaliMonth";
    search(section, "باران", facets)
        .body("page.total", equalTo(3))
        .body("facets.section.value", equalTo(List.of(section.slug(), below.slug())))
        .body("facets.section.count", equalTo(List.of(3, 2)))
        .body("facets.tag.value", equalTo(List.of(one.slug(), two.slug())))
        .body("facets.tag.title", equalTo(List.of(one.title(), two.title())))
        .body("facets.tag.count", equalTo(List.of(2, 1)))
        .body("facets.type.value", equalTo(List.of("news", "report")))
        .body("facets.month.value", equalTo(List.of("2015-11")))
        .body("facets.month[0].from", equalTo("2015-11-01T00:00:00.000Z"))
        .body("facets.jalaliMonth.value", equalTo(List.of("1394-09", "1394-08")))
        .body("facets.jalaliMonth[0].title", equalTo("آذر ۱۳۹۴"))
        .body("facets.jalaliMonth[0].from", equalTo("2015-11-21T20:30:00.000Z"));
    search(section, "باران", facets, "tag=" + two.slug())
        .body("page.total", equalTo(1))
        .body("facets.tag.count", everyItem(equalTo(1)));
    search(section, "باران", "facets=tag", "facetLimit=1").body("facets.tag", hasSizeOne());
    search(section, "باران").body("facets", nullValue());
  }

  private static org.hamcrest.Matcher<java.util.Collection<?>> hasSizeOne() {
    return org.hamcrest.Matchers.hasSize(1);
  }

  @Test
  void asksWhatWasMeant() {
    Section section = newsroom.section();
    newsroom.article(section).title("دانشگاهیان به خیابان آمدند").store();
    search(section, "دانشگاهیلن خیابان")
        .body("data", empty())
        .body("didYouMean", equalTo("دانشگاهیان خیابان"));
  }

  @Test
  void suggestsWhileTyping() {
    String letters = Newsroom.unique("").replaceAll("[^0-9a-z]", "");
    Section section = newsroom.section();
    long article =
        newsroom.article(section).title("نشست بین\u200Cالمللی" + letters + " تهران").store();
    for (String typed : List.of("بین المللی", "بین\u200Cالمللی", "بینالمللی", "بين\u200Cالمللي")) {
      get("/v1/search/suggest?q=" + encoded("نشست " + typed + letters))
          .statusCode(200)
          .body("data.id", hasItem((int) article))
          .body("data.type", hasItem("article"));
    }
    Tag tag = newsroom.tag();
    newsroom.article(section).tags(tag).store();
    get("/v1/search/suggest?q=" + encoded(tag.title()))
        .body("data[0].type", equalTo("tag"))
        .body("data[0].slug", equalTo(tag.slug()))
        .body("data[0].path", equalTo("/tags/" + tag.slug()));
  }

  @Test
  void namesWhatIsWrong() {
    assertCulprit("/v1/search", "invalid-parameter", "q");
    assertCulprit("/v1/search?q=", "invalid-parameter", "q");
    assertCulprit("/v1/search?q=" + "a".repeat(501), "invalid-parameter", "q");
    assertCulprit("/v1/search?q=" + encoded("یک ".repeat(40)), "invalid-parameter", "q");
    assertCulprit("/v1/search?q=a&sort=date", "invalid-parameter", "sort");
    assertCulprit("/v1/search?q=a&facets=color", "invalid-parameter", "facets");
    assertCulprit("/v1/search?q=a&facetLimit=0", "invalid-parameter", "facetLimit");
    assertCulprit("/v1/search?q=a&facetLimit=101", "invalid-parameter", "facetLimit");
    assertCulprit("/v1/search?q=a&section=nowhere", "unknown-value", "section");
    assertCulprit("/v1/search?q=a&cursor=abc", "invalid-cursor", "cursor");
    assertCulprit("/v1/search/suggest", "invalid-parameter", "q");
    assertCulprit("/v1/search/suggest?q=" + "a".repeat(101), "invalid-parameter", "q");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"",
        "«",
        "»",
        "\"\"",
        "-",
        "--",
        "OR",
        "OR OR",
        "|",
        "title:",
        "title:\"",
        "tag:-",
        "()",
        "a\" b",
        "*",
        "?",
        "~",
        "^2",
        "[a TO b]",
        "\\",
        "&&",
        "!",
        "\uFEFF",
        "\u200C\u200C",
        "\u202Etitle:\u202C",
        "😀",
        "- \" OR title: «"
      })
  void takesWhateverIsTyped(String typed) {
    get("/v1/search?q=" + encoded(typed)).statusCode(200);
    get("/v1/search/suggest?q=" + encoded(typed)).statusCode(200);
  }
}
