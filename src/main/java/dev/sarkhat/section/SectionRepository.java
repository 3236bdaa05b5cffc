package dev.sarkhat.section;

import dev.sarkhat.cache.Rendering;
import dev.sarkhat.change.EntityKind;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sections. */
@ApplicationScoped
public class SectionRepository implements PanacheRepository<Section> {

  /** Where counting a section's articles stops. */
  private static final int COUNT_CAP = 10_000;

  /**
   * Whether readers find a section: it is listed, or a public article belongs to it or below it, or
   * a section below it is listed. So whatever stands above one that they find, they find, too.
   */
  private static final String IS_SHOWN =
      """
      (s.listed
       or exists (select from article_section l
                  where l.section_id = s.id and is_listed(l.published_at, l.expire_at, :asOf))
       or exists (select from section below
                  where below.listed and starts_with(below.path, s.path || '/')))
      """;

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

  /** The same for those that readers find. */
  public Map<String, Long> shownIdsBySlug(Collection<String> slugs) {
    Map<String, Long> ids = new HashMap<>();
    getSession()
        .createNativeQuery(
            "select s.slug, s.id from section s where s.slug = any(:slugs) and " + IS_SHOWN,
            Object[].class)
        .setParameter("slugs", slugs.toArray(String[]::new))
        .setParameter("asOf", rendering.asOf())
        .getResultList()
        .forEach(row -> ids.put((String) row[0], ((Number) row[1]).longValue()));
    return ids;
  }

  /**
   * The section that readers find at a path of the site. The answer that is being rendered depends
   * on it, or on its absence, which is the same for a hidden one as for one that never was.
   */
  public Optional<Section> findShownAt(String path) {
    return find("path", path)
        .firstResultOptional()
        .filter(found -> isShown(found))
        .or(this::absent);
  }

  /** The section with the number, if readers find it; as with {@link #findShownAt}. */
  public Optional<Section> findShownById(long id) {
    return findByIdOptional(id).filter(found -> isShown(found)).or(this::absent);
  }

  private boolean isShown(Section section) {
    boolean shown = hidden(List.of(section)).isEmpty();
    if (shown) {
      rendering.shows(EntityKind.SECTION, Objects.requireNonNull(section.id()));
    }
    return shown;
  }

  private Optional<Section> absent() {
    tellHidden();
    return Optional.empty();
  }

  /**
   * Those of some sections that readers do not find. The answer that is being rendered depends on
   * that.
   */
  public Set<Section> hidden(Collection<Section> asked) {
    List<Section> unlisted = asked.stream().filter(each -> !each.isListed()).toList();
    if (unlisted.isEmpty()) {
      return Set.of();
    }
    Set<Long> shown =
        Set.copyOf(
            getSession()
                .createNativeQuery(
                    "select s.id from section s where s.id = any(:ids) and " + IS_SHOWN, Long.class)
                .setParameter("ids", unlisted.stream().map(Section::id).toArray(Long[]::new))
                .setParameter("asOf", rendering.asOf())
                .getResultList());
    Set<Section> hidden = new HashSet<>();
    for (Section section : unlisted) {
      long id = Objects.requireNonNull(section.id());
      if (shown.contains(id)) {
        rendering.showsAll(EntityKind.SECTION);
        rendering.lists(EntityKind.SECTION, id);
      } else {
        tellHidden();
        hidden.add(section);
      }
    }
    return hidden;
  }

  /** Without its number, which nobody is to know. */
  private void tellHidden() {
    rendering.showsAll(EntityKind.SECTION);
    rendering.lists();
  }

  /** The sections that readers find, siblings in menu order. */
  List<Section> shownTree() {
    List<Section> all = tree();
    Set<Section> hidden = hidden(all);
    return all.stream().filter(section -> !hidden.contains(section)).toList();
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
