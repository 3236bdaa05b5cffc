package dev.sarkhat.cache;

import dev.sarkhat.Newsroom;
import dev.sarkhat.article.Article;
import dev.sarkhat.article.ArticleStatus;
import dev.sarkhat.article.ArticleType;
import dev.sarkhat.article.Redirect;
import dev.sarkhat.cache.World.Table;
import dev.sarkhat.cache.World.Thing;
import dev.sarkhat.contributor.Contributor;
import dev.sarkhat.contributor.ContributorRole;
import dev.sarkhat.menu.MenuContent;
import dev.sarkhat.menu.MenuRepository;
import dev.sarkhat.menu.MenuTarget;
import dev.sarkhat.section.Section;
import dev.sarkhat.source.Source;
import dev.sarkhat.tag.Tag;
import dev.sarkhat.tag.TagType;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import javax.sql.DataSource;
import org.hibernate.Session;

/**
 * Changes a newsroom at random, in transactions of one or more writes, some of which are rolled
 * back; by entities and by SQL that no entity knows of.
 */
final class RandomWrites {

  /** The number of a section and of all below it. */
  private static final String SUBTREE =
      "with recursive tree(id) as (select ?::bigint union"
          + " select c.id from section c join tree t on c.parent_id = t.id) ";

  /** How many paths may redirect. */
  static final int OLD_PATHS = 4;

  /** As in any newsroom, every other write is one of these. */
  private static final int ARTICLE_WRITES = 28;

  private final Random random;
  private final World world;
  private final Newsroom newsroom;
  private final EntityManager entityManager;
  private final DataSource dataSource;
  private final MenuRepository menus;
  private final Clock clock;
  private final String oldPaths;
  private final List<Named> writes = new ArrayList<>();

  private interface Write {
    void run() throws SQLException;
  }

  private record Named(String name, Write write) {}

  RandomWrites(
      Random random,
      World world,
      Newsroom newsroom,
      EntityManager entityManager,
      DataSource dataSource,
      MenuRepository menus,
      Clock clock,
      String oldPaths) {
    this.random = random;
    this.world = world;
    this.newsroom = newsroom;
    this.entityManager = entityManager;
    this.dataSource = dataSource;
    this.menus = menus;
    this.clock = clock;
    this.oldPaths = oldPaths;
    addArticleWrites();
    addPartWrites();
    addSectionWrites();
    addNameWrites();
    addPathWrites();
    repeatRareWrites();
  }

  /** What only a few answers depend on in a way that nothing else shows. */
  private void repeatRareWrites() {
    Set<String> rare =
        Set.of("create section", "redirect to article", "drop redirect", "put menu", "reword menu");
    List<Named> again = writes.stream().filter(each -> rare.contains(each.name())).toList();
    for (int i = 0; i < 4; i++) {
      writes.addAll(again);
    }
  }

  /** Makes the first of everything. */
  void begin() {
    QuarkusTransaction.requiringNew().run(this::createSection);
    refresh();
    for (int i = 0; i < 5; i++) {
      QuarkusTransaction.requiringNew()
          .run(
              () -> {
                createSection();
                createTag();
                createSource();
                createContributor();
              });
      refresh();
    }
    for (int i = 0; i < 12; i++) {
      QuarkusTransaction.requiringNew().run(this::createArticle);
    }
    refresh();
    for (int i = 0; i < 3; i++) {
      QuarkusTransaction.requiringNew().run(() -> putMenu(Newsroom.unique("menu")));
    }
    refresh();
  }

  /** Commits a transaction of some writes, or rolls it back; gives their names. */
  String next() {
    List<String> names = new ArrayList<>();
    QuarkusTransaction.begin();
    boolean commits = false;
    try {
      int most = random.nextInt(4) == 0 ? 3 : 1;
      // What is deleted is still in the world, under its old name what is renamed, so nothing
      // comes after it.
      while (names.size() < most && !takesAway(names)) {
        List<Named> often = writes.subList(0, ARTICLE_WRITES);
        Named chosen = world.pick(random.nextBoolean() ? often : writes);
        names.add(chosen.name());
        chosen.write().run();
        entityManager.flush();
      }
      commits = random.nextInt(10) > 0;
    } catch (SQLException e) {
      throw new IllegalStateException("in " + names, e);
    } finally {
      if (commits) {
        QuarkusTransaction.commit();
      } else {
        QuarkusTransaction.rollback();
      }
    }
    refresh();
    return names + (commits ? "" : " (rolled back)");
  }

