package dev.sarkhat.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sarkhat.Newsroom;
import dev.sarkhat.article.ArticleStatus;
import dev.sarkhat.contributor.Contributor;
import dev.sarkhat.contributor.ContributorRole;
import dev.sarkhat.section.Section;
import dev.sarkhat.source.Source;
import dev.sarkhat.tag.Tag;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the triggers log of each kind of write. */
@QuarkusTest
class ChangeLogTest {

  /** What an article says of every list that {article} stands in. */
  private static final String LISTS =
      "l l:c{contributor} l:o{source} l:s{child} l:s{root} l:t{tag}";

  private static final String NEW_ENTITIES =
      "insert into section (id, position, slug, path, match_key, title, lang)"
          + " values (-{article}, 0, 's{article}', 's{article}', 'k', 'عنوان', 'fa');"
          + "insert into tag (id, slug, match_key, title, type, lang)"
          + " values (-{article}, 't{article}', 'k{article}', 'عنوان', 'topic', 'fa');"
          + "insert into source (id, slug, match_key, title, lang)"
          + " values (-{article}, 'o{article}', 'k{article}', 'عنوان', 'fa');"
          + "insert into contributor (id, slug, match_key, name, role, lang)"
          + " values (-{article}, 'c{article}', 'k{article}', 'نام', 'editor', 'fa');"
          + "insert into menu (id, slug, title, lang, position)"
          + " values (-{article}, 'm{article}', 'منو', 'fa', 0);";

  @Inject Newsroom newsroom;
  @Inject DataSource dataSource;

  private final Map<String, Long> ids = new TreeMap<>();

  /** One write, in a transaction of its own, and what it is to log. */
  record Case(String name, String before, String write, List<String> logged) {

    @Override
    public String toString() {
      return name;
    }

    static Case of(String name, String write, String... logged) {
      return new Case(name, "", write, List.of(logged));
    }

    Case after(String before) {
      return new Case(name, before, write, logged);
    }
  }

  static Stream<Case> articles() {
    return Stream.of(
        Case.of(
            "what it says",
            "update article set revision = 1, title = 'الف' where id = {article}",
            "article {article} upsert 1 a{article} articles"),
        Case.of("nothing", "update article set title = title where id = {article}"),
        Case.of(
            "a draft",
            "update article set revision = 1, lang = 'en' where id = {draft}",
            "article {draft} upsert 1 a{draft}"),
        Case.of(
            "a draft that is deleted",
            "delete from article where id = {draft}",
            "article {draft} delete - a{draft}"),
        Case.of(
            "publishing",
            "update article set status = 'published', published_at = now() where id = {draft}",
            "article {draft} upsert 0 a{draft} articles l l:s{root} l:t{tag}"),
        Case.of(
            "withdrawing",
            "update article set status = 'withdrawn', withdrawn_at = now() where id = {article}",
            "article {article} upsert 0 takedown a{article} articles " + LISTS),
        Case.of(
            "putting off",
            "update article set published_at = now() + interval '1 hour' where id = {article}",
            "article {article} upsert 0 takedown a{article} articles " + LISTS),
        Case.of(
            "dating back",
            "update article set published_at = now() - interval '1 year' where id = {article}",
            "article {article} upsert 0 a{article} articles " + LISTS),
        Case.of(
            "letting expire",
            "update article set expire_at = now() where id = {article}",
            "article {article} upsert 0 takedown a{article} articles " + LISTS),
        Case.of(
                "letting expire later",
                "update article set expire_at = now() + interval '1 hour' where id = {article}",
                "article {article} upsert 0 a{article} articles " + LISTS)
            .after("update article set expire_at = now() where id = {article}"),
        Case.of(
            "another section",
            "update article set section_id = {other} where id = {article}",
            "article {article} upsert 0 a{article} articles " + LISTS + " l:s{other}"),
        Case.of(
            "another source",
            "update article set source_id = null where id = {article}",
            "article {article} upsert 0 a{article} articles " + LISTS),
        Case.of(
            "another type",
            "update article set type = 'report' where id = {article}",
            "article {article} upsert 0 a{article} articles " + LISTS),
        Case.of(
            "another language",
            "update article set lang = 'en' where id = {article}",
            "article {article} upsert 0 a{article} articles " + LISTS),
        Case.of(
            "deleting",
            "delete from article where id = {article}",
            "article {article} delete - takedown a{article} articles " + LISTS),
        Case.of(
            "deleting part by part",
            "delete from article_tag where article_id = {article};"
                + "delete from article_contributor where article_id = {article};"
                + "delete from article where id = {article}",
            "article {article} delete - takedown a{article} articles " + LISTS),
        Case.of(
            "several at once",
            "update article set title = 'ب' where id in ({article}, {draft})",
            "article {article} upsert 0 a{article} articles",
            "article {draft} upsert 0 a{draft}"));
  }

