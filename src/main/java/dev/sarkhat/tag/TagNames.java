package dev.sarkhat.tag;

import dev.sarkhat.http.ProblemException;
import dev.sarkhat.text.MatchKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * The names that a tag is to have: its own and its aliases'. A slug or a match key leads to one
 * tag, so that neither an address nor an import is in doubt.
 */
final class TagNames {

  private final Session session;
  private final @Nullable Tag tag;
  private final TagContent content;
  private final List<TagAlias> aliases = new ArrayList<>();

  /**
   * Gathers the names.
   *
   * @param tag the tag, or null for a new one
   */
  TagNames(Session session, @Nullable Tag tag, TagContent content) {
    this.session = session;
    this.tag = tag;
    this.content = content;
    String ownKey = MatchKey.of(content.title());
    if (tag != null && !tag.slug().equals(content.slug())) {
      boolean sameTitle = MatchKey.of(tag.title()).equals(ownKey);
      add(TagAlias.of(tag.slug(), sameTitle ? null : tag.title()));
    }
    for (TagContent.Alias each : content.aliases()) {
      TagAlias alias = TagAlias.of(each.slug(), each.title());
      // What is the tag's own name is no other one.
      add(ownKey.equals(alias.matchKey()) ? TagAlias.of(alias.slug(), null) : alias);
    }
  }

  private void add(TagAlias alias) {
    boolean known =
        aliases.stream()
            .anyMatch(
                each ->
                    each.slug().equals(alias.slug())
                        || (alias.matchKey() != null && alias.matchKey().equals(each.matchKey())));
    if (!known && !alias.slug().equals(content.slug())) {
      aliases.add(alias);
    }
  }

  /** The other names, each once. */
  List<TagAlias> aliases() {
    return List.copyOf(aliases);
  }

  /**
   * Goes on if no other tag has any of the names.
   *
   * @throws ProblemException 409 naming the field whose name another tag has
   */
  void requireFree() {
    Set<String> slugs = new HashSet<>();
    Set<String> keys = new HashSet<>();
    for (Object[] row : held()) {
      slugs.add((String) row[0]);
      keys.add((String) row[1]);
    }
    if (slugs.contains(content.slug())) {
      throw ProblemException.taken("/slug", "is the slug of another tag, or of its alias");
    }
    if (keys.contains(MatchKey.of(content.title()))) {
      throw ProblemException.taken("/title", "is a spelling of another tag's title, or alias");
    }
    for (int index = 0; index < content.aliases().size(); index++) {
      TagContent.Alias alias = content.aliases().get(index);
      if (slugs.contains(alias.slug())) {
        throw ProblemException.taken(
            "/aliases/" + index + "/slug", "is the slug of another tag, or of its alias");
      }
      if (alias.title() != null && keys.contains(MatchKey.of(alias.title()))) {
        throw ProblemException.taken(
            "/aliases/" + index + "/title", "is a spelling of another tag's title, or alias");
      }
    }
  }

  /** The slugs and match keys, of those wanted, that other tags have. */
  private List<Object[]> held() {
    Set<String> slugs = new HashSet<>(Set.of(content.slug()));
    Set<String> keys = new HashSet<>(Set.of(MatchKey.of(content.title())));
    for (TagAlias alias : aliases) {
      slugs.add(alias.slug());
      if (alias.matchKey() != null) {
        keys.add(alias.matchKey());
      }
    }
    return session
        .createNativeQuery(
            """
            select slug, match_key from tag
            where (slug = any(:slugs) or match_key = any(:keys)) and id <> :own
              -- Its names are the other's already.
              and merged_into is distinct from :own
            union all
            select slug, coalesce(match_key, '') from tag_alias
            where (slug = any(:slugs) or match_key = any(:keys)) and tag_id <> :own
            """,
            Object[].class)
        .setParameter("slugs", slugs.toArray(String[]::new))
        .setParameter("keys", keys.toArray(String[]::new))
        .setParameter("own", tag == null || tag.id() == null ? -1L : tag.id())
        .getResultList();
  }
}
