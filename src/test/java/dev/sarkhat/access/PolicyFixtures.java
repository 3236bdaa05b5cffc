package dev.sarkhat.access;

import dev.sarkhat.Newsroom;
import dev.sarkhat.article.ArticleStatus;
import dev.sarkhat.menu.MenuContent;
import dev.sarkhat.menu.MenuRepository;
import dev.sarkhat.section.Section;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Makes what operations are tried on, and by whom. */
@ApplicationScoped
class PolicyFixtures {

  @Inject Newsroom newsroom;
  @Inject Keys keys;
  @Inject MenuRepository menus;
  @Inject EntityManager entities;
  @Inject Clock clock;

  /**
   * Sections, and somebody who writes in them.
   *
   * @param here where things stand
   */
  record House(Section above, Section here, Section below, Section elsewhere, long writer) {}

  /** Somebody, and the key that they show. */
  record Person(long id, @Nullable String key) {}

  /**
   * A request that is as it should be, but for who sends it.
   *
   * @param variables of its path
   * @param query with its question mark
   */
  record Prepared(
      Map<String, Object> variables, String query, int revision, @Nullable Object body) {}

  House house() {
    Section above = newsroom.section();
    Section here = newsroom.section(above);
    return new House(
        above, here, newsroom.section(here), newsroom.section(), keys.withoutRole().principalId());
  }

  Person person(Somebody who, House house) {
    if (who == Somebody.WITHOUT_KEY) {
      return new Person(0, null);
    }
    if (who.role == null) {
      Keys.Holder holder = keys.withoutRole();
      String text = holder.text();
      return new Person(
          holder.principalId(),
          who.isKnown() ? text : text.substring(0, text.length() - 8) + "AAAAAAAA");
    }
    Keys.Holder holder =
        switch (who.place) {
          case HERE -> keys.with(who.role, house.here());
          case ABOVE -> keys.with(who.role, house.above());
          case BELOW -> keys.with(who.role, house.below());
          case ELSEWHERE -> keys.with(who.role, house.elsewhere());
          case EVERYWHERE -> keys.with(who.role);
          case NOWHERE -> throw new IllegalStateException(who + " has a role nowhere");
        };
    if (who == Somebody.WITH_THE_FIRST_KEY) {
      makeFirst(holder);
    }
    return new Person(holder.principalId(), holder.text());
  }

  @Transactional
  void makeFirst(Keys.Holder holder) {
    entities
        .unwrap(Session.class)
        .createNativeMutationQuery("update access_key set bootstrap = true where id = :id")
        .setParameter("id", holder.keyId())
        .executeUpdate();
  }

  /** An article that stands somewhere, and was made by somebody. */
  @Transactional
  long store(String state, long creator, Section section) {
    ArticleStatus status =
        Arrays.stream(ArticleStatus.values())
            .filter(each -> each.value().equals(state))
            .findFirst()
            .orElseThrow();
    Instant publishedAt =
        switch (status) {
          case DRAFT, IN_REVIEW -> null;
          case SCHEDULED -> clock.instant().plus(Duration.ofDays(2));
          case PUBLISHED, WITHDRAWN -> clock.instant().minus(Duration.ofHours(1));
        };
    long id = newsroom.article(section).status(status).publishedAt(publishedAt).store();
    entities
        .unwrap(Session.class)
        .createNativeMutationQuery("update article set created_by = :creator where id = :id")
        .setParameter("creator", creator)
        .setParameter("id", id)
        .executeUpdate();
    return id;
  }

  /** An article's revision; -1 where there is no article. */
  @Transactional
  int revision(long article) {
    Integer revision =
        entities
            .unwrap(Session.class)
            .createNativeQuery("select revision from article where id = :id", Integer.class)
            .setParameter("id", article)
            .getSingleResultOrNull();
    return revision == null ? -1 : revision;
  }

  /** How often somebody has done something, by the audit log. */
  @Transactional
  long audited(String operation, long principal) {
    return entities
        .unwrap(Session.class)
        .createNativeQuery(
            "select count(*) from audit_log where operation = :operation and principal_id = :id",
            Long.class)
        .setParameter("operation", operation)
        .setParameter("id", principal)
        .getSingleResult();
  }

  /** An operation on an article. */
  Prepared article(String operation, long id, House house) {
    Map<String, Object> variables = Map.of("id", id, "revision", 0);
    String query = operation.equals("compareRevisions") ? "?from=0" : "";
    return new Prepared(variables, query, 0, articleBody(operation, house));
  }

