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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** The tags. */
@ApplicationScoped
public class TagRepository implements PanacheRepository<Tag> {

  /** Where counting a tag's articles stops. */
  private static final int COUNT_CAP = 10_000;

  /** Whether readers find a tag: it is listed, or a public article is about it. */
  private static final String IS_SHOWN =
      """
      t.merged_into is null and (t.listed or exists (
        select from article_tag a
        where a.tag_id = t.id and is_listed(a.published_at, a.expire_at, :asOf)))
      """;

  private static final String PAGE_WHERE =
      """
      select * from tag t
      where (cast(:type as text) is null or t.type = :type)
        and (t.title collate "fa-x-icu", t.id) > (:title, :id) and %s
      order by t.title collate "fa-x-icu", t.id
      limit :rows
      """;

  static final String SHOWN_PAGE = PAGE_WHERE.formatted(IS_SHOWN);
  static final String PAGE = PAGE_WHERE.formatted("t.merged_into is null");

  private final Cursors cursors;
  private final Rendering rendering;

  @Inject
  TagRepository(Cursors cursors, Rendering rendering) {
    this.cursors = cursors;
    this.rendering = rendering;
  }

  /** The tag with the slug, whatever readers see of it. */
  Optional<Tag> findBySlug(String slug) {
    return find("slug = ?1 and mergedInto is null", slug).firstResultOptional();
  }

  /**
   * The tag that readers find under a slug, which may be an alias of it: one that is listed, or
   * that a public article is about. The answer that is being rendered depends on it, or on its
   * absence.
   */
  public Optional<Tag> findShown(String slug) {
    Optional<Tag> found =
        getSession()
            .createNativeQuery(
                "select * from tag t where t.id = tag_with_slug(:slug) and " + IS_SHOWN, Tag.class)
            .setParameter("slug", slug)
            .setParameter("asOf", rendering.asOf())
            .uniqueResultOptional();
    found.ifPresentOrElse(this::tellShown, this::tellAbsent);
    return found;
  }

  /**
   * Those of some tags that readers do not find. The answer that is being rendered depends on it.
   */
  public Set<Tag> hidden(Collection<Tag> asked) {
    List<Tag> unlisted = asked.stream().filter(each -> !each.isListed()).toList();
    if (unlisted.isEmpty()) {
      return Set.of();
    }
    Set<Long> shown =
        Set.copyOf(
            getSession()
                .createNativeQuery(
                    "select t.id from tag t where t.id = any(:ids) and " + IS_SHOWN, Long.class)
                .setParameter("ids", unlisted.stream().map(Tag::id).toArray(Long[]::new))
                .setParameter("asOf", rendering.asOf())
                .getResultList());
    Set<Tag> hidden = new HashSet<>();
    for (Tag tag : unlisted) {
      if (shown.contains(Objects.requireNonNull(tag.id()))) {
        tellShown(tag);
      } else {
        tellAbsent();
        hidden.add(tag);
      }
    }
    return hidden;
  }

  private void tellShown(Tag tag) {
    long id = Objects.requireNonNull(tag.id());
    rendering.shows(EntityKind.TAG, id);
    if (!tag.isListed()) {
      rendering.lists(EntityKind.TAG, id);
    }
  }

  /** The same for a tag that is hidden as for one that never was. */
  private void tellAbsent() {
    rendering.showsAll(EntityKind.TAG);
    rendering.showsAll(EntityKind.ARTICLE);
    rendering.listsShown();
  }

  /**
   * The numbers of the tags with these match keys, their own or an alias's, by match key; see
   * {@link dev.sarkhat.text.MatchKey}. Keys that nothing has are left out.
   */
  public Map<String, Long> idsByMatchKey(Collection<String> matchKeys) {
    return ids(
        """
        select n.name, coalesce(a.tag_id, t.id)
        from unnest(cast(:names as text[])) n(name)
        left join tag_alias a on a.match_key = n.name left join tag t on t.match_key = n.name
        where num_nonnulls(a.tag_id, t.id) > 0
        """,
        matchKeys);
  }

  /**
   * The numbers of the tags with these slugs, their own or an alias's, by slug; slugs that nothing
   * has are left out.
   */
  public Map<String, Long> idsBySlug(Collection<String> slugs) {
    return ids(
        """
        select n.name, tag_with_slug(n.name) from unnest(cast(:names as text[])) n(name)
        where tag_with_slug(n.name) is not null
        """,
        slugs);
  }

  /** The same for those that readers find. */
  public Map<String, Long> shownIdsBySlug(Collection<String> slugs) {
    Map<String, Long> ids = new HashMap<>();
    getSession()
        .createNativeQuery(
            "select n.name, t.id from unnest(cast(:names as text[])) n(name)"
                + " join tag t on t.id = tag_with_slug(n.name) where "
                + IS_SHOWN,
            Object[].class)
        .setParameter("names", slugs.toArray(String[]::new))
        .setParameter("asOf", rendering.asOf())
        .getResultList()
        .forEach(row -> ids.put((String) row[0], ((Number) row[1]).longValue()));
    return ids;
  }

  /** The numbers of the tags that others were merged into, by theirs; others are left out. */
  public Map<Long, Long> idsAfterMerges(Collection<Long> ids) {
    Map<Long, Long> after = new HashMap<>();
    getSession()
        .createNativeQuery("select id, tag_id from merged_tag where id = any(:ids)", Object[].class)
        .setParameter("ids", ids.toArray(Long[]::new))
        .getResultList()
        .forEach(row -> after.put(((Number) row[0]).longValue(), ((Number) row[1]).longValue()));
    return after;
  }

  private Map<String, Long> ids(String sql, Collection<String> names) {
    Map<String, Long> ids = new HashMap<>();
    getSession()
        .createNativeQuery(sql, Object[].class)
        .setParameter("names", names.toArray(String[]::new))
        .getResultList()
        .forEach(row -> ids.put((String) row[0], ((Number) row[1]).longValue()));
    return ids;
  }

  /** One page of the tags of a type, or of all, that readers find, in Persian order of names. */
  Page<Tag> shownPage(@Nullable TagType type, int limit, @Nullable String cursor) {
    tellAbsent();
    NativeQuery<Tag> query =
        getSession()
            .createNativeQuery(SHOWN_PAGE, Tag.class)
            .setParameter("asOf", rendering.asOf());
    return page("tags", query, type, limit, cursor);
  }

  /** One page of the tags of a type, or of all, in Persian order of their names. */
  Page<Tag> page(@Nullable TagType type, int limit, @Nullable String cursor) {
    NativeQuery<Tag> query = getSession().createNativeQuery(PAGE, Tag.class);
    return page("all tags", query, type, limit, cursor);
  }

  private Page<Tag> page(
      String name,
      NativeQuery<Tag> query,
      @Nullable TagType type,
      int limit,
      @Nullable String cursor) {
    String list = name + (type == null ? "" : "?type=" + type.value());
    List<String> after = cursors.keys(list, cursor);
    List<Tag> rows =
        query
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