  private static boolean takesAway(List<String> names) {
    return names.stream()
        .anyMatch(
            name ->
                name.startsWith("delete") || name.startsWith("merge") || name.startsWith("rename"));
  }

  private void refresh() {
    for (Table table : Table.values()) {
      String path = table == Table.SECTION ? "path" : "''";
      List<Thing> found = new ArrayList<>();
      QuarkusTransaction.requiringNew()
          .run(
              () -> {
                if (table == Table.MENU) {
                  entityManager
                      .createNativeQuery("select id from menu where slug like 'menu-%'", Long.class)
                      .getResultList()
                      .forEach(id -> world.made(Table.MENU, (Long) id));
                }
                entityManager
                    .createNativeQuery(
                        "select id, slug, "
                            + path
                            + " from "
                            + table.sql()
                            + " where id = any(?1) order by id",
                        Object[].class)
                    .setParameter(1, world.everIds(table).toArray(Long[]::new))
                    .getResultList()
                    .forEach(
                        row ->
                            found.add(
                                new Thing(
                                    (Long) ((Object[]) row)[0],
                                    (String) ((Object[]) row)[1],
                                    (String) ((Object[]) row)[2])));
              });
      world.refresh(table, found);
    }
  }

  private void add(String name, Write write) {
    writes.add(new Named(name, write));
  }

  private void addArticleWrites() {
    add("create article", this::createArticle);
    add("create another article", this::createArticle);
    add(
        "retitle article",
        () ->
            sql(
                "update article set title = ?, updated_at = ?, revision = revision + 1 where id = ?",
                Newsroom.unique("تیتر"),
                now(),
                article()));
    add(
        "change the slug of an article",
        () -> sql("update article set slug = ? where id = ?", Newsroom.unique("x"), article()));
    add(
        "write body",
        () ->
            sql(
                "update article set body = ?, attributes = jsonb_build_object('n', ?::text) where id = ?",
                "<p>" + Newsroom.unique("متن") + "</p>",
                Newsroom.unique("n"),
                article()));
    add(
        "touch article",
        () ->
            sql(
                "update article set updated_at = ? where id = ?",
                now().plusMillis(random.nextInt(9)),
                article()));
    add(
        "change section of article",
        () -> sql("update article set section_id = ? where id = ?", id(Table.SECTION), article()));
    add(
        "change source of article",
        () -> sql("update article set source_id = ? where id = ?", id(Table.SOURCE), article()));
    add(
        "drop source of article",
        () -> sql("update article set source_id = null where id = ?", article()));
    add(
        "change original source of article",
        () ->
            sql(
                "update article set original_source_id = ? where id = ?",
                id(Table.SOURCE),
                article()));
    add(
        "change type",
        () -> sql("update article set type = ? where id = ?", type().value(), article()));
    add(
        "change language",
        () -> sql("update article set lang = ? where id = ?", lang(), article()));
    add("change status", this::changeStatus);
    add(
        "publish",
        () ->
            sql(
                "update article set status = 'published', published_at = ?, expire_at = null where id = ?",
                instant(),
                article()));
    add(
        "reschedule",
        () ->
            sql(
                "update article set published_at = ?, expire_at = null where id = ?",
                instant(),
                article()));
    add(
        "let expire",
        () ->
            sql(
                "update article set expire_at = greatest(published_at, ?) + interval '3 seconds' where id = ?",
                instant(),
                article()));
    add("expire never", () -> sql("update article set expire_at = null where id = ?", article()));
    add(
        "delete article",
        () -> {
          if (world.size(Table.ARTICLE) > 6) {
            sql("delete from article where id = ?", article());
          }
        });
  }

