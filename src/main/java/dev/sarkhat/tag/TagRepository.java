package dev.sarkhat.tag;

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

/** The tags. */
@ApplicationScoped
public class TagRepository implements PanacheRepository<Tag> {

  /** Where counting a tag's articles stops. */
  private static final int COUNT_CAP = 10_000;

  private final Cursors cursors;
  private final Rendering rendering;

  @Inject
  TagRepository(Cursors cursors, Rendering rendering) {
    this.cursors = cursors;
    this.rendering = rendering;
  }

  /** The tag with the slug. */
  public Optional<Tag> findBySlug(String slug) {
    return find("slug", slug).firstResultOptional();
  }

  /** The tags with these match keys; see {@link dev.sarkhat.text.MatchKey}. */
  public List<Tag> findByMatchKeys(Collection<String> matchKeys) {
    return list("matchKey in ?1", matchKeys);
  }

  /** The numbers of the tags with these slugs, by slug; slugs that nothing has are left out. */
  public Map<String, Long> idsBySlug(Collection<String> slugs) {
    Map<String, Long> ids = new HashMap<>();
    getSession()
        .createQuery("select t.slug, t.id from Tag t where t.slug in :slugs", Object[].class)
        .setParameter("slugs", slugs)
        .getResultList()
        .forEach(row -> ids.put((String) row[0], (Long) row[1]));
    return ids;
  }

  /** One page of the tags of a type, or of all, in Persian order of their names. */
  Page<Tag> page(@Nullable TagType type, int limit, @Nullable String cursor) {
    rendering.showsAll(EntityKind.TAG);
    String list = "tags" + (type == null ? "" : "?type=" + type.value());
    List<String> after = cursors.keys(list, cursor);
    List<Tag> rows =
        getSession()
            .createNativeQuery(
                """
                select * from tag t
                where (cast(:type as text) is null or t.type = :type) and (t.title collate "fa-x-icu", t.id) > (:title, :id)
                order by t.title collate "fa-x-icu", t.id
                limit :rows
                """,
                Tag.class)
            .setParameter("type", type == null ? null : type.value())
            .setParameter("title", after == null ? "" : after.get(0))
            .setParameter("id", after == null ? 0L : Long.parseLong(after.get(1)))
            .setParameter("rows", limit + 1)
            .getResultList();
    return Page.cut(
        rows, limit, last -> cursors.after(list, last.title(), String.valueOf(last.id())));
  }

  /** How many articles of these tags are public, each up to 10,000. */
  Map<Long, Long> articleCounts(Collection<Tag> counted, Instant asOf) {
    Map<Long, Long> counts = new HashMap<>();
    getSession()
        .createNativeQuery(
            """
            select t.id, (select count(*) from (
                select 1 from article_tag a
                where a.tag_id = t.id and is_listed(a.published_at, a.expire_at, :asOf)
                limit :cap) counted)
            from tag t where t.id = any(:ids)
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