  private @Nullable Object articleBody(String operation, House house) {
    return switch (operation) {
      case "replaceArticle" -> content(house.here());
      case "changeArticle" -> Map.of("lead", "لید دیگر");
      case "createPreview" -> Map.of("seconds", 60);
      case "scheduleArticle" -> Map.of("publishAt", ahead());
      case "embargoArticle" -> Map.of("until", ahead());
      case "expireArticle" -> Map.of("expireAt", ahead());
      case "withdrawArticle" -> Map.of("reason", "خبر نادرست بود.");
      default -> null;
    };
  }

  /** An operation on anything else, which is made if it has to be there. */
  Prepared prepare(String operation, House house) {
    return switch (operation) {
      case "createArticle" -> made(content(house.here()));
      case "createSection" -> made(named("title"));
      case "arrangeSections" ->
          made(Map.of("parent", house.above().slug(), "slugs", List.of(house.here().slug())));
      case "createTag", "createSource", "createMenu" -> made(named("title"));
      case "createContributor" -> made(named("name"));
      case "createPrincipal" -> made(Map.of("name", Newsroom.unique("کس")));
      case "getSectionDocument", "deleteSection" -> of(newsroom.section().slug(), null);
      case "replaceSection", "updateSection" -> of(newsroom.section().slug(), named("title"));
      case "getTagDocument", "deleteTag" -> of(newsroom.tag().slug(), null);
      case "replaceTag", "updateTag" -> of(newsroom.tag().slug(), named("title"));
      case "mergeTag" -> of(newsroom.tag().slug(), Map.of("into", newsroom.tag().slug()));
      case "getSourceDocument", "deleteSource" -> of(newsroom.source().slug(), null);
      case "replaceSource", "updateSource" -> of(newsroom.source().slug(), named("title"));
      case "getContributorDocument", "deleteContributor" -> of(newsroom.contributor().slug(), null);
      case "replaceContributor", "updateContributor" ->
          of(newsroom.contributor().slug(), named("name"));
      case "getMenuDocument", "deleteMenu" -> of(menu(), null);
      case "replaceMenu", "updateMenu" -> menuChange();
      case "getPrincipal", "deletePrincipal", "listKeys" -> ofKey(null);
      case "replacePrincipal", "patchPrincipal" -> ofKey(Map.of("name", Newsroom.unique("کس")));
      case "createKey", "rotateKey" -> ofKey(Map.of());
      case "getKey", "revokeKey" -> ofKey(null);
      case "startImport" -> made("{}\n");
      case "getImport", "getImportReport", "cancelImport" ->
          new Prepared(Map.of("id", anImport()), "", 0, null);
      default -> listed(operation);
    };
  }

  private static final Set<String> NOTHING_NEEDED =
      Set.of("getMe", "exportContent", "getSearchIndex", "buildSearchIndex", "checkSearchIndex");

  private static Prepared listed(String operation) {
    if (NOTHING_NEEDED.contains(operation) || operation.startsWith("list")) {
      return new Prepared(Map.of(), "", 0, null);
    }
    throw new IllegalStateException("there is no request for " + operation);
  }

  private static Prepared made(Object body) {
    return new Prepared(Map.of(), "", 0, body);
  }

  private static Prepared of(String slug, @Nullable Object body) {
    return new Prepared(Map.of("slug", slug), "", 0, body);
  }

  /** An operation on somebody, or on the key that they have. */
  private Prepared ofKey(@Nullable Object body) {
    Keys.Holder holder = keys.withoutRole();
    return new Prepared(Map.of("id", holder.principalId(), "keyId", holder.keyId()), "", 0, body);
  }

  /** An import that nobody has begun to work on. */
  private int anImport() {
    return Objects.requireNonNull(NewsroomOperation.all().get("startImport"))
        .send(keys.with(Role.ADMIN).text(), Map.of(), "", 0, "{}\n")
        .then()
        .statusCode(202)
        .extract()
        .path("id");
  }

  private static Map<String, Object> named(String field) {
    return Map.of(field, Newsroom.unique("نام"), "slug", Newsroom.unique("name"));
  }

  /** A menu's slug stays. */
  private Prepared menuChange() {
    String slug = menu();
    return of(slug, Map.of("title", Newsroom.unique("فهرست"), "slug", slug));
  }

  private String menu() {
    String slug = Newsroom.unique("menu");
    QuarkusTransaction.requiringNew()
        .run(() -> menus.put(new MenuContent(slug, Newsroom.unique("فهرست"), "fa", 0, List.of())));
    return slug;
  }

  private static Map<String, Object> content(Section section) {
    return Map.of("title", Newsroom.unique("تیتر"), "section", section.slug());
  }

  private String ahead() {
    return clock.instant().plus(Duration.ofDays(1)).toString();
  }
}
