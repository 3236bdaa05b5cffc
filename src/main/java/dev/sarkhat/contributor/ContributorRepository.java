package dev.sarkhat.contributor;

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

/** The contributors. */
@ApplicationScoped
public class ContributorRepository implements PanacheRepository<Contributor> {

  /** Where counting a contributor's articles stops. */
  static final int COUNT_CAP = 10_000;

  /** Whether readers find a contributor: it is listed, or a public article names it. */
  private static final String IS_SHOWN =
      """
      (t.listed
        or exists (select from article_contributor a
                   where a.contributor_id = t.id
                     and is_listed(a.published_at, a.expire_at, :asOf)))
      """;

  private static final String PAGE_WHERE =
      """
      select * from contributor t
      where (t.name collate "fa-x-icu", t.id) > (:name, :id) and %s
      order by t.name collate "fa-x-icu", t.id
      limit :rows
      """;

  static final String SHOWN_PAGE = PAGE_WHERE.formatted(IS_SHOWN);
  static final String PAGE = PAGE_WHERE.formatted("true");

  private final Cursors cursors;
  private final Rendering rendering;

  @Inject
  ContributorRepository(Cursors cursors, Rendering rendering) {
    this.cursors = cursors;
    this.rendering = rendering;
  }

  /**
   * The contributor that readers find under a slug: one that is listed, or that a public article
   * names. The answer that is being rendered depends on it, or on its absence.
   */
  public Optional<Contributor> findShown(String slug) {
    Optional<Contributor> found =
        getSession()
            .createNativeQuery(
                "select * from contributor t where t.slug = :slug and " + IS_SHOWN,
                Contributor.class)
            .setParameter("slug", slug)
            .setParameter("asOf", rendering.asOf())
            .uniqueResultOptional();
    found.ifPresentOrElse(this::tellShown, this::tellAbsent);
    return found;
  }

  private void tellShown(Contributor contributor) {
    rendering.shows(EntityKind.CONTRIBUTOR, Objects.requireNonNull(contributor.id()));
    if (!contributor.isListed()) {
      rendering.showsAll(EntityKind.ARTICLE);
      rendering.listsShown();
    }
  }

  /** The same for a contributor that is hidden as for one that never was. */
  private void tellAbsent() {
    rendering.showsAll(EntityKind.CONTRIBUTOR);
    rendering.showsAll(EntityKind.ARTICLE);
    rendering.listsShown();
  }

  /** The numbers of those that readers find of the contributors with these slugs, by slug. */
  public Map<String, Long> shownIdsBySlug(Collection<String> slugs) {
    Map<String, Long> ids = new HashMap<>();
    getSession()
        .createNativeQuery(
            "select t.slug, t.id from contributor t where t.slug = any(:slugs) and " + IS_SHOWN,
            Object[].class)
        .setParameter("slugs", slugs.toArray(String[]::new))
        .setParameter("asOf", rendering.asOf())
        .getResultList()
        .forEach(row -> ids.put((String) row[0], ((Number) row[1]).longValue()));
    return ids;
  }

  /** The contributor with the slug, whatever readers see of it. */
  public Optional<Contributor> findBySlug(String slug) {
    return find("slug", slug).firstResultOptional();
  }

  /**
   * The numbers of the contributors with these match keys, by match key; see {@link
   * dev.sarkhat.text.MatchKey}. Keys that nothing has are left out.
   */
  public Map<String, Long> idsByMatchKey(Collection<String> matchKeys) {
    Map<String, Long> ids = new HashMap<>();
    getSession()
        .createQuery(
            "select t.matchKey, t.id from Contributor t where t.matchKey in :keys", Object[].class)
        .setParameter("keys", matchKeys)
        .getResultList()
        .forEach(row -> ids.put((String) row[0], (Long) row[1]));
    return ids;
  }

  /**
   * The numbers of the contributors with these slugs, by slug; slugs that nothing has are left out.
   */
  public Map<String, Long> idsBySlug(Collection<String> slugs) {
    Map<String, Long> ids = new HashMap<>();
    getSession()
        .createQuery(
            "select t.slug, t.id from Contributor t where t.slug in :slugs", Object[].class)
        .setParameter("slugs", slugs)
        .getResultList()
        .forEach(row -> ids.put((String) row[0], (Long) row[1]));
    return ids;
  }

  /** One page of the contributors that readers find, in Persian order of their names. */
  Page<Contributor> shownPage(int limit, @Nullable String cursor) {
    tellAbsent();
    NativeQuery<Contributor> query =
        getSession()
            .createNativeQuery(SHOWN_PAGE, Contributor.class)
            .setParameter("asOf", rendering.asOf());
    return page("contributors", query, limit, cursor);
  }

  /** One page of all contributors, in Persian order of their names. */
  Page<Contributor> page(int limit, @Nullable String cursor) {
    NativeQuery<Contributor> query = getSession().createNativeQuery(PAGE, Contributor.class);
    return page("all contributors", query, limit, cursor);
  }

  private Page<Contributor> page(
      String list, NativeQuery<Contributor> query, int limit, @Nullable String cursor) {
    List<String> after = cursors.keys(list, cursor);
    List<Contributor> rows =
        query
            .setParameter("name", after == null ? "" : after.get(0))
            .setParameter("id", after == null ? 0L : Long.parseLong(after.get(1)))
            .setParameter("rows", limit + 1)
            .getResultList();
    return Page.cut(
        rows, limit, last -> cursors.after(list, last.name(), String.valueOf(last.id())));
  }

  /** How many articles name it, public or not, up to {@link #COUNT_CAP}. */
  long use(Contributor contributor) {
    return getSession()
        .createNativeQuery(
            """
            select count(*) from (
              select from article_contributor where contributor_id = :id limit :cap) counted
            """,
            Long.class)
        .setParameter("id", contributor.id())
        .setParameter("cap", COUNT_CAP)
        .getSingleResult();
  }

  /** How many articles of these contributors are public, each up to 10,000. */
  Map<Long, Long> articleCounts(Collection<Contributor> counted, Instant asOf) {
    Map<Long, Long> counts = new HashMap<>();
    getSession()
        .createNativeQuery(
            """
            select t.id, (select count(*) from (
                select 1 from article_contributor a
                where a.contributor_id = t.id and is_listed(a.published_at, a.expire_at, :asOf)
                limit :cap) counted)
            from contributor t where t.id = any(:ids)
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