  private void addPartWrites() {
    add(
        "tag",
        () ->
            sql(
                "insert into article_tag (article_id, tag_id, position) values (?, ?, 9) on conflict do nothing",
                article(),
                id(Table.TAG)));
    add("untag", () -> sql("delete from article_tag where article_id = ?", article()));
    add(
        "reorder tags",
        () ->
            sql("update article_tag set position = 10 - position where article_id = ?", article()));
    add(
        "tag by entity",
        () -> {
          Article article = entityManager.find(Article.class, article());
          article.tag(
              world.some(Table.TAG, 4).stream()
                  .map(each -> entityManager.find(Tag.class, each.id()))
                  .toList());
        });
    add("merge tags", this::mergeTags);
    add(
        "credit",
        () ->
            sql(
                "insert into article_contributor (article_id, contributor_id, role, position) values (?, ?, 'editor', 9) on conflict do nothing",
                article(),
                id(Table.CONTRIBUTOR)));
    add(
        "credit nobody",
        () -> sql("delete from article_contributor where article_id = ?", article()));
    add(
        "change role",
        () ->
            sql(
                "update article_contributor set role = ? where article_id = ?",
                role().value(),
                article()));
    add(
        "credit by entity",
        () -> {
          Map<Contributor, ContributorRole> credits = new LinkedHashMap<>();
          world
              .some(Table.CONTRIBUTOR, 3)
              .forEach(
                  each -> credits.put(entityManager.find(Contributor.class, each.id()), role()));
          entityManager.find(Article.class, article()).credit(credits);
        });
    add(
        "relate",
        () -> {
          long one = article();
          long other = article();
          if (one != other) {
            sql(
                "insert into article_related (article_id, position, related_id) values (?, ?, ?) on conflict (article_id, position) do update set related_id = excluded.related_id",
                one,
                random.nextInt(3),
                other);
          }
        });
    add("relate none", () -> sql("delete from article_related where article_id = ?", article()));
  }

  private void addSectionWrites() {
    add("create section", this::createSection);
    add(
        "describe section",
        () ->
            entityManager
                .find(Section.class, id(Table.SECTION))
                .describe(
                    Newsroom.unique("بخش"), random.nextInt(5), Newsroom.unique("شرح"), lang()));
    add(
        "rename section",
        () -> {
          long section = id(Table.SECTION);
          sql("update section set slug = ? where id = ?", freeSlug(Table.SECTION), section);
          rewritePaths(section);
        });
    add("move section", this::moveSection);
    add(
        "delete section",
        () -> {
          long section = id(Table.SECTION);
          sql("delete from menu_item where section_id = ?", section);
          sql(
              "delete from section s where s.id = ? and not exists (select from section c where c.parent_id = s.id) and not exists (select from article a where a.section_id = s.id)",
              section);
        });
  }

  private void addNameWrites() {
    add("create tag", this::createTag);
    add(
        "describe tag",
        () ->
            entityManager
                .find(Tag.class, id(Table.TAG))
                .describe(world.pick(List.of(TagType.values())), Newsroom.unique("شرح"), lang()));
    add("create source", this::createSource);
    add("create contributor", this::createContributor);
    for (Table table : List.of(Table.TAG, Table.SOURCE, Table.CONTRIBUTOR)) {
      String title = table == Table.CONTRIBUTOR ? "name" : "title";
      add(
          "retitle " + table.sql(),
          () ->
              sql(
                  "update " + table.sql() + " set " + title + " = ? where id = ?",
                  name(),
                  id(table)));
      add(
          "rename " + table.sql(),
          () ->
              sql(
                  "update " + table.sql() + " set slug = ? where id = ?",
                  freeSlug(table),
                  id(table)));
    }
    for (Table table : List.of(Table.TAG, Table.SOURCE, Table.CONTRIBUTOR)) {
      add(
          "list or hide " + table.sql(),
          () -> sql("update " + table.sql() + " set listed = not listed where id = ?", id(table)));
    }
    add(
        "alias tag",
        () ->
            sql(
                "insert into tag_alias (slug, tag_id) values (?, ?)",
                freeSlug(Table.TAG),
                id(Table.TAG)));
    add("drop aliases", () -> sql("delete from tag_alias where tag_id = ?", id(Table.TAG)));
    add(
        "delete tag",
        () -> {
          long tag = id(Table.TAG);
          sql("delete from menu_item where tag_id = ?", tag);
          sql(
              "delete from tag t where t.id = ? and not exists (select from article_tag l where l.tag_id = t.id)",
              tag);
        });
    add(
        "delete source",
        () -> {
          long source = id(Table.SOURCE);
          sql("update article set source_id = null where source_id = ?", source);
          sql("update article set original_source_id = null where original_source_id = ?", source);
          if (world.size(Table.SOURCE) > 2) {
            sql("delete from source where id = ?", source);
          }
        });
    add(
        "delete contributor",
        () -> {
          long contributor = id(Table.CONTRIBUTOR);
          sql("delete from article_contributor where contributor_id = ?", contributor);
          if (world.size(Table.CONTRIBUTOR) > 2) {
            sql("delete from contributor where id = ?", contributor);
          }
        });
  }

