package dev.sarkhat.tag;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dev.sarkhat.ApiTest;
import dev.sarkhat.access.AuditRows;
import dev.sarkhat.access.Keys;
import dev.sarkhat.access.NewsroomClient;
import dev.sarkhat.access.Role;
import dev.sarkhat.section.Section;
import dev.sarkhat.text.MatchKey;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tags become one, with all their articles. */
@QuarkusTest
class TagMergingTest extends ApiTest {

  private static final String TAGS = "/v1/admin/tags/";

  @Inject Keys keys;
  @Inject AuditRows audit;
  @Inject TagRepository tags;
  @Inject TagMerging merging;
  @Inject @Any Instance<RecurringTask<Void>> scheduled;

  private NewsroomClient editor;

  @BeforeEach
  void openNewsroom() {
    editor = new NewsroomClient(keys.with(Role.EDITOR));
  }

  @Test
  void theArticlesFollowAndTheOldNameLeadsOn() {
    Tag gone = newsroom.tag();
    Tag stays = newsroom.tag();
    Tag third = newsroom.tag();
    Section section = newsroom.section();
    long one = newsroom.article(section).tags(gone, third).store();
    long both = newsroom.article(section).tags(gone, third, stays).store();
    long draft =
        newsroom
            .article(section)
            .status(dev.sarkhat.article.ArticleStatus.DRAFT)
            .publishedAt(null)
            .tags(gone)
            .store();
    String list = "/v1/articles?sort=publishedAt&tag=";
    get(list + gone.slug()).body("data.size()", equalTo(2));
    get(list + stays.slug()).body("data.size()", equalTo(1));
    get("/v1/tags/" + gone.slug()).body("slug", equalTo(gone.slug()));
    get("/v1/articles/" + one).body("tags.slug", equalTo(List.of(gone.slug(), third.slug())));

    editor
        .act(TAGS + gone.slug() + "/merge", 0, Map.of("into", stays.slug()))
        .statusCode(200)
        .header("ETag", equalTo("\"1\""))
        .body("content.slug", equalTo(stays.slug()))
        .body("content.aliases[0].slug", equalTo(gone.slug()))
        .body("content.aliases[0].title", equalTo(gone.title()));

    for (String name : List.of(gone.slug(), stays.slug())) {
      get(list + name).body("data.size()", equalTo(2));
      get("/v1/tags/" + name + "?include=articleCount")
          .body("slug", equalTo(stays.slug()))
          .body("articleCount", equalTo(2));
    }
    get("/v1/articles/" + one).body("tags.slug", equalTo(List.of(stays.slug(), third.slug())));
    get("/v1/articles/" + both).body("tags.slug", equalTo(List.of(stays.slug(), third.slug())));
    get("/v1/resolve?path=/tags/" + gone.slug()).body("location", equalTo("/tags/" + stays.slug()));
    assertProblem(editor.get(TAGS + gone.slug()), 404, "not-found");
    assertEquals(1, rows("select count(*) from article_tag where article_id = " + draft));
    assertEquals(0, rows("select count(*) from tag where id = " + gone.id()));
    // An import that says the old name means the other tag.
    assertEquals(
        Map.of(MatchKey.of(gone.title()), Objects.requireNonNull(stays.id())),
        QuarkusTransaction.requiringNew()
            .call(() -> tags.idsByMatchKey(List.of(MatchKey.of(gone.title())))));
    assertEquals(
        Map.of(gone.slug(), Objects.requireNonNull(stays.id())),
        QuarkusTransaction.requiringNew().call(() -> tags.idsBySlug(List.of(gone.slug()))));
    List<String> rows = audit.of("tag", Objects.requireNonNull(gone.id()));
    assertTrue(rows.get(0).contains(" mergeTag "), rows::toString);
    assertTrue(rows.get(0).contains("/mergedInto"), rows::toString);
    assertTrue(
        audit.of("tag", Objects.requireNonNull(stays.id())).get(0).contains("/aliases"),
        "the other tag got a name");
  }

  @Test
  void editorsWhoStillSayTheOldNameMeanTheOther() {
    Tag gone = newsroom.tag();
    Tag stays = newsroom.tag();
    Section section = newsroom.section();
    Map<String, Object> content =
        Map.of(
            "title", "خبر", "section", section.slug(), "tags", List.of(gone.slug(), stays.slug()));
    String articles = "/v1/admin/articles/";
    int article = editor.post("/v1/admin/articles", content).statusCode(201).extract().path("id");
    editor.act(TAGS + gone.slug() + "/merge", 0, Map.of("into", stays.slug())).statusCode(200);

    editor
        .put(articles + article, 0, content)
        .statusCode(200)
        .body("content.tags", equalTo(List.of(stays.slug())));
    editor.patch(articles + article, 1, "{\"tags\": null}").statusCode(200);
    editor
        .act(articles + article + "/revisions/0/restore", 2, null)
        .statusCode(200)
        .body("content.tags", equalTo(List.of(stays.slug())));
  }