  static Stream<Case> partsOfArticles() {
    return Stream.of(
        Case.of(
            "a tag more",
            "insert into article_tag (article_id, tag_id, position)"
                + " values ({article}, {otherTag}, 1), ({draft}, {otherTag}, 1)",
            "article {article} upsert 0 a{article} articles l:t{otherTag}",
            "article {draft} upsert 0 a{draft}"),
        Case.of(
            "a tag less",
            "delete from article_tag where article_id in ({article}, {draft})",
            "article {article} upsert 0 a{article} articles l:t{tag}",
            "article {draft} upsert 0 a{draft}"),
        Case.of(
            "another tag",
            "update article_tag set tag_id = {otherTag} where article_id = {article}",
            "article {article} upsert 0 a{article} articles l:t{otherTag} l:t{tag}"),
        Case.of(
            "a tag's place",
            "update article_tag set position = 9 where article_id = {article}",
            "article {article} upsert 0 a{article} articles"),
        Case.of(
            "a tag's same place",
            "update article_tag set position = position where article_id = {article}"),
        Case.of(
            "a contributor more",
            "insert into article_contributor (article_id, contributor_id, role, position)"
                + " values ({draft}, {contributor}, 'editor', 0)",
            "article {draft} upsert 0 a{draft}"),
        Case.of(
            "a contributor less",
            "delete from article_contributor where article_id = {article}",
            "article {article} upsert 0 a{article} articles l:c{contributor}"),
        Case.of(
            "a contributor's role",
            "update article_contributor set role = 'editor' where article_id = {article}",
            "article {article} upsert 0 a{article} articles"),
        Case.of(
            "related articles",
            "insert into article_related (article_id, position, related_id)"
                + " values ({article}, 0, {draft}), ({draft}, 0, {article})",
            "article {article} upsert 0 a{article} articles",
            "article {draft} upsert 0 a{draft}"),
        Case.of(
                "a related article that is deleted",
                "delete from article where id = {draft}",
                "article {article} upsert 0 a{article} articles",
                "article {draft} delete - a{draft}")
            .after("insert into article_related values ({article}, 0, {draft})"),
        Case.of(
                "a related article's place",
                "update article_related set position = 1 where article_id = {article}",
                "article {article} upsert 0 a{article} articles")
            .after("insert into article_related values ({article}, 0, {draft})"),
        Case.of(
            "redirects",
            "insert into redirect values ('/a{article}', {article}, null, now()),"
                + " ('/d{article}', {draft}, null, now()), ('/s{article}', null, {child}, now())",
            "article {article} upsert 0 a{article} articles redirects",
            "article {draft} upsert 0 a{draft} redirects",
            "section {child} upsert - redirects s{child} sections"),
        Case.of(
                "a redirect that leads elsewhere",
                "update redirect set article_id = null, section_id = {child}"
                    + " where path = '/a{article}'",
                "article {article} upsert 0 a{article} articles redirects",
                "section {child} upsert - redirects s{child} sections")
            .after("insert into redirect values ('/a{article}', {article}, null, now())"),
        Case.of(
                "a redirect that is deleted",
                "delete from redirect where path = '/a{article}'",
                "article {article} upsert 0 a{article} articles redirects")
            .after("insert into redirect values ('/a{article}', {article}, null, now())"));
  }