  private void addPathWrites() {
    add(
        "redirect to section",
        () ->
            sql(
                "insert into redirect (path, section_id, created_at) values (?, ?, ?) on conflict (path) do update set section_id = excluded.section_id, article_id = null",
                oldPath(),
                id(Table.SECTION),
                now()));
    add(
        "redirect to article",
        () ->
            sql(
                "insert into redirect (path, article_id, created_at) values (?, ?, ?) on conflict (path) do update set article_id = excluded.article_id, section_id = null",
                oldPath(),
                article(),
                now()));
    add(
        "redirect by entity",
        () -> entityManager.merge(Redirect.toArticle(oldPath(), article(), now())));
    add("drop redirect", () -> sql("delete from redirect where path = ?", oldPath()));
    add("put menu", () -> putMenu(world.any(Table.MENU).slug()));
    add("create menu", () -> putMenu(Newsroom.unique("menu")));
    add(
        "reword menu",
        () ->
            sql(
                "update menu_item set label = ? where menu_id = ?",
                Newsroom.unique("پیوند"),
                id(Table.MENU)));
    add(
        "delete menu",
        () -> {
          if (world.size(Table.MENU) > 2) {
            sql("delete from menu where id = ?", id(Table.MENU));
          }
        });
  }

  private void createArticle() {
    Instant published = instant();
    Newsroom.ArticleDraft draft =
        newsroom
            .article(entityManager.find(Section.class, id(Table.SECTION)))
            .type(type())
            .lang(lang())
            .status(
                world.pick(
                    List.of(
                        ArticleStatus.PUBLISHED,
                        ArticleStatus.PUBLISHED,
                        ArticleStatus.PUBLISHED,
                        ArticleStatus.SCHEDULED,
                        ArticleStatus.DRAFT,
                        ArticleStatus.WITHDRAWN)))
            .publishedAt(published)
            .tags(
                world.some(Table.TAG, 3).stream()
                    .map(each -> entityManager.find(Tag.class, each.id()))
                    .toArray(Tag[]::new));
    if (random.nextInt(3) == 0) {
      draft.expireAt(published.plusMillis(1 + random.nextInt(20_000)));
    }
    if (random.nextBoolean()) {
      draft.source(entityManager.find(Source.class, id(Table.SOURCE)));
    }
    if (random.nextBoolean()) {
      draft.contributor(entityManager.find(Contributor.class, id(Table.CONTRIBUTOR)), role());
    }
    world.made(Table.ARTICLE, draft.store());
  }

  private void changeStatus() throws SQLException {
    ArticleStatus status = world.pick(List.of(ArticleStatus.values()));
    boolean withdrawn = status == ArticleStatus.WITHDRAWN;
    sql(
        "update article set status = ?, published_at = coalesce(published_at, ?),"
            + " withdrawn_at = case when ? then ?::timestamptz end,"
            + " withdrawn_reason = case when ? then ? end where id = ?",
        status.value(),
        now().minusSeconds(9_000),
        withdrawn,
        now(),
        withdrawn,
        Newsroom.unique("خبر"),
        article());
  }

  private void mergeTags() throws SQLException {
    long gone = id(Table.TAG);
    long stays = id(Table.TAG);
    if (gone != stays && world.size(Table.TAG) > 3) {
      sql(
          "update article_tag x set tag_id = ? where x.tag_id = ? and not exists"
              + " (select from article_tag y where y.article_id = x.article_id and y.tag_id = ?)",
          stays,
          gone,
          stays);
      sql("delete from article_tag where tag_id = ?", gone);
      sql("delete from menu_item where tag_id = ?", gone);
      sql("delete from tag where id = ?", gone);
    }
  }

  private void createSection() {
    Section parent =
        world.size(Table.SECTION) > 0 && random.nextInt(3) > 0
            ? entityManager.find(Section.class, id(Table.SECTION))
            : null;
    Section section =
        new Section(
            parent, random.nextInt(5), Newsroom.unique("section"), Newsroom.unique("بخش"), "fa");
    entityManager.persist(section);
    world.made(Table.SECTION, Objects.requireNonNull(section.id()));
  }

  private void createTag() {
    Tag tag = new Tag(Newsroom.unique("tag"), name(), TagType.TOPIC, "fa");
    entityManager.persist(tag);
    world.made(Table.TAG, Objects.requireNonNull(tag.id()));
  }

  private void createSource() {
    Source source = new Source(Newsroom.unique("source"), name(), "fa");
    entityManager.persist(source);
    world.made(Table.SOURCE, Objects.requireNonNull(source.id()));
  }

  private void createContributor() {
    Contributor contributor = new Contributor(Newsroom.unique("contributor"), name(), role(), "fa");
    entityManager.persist(contributor);
    world.made(Table.CONTRIBUTOR, Objects.requireNonNull(contributor.id()));
  }

