package dev.sarkhat.section;

import dev.sarkhat.cache.Rendering;
import dev.sarkhat.change.EntityKind;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sections. */
@ApplicationScoped
public class SectionRepository implements PanacheRepository<Section> {

  /** Where counting a section's articles stops. */
  private static final int COUNT_CAP = 10_000;

  private final Rendering rendering;

  @Inject
  SectionRepository(Rendering rendering) {
    this.rendering = rendering;
  }

  /** The section with the slug. */
  public Optional<Section> findBySlug(String slug) {
    return find("slug", slug).firstResultOptional();
  }

  /**
   * The numbers of the sections with these slugs, by slug; slugs that no section has are left out.
   */
  public Map<String, Long> idsBySlug(Collection<String> slugs) {
    Map<String, Long> ids = new HashMap<>();
    getSession()
        .createQuery("select s.slug, s.id from Section s where s.slug in :slugs", Object[].class)
        .setParameter("slugs", slugs)
        .getResultList()
        .forEach(row -> ids.put((String) row[0], (Long) row[1]));
    return ids;
  }

  /** All sections, siblings in menu order. */
  List<Section> tree() {
    rendering.showsAll(EntityKind.SECTION);
    return list("order by position, id");
  }

  /** The sections directly below one, or at the root, in menu order. */
  List<Section> below(@Nullable Section parent) {
    return parent == null
        ? list("parent is null order by position, id")
        : list("parent = ?1 order by position, id", parent);
  }

  /** Ends the redirect from a path that leads to something again. */
  void endRedirect(String path) {
    getSession()
        .createNativeMutationQuery("delete from redirect where path = :path")
        .setParameter("path", path)
        .executeUpdate();
  }

  /** How many articles are public in the subtrees of all sections, each up to 10,000. */
  Map<Long, Long> articleCounts(Instant asOf) {
    Map<Long, Long> counts = new HashMap<>();
    getSession()
        .createNativeQuery(
            """
            select s.id, (select count(*) from (
                select 1 from article_section l
                where l.section_id = s.id and is_listed(l.published_at, l.expire_at, :asOf)
                limit :cap) counted)
            from section s
            """,
            Object[].class)
        .setParameter("asOf", asOf)
        .setParameter("cap", COUNT_CAP)
        .getResultList()
        .forEach(row -> counts.put(((Number) row[0]).longValue(), ((Number) row[1]).longValue()));
    return counts;
  }
}
