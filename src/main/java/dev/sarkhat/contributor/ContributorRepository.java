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
import org.jspecify.annotations.Nullable;

/** The contributors. */
@ApplicationScoped
public class ContributorRepository implements PanacheRepository<Contributor> {

  /** Where counting a contributor's articles stops. */
  private static final int COUNT_CAP = 10_000;

  private final Cursors cursors;
  private final Rendering rendering;

  @Inject
  ContributorRepository(Cursors cursors, Rendering rendering) {
    this.cursors = cursors;
    this.rendering = rendering;
  }

  /** The contributor with the slug. */
  public Optional<Contributor> findBySlug(String slug) {
    return find("slug", slug).firstResultOptional();
  }

  /** The contributors with these match keys; see {@link dev.sarkhat.text.MatchKey}. */
  public List<Contributor> findByMatchKeys(Collection<String> matchKeys) {
    return list("matchKey in ?1", matchKeys);
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

  /** One page of the contributors, in Persian order of their names. */
  Page<Contributor> page(int limit, @Nullable String cursor) {
    rendering.showsAll(EntityKind.CONTRIBUTOR);
    String list = "contributors";
    List<String> after = cursors.keys(list, cursor);
    List<Contributor> rows =
        getSession()
            .createNativeQuery(
                """
                select * from contributor t
                where (t.name collate "fa-x-icu", t.id) > (:name, :id)
                order by t.name collate "fa-x-icu", t.id
                limit :rows
                """,
                Contributor.class)
            .setParameter("name", after == null ? "" : after.get(0))
            .setParameter("id", after == null ? 0L : Long.parseLong(after.get(1)))
            .setParameter("rows", limit + 1)
            .getResultList();
    return Page.cut(
        rows, limit, last -> cursors.after(list, last.name(), String.valueOf(last.id())));
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