  /** As whoever moves a section must do it: with the paths and the listings of its subtree. */
  private void moveSection() throws SQLException {
    long section = id(Table.SECTION);
    long parent = id(Table.SECTION);
    int moved =
        random.nextInt(4) == 0
            ? sql("update section set parent_id = null where id = ?", section)
            : sql(
                SUBTREE
                    + "update section set parent_id = ? where id = ? and ? not in (select id from tree)",
                section,
                parent,
                section,
                parent);
    if (moved == 0) {
      return;
    }
    rewritePaths(section);
    sql(
        SUBTREE
            + "delete from article_section where article_id in (select a.id from article a where a.section_id in (select id from tree))",
        section);
    try (PreparedStatement list =
        dataSource
            .getConnection()
            .prepareStatement(
                SUBTREE
                    + "select list_in_sections(a.id, a.section_id, a.published_at, a.expire_at) from article a where a.section_id in (select id from tree) and listed_at(a.status, a.published_at) is not null")) {
      list.setLong(1, section);
      list.execute();
      list.getConnection().close();
    }
  }

  private void rewritePaths(long section) throws SQLException {
    sql(
        """
        with recursive tree(id, path) as (
          select s.id, coalesce(p.path, '') || '/' || s.slug
          from section s left join section p on p.id = s.parent_id where s.id = ?
          union all
          select c.id, t.path || '/' || c.slug from section c join tree t on c.parent_id = t.id)
        update section s set path = t.path from tree t where s.id = t.id and s.path <> t.path
        """,
        section);
  }

  private void putMenu(String slug) {
    List<MenuContent.Item> items = new ArrayList<>();
    world
        .some(Table.SECTION, 3)
        .forEach(each -> items.add(item(new MenuTarget.Section(each.slug()))));
    world.some(Table.TAG, 3).forEach(each -> items.add(item(new MenuTarget.Tag(each.slug()))));
    items.add(item(new MenuTarget.Path("/about")));
    menus.put(new MenuContent(slug, Newsroom.unique("فهرست"), "fa", random.nextInt(3), items));
  }

  private static MenuContent.Item item(MenuTarget target) {
    return new MenuContent.Item(Newsroom.unique("پیوند"), target, List.of());
  }

  /** By a connection of Hibernate's or by one of the pool's; both are of the transaction. */
  private int sql(String statement, Object... parameters) throws SQLException {
    if (random.nextBoolean()) {
      return entityManager
          .unwrap(Session.class)
          .doReturningWork(connection -> update(connection, statement, parameters));
    }
    try (Connection connection = dataSource.getConnection()) {
      return update(connection, statement, parameters);
    }
  }

  private static int update(Connection connection, String statement, Object... parameters)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(statement)) {
      for (int i = 0; i < parameters.length; i++) {
        Object value = parameters[i];
        update.setObject(
            i + 1,
            value instanceof Instant instant
                ? OffsetDateTime.ofInstant(instant, ZoneOffset.UTC)
                : value);
      }
      return update.executeUpdate();
    }
  }

  private long article() {
    return id(Table.ARTICLE);
  }

  private long id(Table table) {
    return world.any(table).id();
  }

  /** A new one, or one that something else had. */
  private String freeSlug(Table table) {
    String former = world.anySlugEver(table);
    Number users =
        (Number)
            entityManager
                .createNativeQuery(
                    "select count(*) from (select slug from "
                        + table.sql()
                        + (table == Table.TAG ? " union all select slug from tag_alias" : "")
                        + ") taken where slug = ?1")
                .setParameter(1, former)
                .getSingleResult();
    return users.intValue() == 0 ? former : Newsroom.unique(table.sql());
  }

  private String oldPath() {
    return oldPaths + random.nextInt(OLD_PATHS);
  }

  private Instant now() {
    return clock.instant();
  }

  /** From an hour ago to some seconds ahead. */
  private Instant instant() {
    return random.nextBoolean()
        ? now().minusMillis(random.nextInt(3_600_000))
        : now().plusMillis(random.nextInt(20_000));
  }

  private String lang() {
    return random.nextInt(4) == 0 ? "en" : "fa";
  }

  private ArticleType type() {
    return world.pick(
        List.of(ArticleType.NEWS, ArticleType.NEWS, ArticleType.OPINION, ArticleType.PHOTO));
  }

  private ContributorRole role() {
    return world.pick(List.of(ContributorRole.values()));
  }

  /** Names that stand on the first pages, whatever other tests have made. */
  private String name() {
    return "آآ" + (char) ('ب' + random.nextInt(2)) + Newsroom.unique("ا");
  }
}