  @Test
  void whatCannotBeMergedIsRefused() {
    Tag tag = newsroom.tag();
    String merge = TAGS + tag.slug() + "/merge";
    for (String into : List.of(tag.slug(), "no-such-tag")) {
      assertProblem(editor.act(merge, 0, Map.of("into", into)), 400, "invalid-body")
          .body("errors[0].pointer", equalTo("/into"));
    }
    Tag other = newsroom.tag();
    Map<String, String> body = Map.of("into", other.slug());
    assertProblem(editor.post(merge, body), 428, "precondition-required");
    assertProblem(editor.act(merge, 7, body), 412, "precondition-failed");
    assertProblem(editor.act(TAGS + "no-such-tag/merge", 0, body), 404, "not-found");
  }

  @Test
  void aChainEndsAtItsLastTag() {
    Tag first = newsroom.tag();
    Tag second = newsroom.tag();
    Tag last = newsroom.tag();
    long article = newsroom.article(newsroom.section()).tags(first, second).store();
    editor.act(TAGS + first.slug() + "/merge", 0, Map.of("into", second.slug())).statusCode(200);
    editor.act(TAGS + second.slug() + "/merge", 1, Map.of("into", last.slug())).statusCode(200);

    get("/v1/tags/" + first.slug()).body("slug", equalTo(last.slug()));
    get("/v1/articles/" + article).body("tags.slug", equalTo(List.of(last.slug())));
  }

  @Test
  void whatWasInterruptedGoesOn() {
    Tag gone = newsroom.tag();
    Tag stays = newsroom.tag();
    Section section = newsroom.section();
    newsroom.articles(section, TagMerging.ARTICLES_AT_ONCE + 100);
    sql(
        "insert into article_tag (article_id, tag_id, position) select id, "
            + gone.id()
            + ", 0 from article where section_id = "
            + section.id());
    // What the first transaction of a merge leaves behind.
    sql("update tag set merged_into = " + stays.id() + " where id = " + gone.id());
    sql(
        "insert into tag_alias (slug, tag_id, title, match_key) select slug, "
            + stays.id()
            + ", title, match_key from tag where id = "
            + gone.id());
    get("/v1/tags/" + gone.slug()).body("slug", equalTo(stays.slug()));
    String count = "select count(*) from article_tag where tag_id = ";

    // The same request, sent again.
    editor
        .act(TAGS + gone.slug() + "/merge", 0, Map.of("into", stays.slug()))
        .statusCode(200)
        .body("content.slug", equalTo(stays.slug()));

    assertEquals(0, rows(count + gone.id()));
    assertEquals(TagMerging.ARTICLES_AT_ONCE + 100, rows(count + stays.id()));
    assertEquals(0, rows("select count(*) from tag where id = " + gone.id()));
    merging.finish();
  }

  @Test
  void whatADeadNodeLeftGoesOnByItself() {
    Tag gone = newsroom.tag();
    Tag stays = newsroom.tag();
    long article = newsroom.article(newsroom.section()).tags(gone).store();
    sql("update tag set merged_into = " + stays.id() + " where id = " + gone.id());
    sql(
        "insert into tag_alias (slug, tag_id) select slug, "
            + stays.id()
            + " from tag where id = "
            + gone.id());
    get("/v1/articles/" + article).body("tags.slug", equalTo(List.of(gone.slug())));

    // The scheduler, which the tests do not run, has it done on each node.
    RecurringTask<Void> goingOn =
        scheduled.stream()
            .filter(task -> task.getName().equals("tag-merging"))
            .findFirst()
            .orElseThrow();
    goingOn.execute(goingOn.instance(RecurringTask.INSTANCE), null);

    get("/v1/articles/" + article).body("tags.slug", equalTo(List.of(stays.slug())));
    assertEquals(0, rows("select count(*) from tag where id = " + gone.id()));
  }

  private void sql(String sql) {
    QuarkusTransaction.requiringNew()
        .run(() -> tags.getEntityManager().createNativeQuery(sql).executeUpdate());
  }

  private long rows(String sql) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                ((Number) tags.getEntityManager().createNativeQuery(sql).getSingleResult())
                    .longValue());
  }
}