  static Stream<Case> others() {
    return Stream.of(
        Case.of(
            "new ones",
            NEW_ENTITIES,
            "contributor -{article} upsert - c-{article} contributors",
            "menu -{article} upsert - m-{article} menus",
            "section -{article} upsert - s-{article} sections",
            "source -{article} upsert - o-{article} sources",
            "tag -{article} upsert - t-{article} tags"),
        Case.of(
                "ones that are deleted",
                "delete from section where id = -{article};"
                    + "delete from tag where id = -{article};"
                    + "delete from source where id = -{article};"
                    + "delete from contributor where id = -{article};"
                    + "delete from menu where id = -{article}",
                "contributor -{article} delete - takedown c-{article} contributors",
                "menu -{article} delete - takedown m-{article} menus",
                "section -{article} delete - takedown s-{article} sections",
                "source -{article} delete - takedown o-{article} sources",
                "tag -{article} delete - takedown t-{article} tags")
            .after(NEW_ENTITIES),
        Case.of(
            "what they say",
            "update section set title = 'ب' where id = {child};"
                + "update tag set title = 'ب' where id = {tag};"
                + "update source set title = 'ب' where id = {source};"
                + "update contributor set name = 'ب' where id = {contributor}",
            "contributor {contributor} upsert - c{contributor} contributors",
            "section {child} upsert - s{child} sections",
            "source {source} upsert - o{source} sources",
            "tag {tag} upsert - t{tag} tags"),
        Case.of("nothing", "update tag set title = title; update section set title = title"),
        Case.of(
            "a section that moves",
            "update section set parent_id = {other} where id = {child}",
            "section {child} upsert - articles l:s{child} l:s{other} l:s{root} s{child} sections"),
        Case.of(
            "articles taken from the lists of sections",
            "delete from article_section where article_id = {article}",
            "section {root} upsert - articles l:s{root}",
            "section {child} upsert - articles l:s{child}"),
        Case.of(
            "articles put into the list of a section",
            "insert into article_section (section_id, published_at, article_id)"
                + " select {other}, published_at, id from article where id = {article}",
            "section {other} upsert - articles l:s{other}"),
        Case.of(
            "an article's other place in the list of a section",
            "update article_section set section_id = {other} where section_id = {root}",
            "section {root} upsert - articles l:s{root}",
            "section {other} upsert - articles l:s{other}"),
        Case.of(
            "the same place in the lists of sections",
            "update article_section set expire_at = expire_at where article_id = {article}"),
        Case.of(
                "links of menus",
                "insert into menu_item (id, menu_id, position, label, path)"
                    + " values (-{article}, -{article}, 0, 'یک', '/1'), (-{draft}, -{article}, 1, 'دو', '/2')",
                "menu -{article} upsert - m-{article} menus")
            .after(NEW_ENTITIES),
        Case.of(
                "a menu that is deleted with its links",
                "delete from menu where id = -{article}",
                "menu -{article} delete - takedown m-{article} menus")
            .after(
                NEW_ENTITIES
                    + "insert into menu_item (id, menu_id, position, label, path)"
                    + " values (-{article}, -{article}, 0, 'یک', '/1')"),
        Case.of(
            "one that is deleted and made again",
            NEW_ENTITIES.substring(NEW_ENTITIES.indexOf("insert into menu"))
                + "delete from menu where id = -{article};"
                + NEW_ENTITIES.substring(NEW_ENTITIES.indexOf("insert into menu")),
            "menu -{article} upsert - takedown m-{article} menus"));
  }

