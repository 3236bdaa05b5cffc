package dev.sarkhat.search;

import dev.sarkhat.article.body.BodyText;
import dev.sarkhat.change.EntityKind;
import dev.sarkhat.search.index.ArticleTexts;
import dev.sarkhat.search.index.ArticleWords;
import dev.sarkhat.search.index.IndexedArticle;
import dev.sarkhat.search.index.IndexedName;
import dev.sarkhat.search.index.NameKey;
import dev.sarkhat.text.lexeme.Prefixes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads from the database what an index holds. By plain JDBC: it reads the whole archive. */
@Singleton
class IndexReading {

  /** How long ago an article may be to make its names popular. */
  private static final int RECENT_DAYS = 30;

  /** Counting a name's articles stops here; above it, names are equally popular. */
  private static final int MOST_COUNTED = 1000;

  private static final String ARTICLES =
      """
      select a.id, a.type, a.lang, a.kicker, a.title, a.subtitle, a.lead, a.body, a.published_at, a.expire_at,
        (select array_agg(s.section_id) from article_section s where s.article_id = a.id) as sections,
        t.ids as tags, t.names as tag_names,
        array_remove(array[a.source_id, a.original_source_id], null) as sources,
        (select array_agg(o.title order by o.id) from source o
          where o.id in (a.source_id, a.original_source_id)) as source_names,
        c.ids as contributors, c.names as contributor_names
      from article a
      left join lateral (
        select array_agg(distinct t.id) as ids, array_agg(n.name order by l.position, n.name) as names
        from article_tag l join tag t on t.id = l.tag_id
        cross join lateral (
          select t.title as name union all
          select x.title from tag_alias x where x.tag_id = t.id and x.title is not null) n
        where l.article_id = a.id) t on true
      left join lateral (
        select array_agg(c.id) as ids, array_agg(c.name order by l.position) as names
        from article_contributor l join contributor c on c.id = l.contributor_id
        where l.article_id = a.id) c on true
      where a.id = any(?) and is_for_readers(a.status)
      """;

  private static final String ARTICLES_AFTER =
      "select id from article where id > ? and is_for_readers(status) order by id limit ?";

  private static final String COUNTED =
      """
      cross join lateral (
        select count(*) filter (where newest.published_at > ?) as recent, count(*) as counted
        from (%s and l.published_at <= ? order by l.published_at desc limit ?) newest) c
      where (cast(? as bigint[]) is null or n.id = any(?)) and n.id > ?
      order by n.id limit ?
      """;

  private static final String SECTIONS =
      "select n.id, array[n.title] as names, c.recent, c.counted from section n "
          + COUNTED.formatted(
              "select l.published_at from article_section l where l.section_id = n.id");

  private static final String TAGS =
      """
      select n.id, c.recent, c.counted,
        array_prepend(n.title, (select array_agg(x.title order by x.title) from tag_alias x
                                where x.tag_id = n.id and x.title is not null)) as names
      from tag n
      """
          + COUNTED.formatted("select l.published_at from article_tag l where l.tag_id = n.id");

  private static final String SOURCES =
      "select n.id, array[n.title] as names, c.recent, c.counted from source n "
          + COUNTED.formatted(
              "select l.published_at from article l where l.source_id = n.id"
                  + " and l.status in ('scheduled', 'published')");

  private static final String CONTRIBUTORS =
      "select n.id, array[n.name] as names, c.recent, c.counted from contributor n "
          + COUNTED.formatted(
              "select l.published_at from article_contributor l where l.contributor_id = n.id");

  private final DataSource dataSource;
  private final Clock clock;

  @Inject
  IndexReading(DataSource dataSource, Clock clock) {
    this.dataSource = dataSource;
    this.clock = clock;
  }

  /** One article before it is analysed, which may be done by another thread. */
  record Unanalysed(
      long id,
      String type,
      String lang,
      Instant publishedAt,
      @Nullable Instant expireAt,
      Set<Long> sections,
      Set<Long> tags,
      Set<Long> sources,
      Set<Long> contributors,
      ArticleTexts texts) {

    IndexedArticle analysed() {
      return new IndexedArticle(
          id,
          type,
          lang,
          publishedAt,
          expireAt,
          sections,
          tags,
          sources,
          contributors,
          ArticleWords.of(texts),
          digest());
    }

    /** Tells apart all that an index holds of it. */
    long digest() {
      return texts.digest(
          Arrays.asList(
              type, lang, publishedAt, "" + expireAt, sections, tags, sources, contributors));
    }
  }

