package dev.sarkhat.source;

import dev.sarkhat.cache.Rendering;
import dev.sarkhat.change.EntityKind;
import dev.sarkhat.http.Cursors;
import dev.sarkhat.paging.Page;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** The sources. */
@ApplicationScoped
public class SourceRepository implements PanacheRepository<Source> {

  /** Where counting a source's articles stops. */
  static final int COUNT_CAP = 10_000;

  /** Whether readers find its list of articles: it is listed, or the list holds something. */
  private static final String HAS_LIST =
      """
      (t.listed or exists (
        select from article a
        where a.source_id = t.id and is_public(a.status, a.published_at, a.expire_at, :asOf)))
      """;

  /** Whether readers find a source: it is listed, or a public article names it. */
  private static final String IS_SHOWN =
      "("
          + HAS_LIST
          + """
          or exists (
            select from article a
            where a.original_source_id = t.id
              and is_public(a.status, a.published_at, a.expire_at, :asOf)))
          """;

  private static final String PAGE_WHERE =
      """
      select * from source t
      where (t.title collate "fa-x-icu", t.id) > (:title, :id) and %s
      order by t.title collate "fa-x-icu", t.id
      limit :rows
      """;

  static final String SHOWN_PAGE = PAGE_WHERE.formatted(IS_SHOWN);
  static final String PAGE = PAGE_WHERE.formatted("true");

  private final Cursors cursors;
  private final Rendering rendering;

  @Inject
  SourceRepository(Cursors cursors, Rendering rendering) {
    this.cursors = cursors;
    this.rendering = rendering;
  }

  /**
   * The source that readers find under a slug: one that is listed, or that a public article names.
   * The answer that is being rendered depends on it, or on its absence.
   */
  public Optional<Source> findShown(String slug) {
    Optional<Source> found =
        getSession()
            .createNativeQuery(
                "select * from source t where t.slug = :slug and " + IS_SHOWN, Source.class)
            .setParameter("slug", slug)
            .setParameter("asOf", rendering.asOf())
            .uniqueResultOptional();
    found.ifPresentOrElse(this::tellShown, this::tellAbsent);
    return found;
  }

  private void tellShown(Source source) {
    rendering.shows(EntityKind.SOURCE, Objects.requireNonNull(source.id()));
    if (!source.isListed()) {
      rendering.showsAll(EntityKind.ARTICLE);
      rendering.listsShown();
    }
  }

  /** The same for a source that is hidden as for one that never was. */
  private void tellAbsent() {
    rendering.showsAll(EntityKind.SOURCE);
    rendering.showsAll(EntityKind.ARTICLE);
    rendering.listsShown();
  }

  /** The numbers of those of the sources with these slugs whose lists readers find, by slug. */
  public Map<String, Long> shownIdsBySlug(Collection<String> slugs) {
    Map<String, Long> ids = new HashMap<>();
    getSession()
        .createNativeQuery(
            "select t.slug, t.id from source t where t.slug = any(:slugs) and " + HAS_LIST,
            Object[].class)
        .setParameter("slugs", slugs.toArray(String[]::new))
        .setParameter("asOf", rendering.asOf())
        .getResultList()
        .forEach(row -> ids.put((String) row[0], ((Number) row[1]).longValue()));
    return ids;
  }

  /** The source with the slug, whatever readers see of it. */
  public Optional<Source> findBySlug(String slug) {
    return find("slug", slug).firstResultOptional();
  }

  /**
   * The numbers of the sources with these match keys, by match key; see {@link
   * dev.sarkhat.text.MatchKey}. Keys that nothing has are left out.
   */
  public Map<String, Long> idsByMatchKey(Collection<String> matchKeys) {
    Map<String, Long> ids = new HashMap<>();
    getSession()
        .createQuery(
            "select t.matchKey, t.id from Source t where t.matchKey in :keys", Object[].class)
        .setParameter("keys", matchKeys)
        .getResultList()
        .forEach(row -> ids.put((String) row[0], (Long) row[1]));
    return ids;
  }

  /** The numbers of the sources with these slugs, by slug; slugs that nothing has are left out. */
  public Map<String, Long> idsBySlug(Collection<String> slugs) {
    Map<String, Long> ids = new HashMap<>();
    getSession()
        .createQuery("select t.slug, t.id from Source t where t.slug in :slugs", Object[].class)
        .setParameter("slugs", slugs)
        .getResultList()
        .forEach(row -> ids.put((String) row[0], (Long) row[1]));
    return ids;
  }

  /** One page of the sources that readers find, in Persian order of their names. */
  Page<Source> shownPage(int limit, @Nullable String cursor) {
    tellAbsent();
    NativeQuery<Source> query =
        getSession()
            .createNativeQuery(SHOWN_PAGE, Source.class)
            .setParameter("asOf", rendering.asOf());
    return page("sources", query, limit, cursor);
  }

  /** One page of all sources, in Persian order of their names. */
  Page<Source> page(int limit, @Nullable String cursor) {
    NativeQuery<Source> query = getSession().createNativeQuery(PAGE, Source.class);
    return page("all sources", query, limit, cursor);
  }

  private Page<Source> page(
      String list, NativeQuery<Source> query, int limit, @Nullable String cursor) {
    List<String> after = cursors.keys(list, cursor);
    List<Source> rows =
        query
            .setParameter("title", after == null ? "" : after.get(0))
            .setParameter("id", after == null ? 0L : Long.parseLong(after.get(1)))
            .setParameter("rows", limit + 1)
            .getResultList();
    return Page.cut(
        rows, limit, last -> cursors.after(list, last.title(), String.valueOf(last.id())));
  }

  /** How many articles name it, public or not, up to {@link #COUNT_CAP}. */
  long use(Source source) {
    return getSession()
        .createNativeQuery(
            """
            select count(*) from (
              select from article where source_id = :id or original_source_id = :id limit :cap) counted
            """,
            Long.class)
        .setParameter("id", source.id())
        .setParameter("cap", COUNT_CAP)
        .getSingleResult();
  }

  /** How many articles of these sources are public, each up to 10,000. */
  Map<Long, Long> articleCounts(Collection<Source> counted, Instant asOf) {
    Map<Long, Long> counts = new HashMap<>();
    getSession()
        .createNativeQuery(
            """
            select t.id, (select count(*) from (
                select 1 from article a
                where a.source_id = t.id and is_public(a.status, a.published_at, a.expire_at, :asOf)
                limit :cap) counted)
            from source t where t.id = any(:ids)
            """,
            Object[].class)
        .setParameter("asOf", asOf)
        .setParameter("cap", COUNT_CAP)
        .setParameter(
            "ids",
            counted.stream().map(each -> Objects.requireNonNull(each.id())).toArray(Long[]::new))
        .getResultList()
        .forEach(row -> counts.put(((Number) row[0]).longValue(), ((Number) row[1]).longValue()));
    return counts;
  }
}
