package dev.sarkhat.resolve;

import static org.hamcrest.Matchers.equalTo;

import dev.sarkhat.ApiTest;
import dev.sarkhat.Newsroom;
import dev.sarkhat.article.Redirect;
import dev.sarkhat.contributor.Contributor;
import dev.sarkhat.section.Section;
import dev.sarkhat.source.Source;
import dev.sarkhat.tag.Tag;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ResolveTest extends ApiTest {

  @Inject EntityManager entityManager;
  @Inject Clock clock;

  @Test
  void articleIsFoundAtItsPathHoweverItIsEncoded() {
    long id = newsroom.article(newsroom.section()).title("تیتر خبر").store();
    String path = "/news/" + id + "/تیتر-خبر";
    get(resolve(path))
        .statusCode(200)
        .body("kind", equalTo("article"))
        .body("path", equalTo(path))
        .body("article.id", equalTo((int) id));
    // What encodeURIComponent(location.pathname) gives: encoded twice.
    String pathname = "/news/" + id + "/" + encode("تیتر-خبر");
    get(resolve(pathname)).statusCode(200).body("path", equalTo(path));
  }

  @Test
  void otherSlugAndTrailingSlashRedirectToTodaysPath() {
    long id = newsroom.article(newsroom.section()).title("تیتر خبر").store();
    String path = "/news/" + id + "/تیتر-خبر";
    assertRedirect("/news/" + id + "/old-slug", path);
    assertRedirect(path + "/", path);
  }

  @Test
  void sectionTagSourceAndContributorAreFound() {
    Section section = newsroom.section(newsroom.section());
    get(resolve(section.path()))
        .statusCode(200)
        .body("kind", equalTo("section"))
        .body("section.slug", equalTo(section.slug()));
    Tag tag = newsroom.tag();
    get(resolve("/tags/" + tag.slug())).body("kind", equalTo("tag"));
    Source source = newsroom.source();
    get(resolve("/sources/" + source.slug())).body("kind", equalTo("source"));
    Contributor contributor = newsroom.contributor();
    get(resolve("/contributors/" + contributor.slug()))
        .body("kind", equalTo("contributor"))
        .body("slug", equalTo(contributor.slug()));
    assertRedirect(section.path() + "/", section.path());
  }

  @Test
  void oldPathLeadsToTheArticle() {
    long id = newsroom.article(newsroom.section()).title("تیتر خبر").store();
    String old = "/news/international/" + Newsroom.unique("banews") + ".html";
    QuarkusTransaction.requiringNew()
        .run(() -> entityManager.persist(Redirect.toArticle(old, id, clock.instant())));
    assertRedirect(old, "/news/" + id + "/تیتر-خبر");
  }

  private static void assertRedirect(String path, String location) {
    get(resolve(path))
        .statusCode(200)
        .body("kind", equalTo("redirect"))
        .body("status", equalTo(301))
        .body("location", equalTo(location));
  }

  private static String resolve(String path) {
    return "/v1/resolve?path=" + encode(path);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