  /** Those of the articles that are, or will be, for readers. */
  List<Unanalysed> articles(Collection<Long> ids) throws SQLException {
    if (ids.isEmpty()) {
      return List.of();
    }
    List<Unanalysed> articles = new ArrayList<>(ids.size());
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(ARTICLES)) {
      select.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          articles.add(article(row));
        }
      }
    }
    return articles;
  }

  private static Unanalysed article(ResultSet row) throws SQLException {
    String body = row.getString("body");
    ArticleTexts texts =
        new ArticleTexts(
            Stream.of(row.getString("kicker"), row.getString("title"), row.getString("subtitle"))
                .filter(Objects::nonNull)
                .toList(),
            Objects.requireNonNullElse(row.getString("lead"), ""),
            body == null ? "" : BodyText.of(body),
            texts(row, "tag_names"),
            texts(row, "source_names"),
            texts(row, "contributor_names"));
    return new Unanalysed(
        row.getLong("id"),
        row.getString("type"),
        row.getString("lang"),
        Objects.requireNonNull(instant(row, "published_at")),
        instant(row, "expire_at"),
        numbers(row, "sections"),
        numbers(row, "tags"),
        numbers(row, "sources"),
        numbers(row, "contributors"),
        texts);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static Set<Long> numbers(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return array == null ? Set.of() : new TreeSet<>(Arrays.asList((Long[]) array.getArray()));
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }

  /** The numbers of articles that are, or will be, for readers, after a number, in order. */
  List<Long> articlesAfter(long id, int limit) throws SQLException {
    return ids(ARTICLES_AFTER, id, limit);
  }

  /** The same for the articles that bear a name. */
  List<Long> articlesOf(EntityKind kind, long name, long after, int limit) throws SQLException {
    String sql =
        switch (kind) {
          case TAG ->
              "select article_id as id from article_tag where tag_id = ? and article_id > ?"
                  + " and published_at is not null order by article_id limit ?";
          case CONTRIBUTOR ->
              "select article_id as id from article_contributor where contributor_id = ?"
                  + " and article_id > ? and published_at is not null order by article_id limit ?";
          case SOURCE ->
              "select id from article where ? in (source_id, original_source_id) and id > ?"
                  + " and is_for_readers(status) order by id limit ?";
          // Articles are not found by the names of sections.
          case SECTION, ARTICLE, MENU, PRINCIPAL -> "";
        };
    return sql.isEmpty() ? List.of() : ids(sql, name, after, limit);
  }

  private List<Long> ids(String sql, long... values) throws SQLException {
    List<Long> ids = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      for (int index = 0; index < values.length; index++) {
        select.setLong(index + 1, values[index]);
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          ids.add(row.getLong("id"));
        }
      }
    }
    return ids;
  }

  /**
   * Names of a kind, in the order of their numbers.
   *
   * @param ids which ones; null for all
   * @param after those after this number
   */
  List<IndexedName> names(EntityKind kind, @Nullable Collection<Long> ids, long after, int limit)
      throws SQLException {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(namesSql(kind))) {
      Array wanted = ids == null ? null : connection.createArrayOf("bigint", ids.toArray());
      select.setObject(1, now.minusDays(RECENT_DAYS));
      select.setObject(2, now);
      select.setInt(3, MOST_COUNTED);
      select.setArray(4, wanted);
      select.setArray(5, wanted);
      select.setLong(6, after);
      select.setInt(7, limit);
      return names(kind, select);
    }
  }

  private static String namesSql(EntityKind kind) {
    return switch (kind) {
      case SECTION -> SECTIONS;
      case TAG -> TAGS;
      case SOURCE -> SOURCES;
      case CONTRIBUTOR -> CONTRIBUTORS;
      case ARTICLE, MENU, PRINCIPAL -> throw new IllegalArgumentException(kind + " has no names");
    };
  }

  private static List<IndexedName> names(EntityKind kind, PreparedStatement select)
      throws SQLException {
    List<IndexedName> names = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        NameKey key = new NameKey(kind, row.getLong("id"));
        List<String> spellings = texts(row, "names");
        List<String> prefixes =
            spellings.stream().flatMap(each -> Prefixes.of(each).stream()).distinct().toList();
        names.add(
            new IndexedName(
                key,
                prefixes,
                4 * row.getLong("recent") + row.getLong("counted"),
                digest(spellings)));
      }
    }
    return names;
  }

  /** Of the names alone: a name that becomes more popular is no other one. */
  private static long digest(List<String> spellings) {
    return new ArticleTexts(spellings, "", "", List.of(), List.of(), List.of()).digest(List.of());
  }
}