  static Stream<Case> transactions() {
    return Stream.of(
        Case.of(
            "one row for an entity",
            "update article set revision = 1, title = 'الف' where id = {article};"
                + "update article_tag set tag_id = {otherTag} where article_id = {article};"
                + "update article set revision = 2, title = 'ب' where id = {article};"
                + "update tag set title = 'ب' where id = {tag};"
                + "update tag set title = 'پ' where id = {tag}",
            "article {article} upsert 2 a{article} articles l:t{otherTag} l:t{tag}",
            "tag {tag} upsert - t{tag} tags"),
        Case.of(
            "what a savepoint takes back",
            "update article set revision = 1, title = 'الف' where id = {article};"
                + "savepoint here;"
                + "delete from article where id = {article};"
                + "update tag set title = 'ب' where id = {tag};"
                + "rollback to here",
            "article {article} upsert 1 a{article} articles"),
        Case.of("a rollback", "update article set title = 'ب' where id = {article}; rollback"));
  }

  @BeforeEach
  void makeNewsroom() {
    Section root = newsroom.section();
    Section child = newsroom.section(root);
    Section other = newsroom.section();
    Tag tag = newsroom.tag();
    Tag otherTag = newsroom.tag();
    Source source = newsroom.source();
    Contributor contributor = newsroom.contributor();
    long article =
        newsroom
            .article(child)
            .source(source)
            .tags(tag)
            .contributor(contributor, ContributorRole.REPORTER)
            .store();
    long draft =
        newsroom.article(root).tags(tag).status(ArticleStatus.DRAFT).publishedAt(null).store();
    ids.put("root", id(root.id()));
    ids.put("child", id(child.id()));
    ids.put("other", id(other.id()));
    ids.put("tag", id(tag.id()));
    ids.put("otherTag", id(otherTag.id()));
    ids.put("source", id(source.id()));
    ids.put("contributor", id(contributor.id()));
    ids.put("article", article);
    ids.put("draft", draft);
  }

  private static long id(@Nullable Long id) {
    return Objects.requireNonNull(id);
  }

  @ParameterizedTest
  @MethodSource({"articles", "partsOfArticles", "others", "transactions"})
  void logs(Case each) throws SQLException {
    write(each.before());
    assertEquals(
        each.logged().stream().map(this::named).map(ChangeLogTest::tagsInOrder).toList(),
        write(each.write()));
  }

  @Test
  void aNewArticleStandsInTheListsOfAllItIsJoinedTo() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select "
                    + ChangeRow.COLUMNS
                    + " from change_log where kind = 'article' and entity_id = ?")) {
      select.setLong(1, Objects.requireNonNull(ids.get("article")));
      assertEquals(
          List.of(tagsInOrder(named("article {article} upsert 0 a{article} articles " + LISTS))),
          described(select));
    }
  }

  /** Writes in one transaction and tells what that logs, in the order of kinds and ids. */
  private List<String> write(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      String transaction;
      try (ResultSet row = statement.executeQuery("select pg_current_xact_id()::text")) {
        row.next();
        transaction = row.getString(1);
      }
      statement.execute(named(sql));
      connection.commit();
      try (PreparedStatement select =
          connection.prepareStatement(
              "select "
                  + ChangeRow.COLUMNS
                  + " from change_log where transaction = ?::xid8 order by kind, abs(entity_id)")) {
        select.setString(1, transaction);
        return described(select);
      } finally {
        connection.rollback();
      }
    }
  }

  private static List<String> described(PreparedStatement select) throws SQLException {
    List<String> logged = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        Change change = ChangeRow.read(row);
        logged.add(
            change.kind().value()
                + " "
                + change.entityId()
                + " "
                + change.operation().value()
                + " "
                + (change.version() == null ? "-" : change.version())
                + (change.takedown() ? " takedown " : " ")
                + String.join(" ", change.tags()));
      }
    }
    return logged;
  }

  private String named(String text) {
    String named = text;
    for (Map.Entry<String, Long> id : ids.entrySet()) {
      named = named.replace("{" + id.getKey() + "}", id.getValue().toString());
    }
    return named;
  }

  /** Numbers sort otherwise than the names they stand for. */
  private static String tagsInOrder(String expected) {
    List<String> words = List.of(expected.split(" "));
    int head = words.contains("takedown") ? 5 : 4;
    return Stream.concat(
            words.subList(0, head).stream(), words.subList(head, words.size()).stream().sorted())
        .collect(Collectors.joining(" "));
  }
}
