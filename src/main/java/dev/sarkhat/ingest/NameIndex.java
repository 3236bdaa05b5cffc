package dev.sarkhat.ingest;

import dev.sarkhat.text.MatchKey;
import dev.sarkhat.text.Slug;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Finds tags, sources or contributors by slug or by match key, and creates those that are missing.
 *
 * <p>It remembers numbers, never entities, so nothing in it goes stale but what somebody deletes
 * meanwhile; the database refuses that number then, and the caller has everything forgotten. What a
 * transaction creates is remembered only when that has been committed.
 *
 * @param <E> the entity
 */
final class NameIndex<E> {

  /** How many names are remembered. */
  private static final int REMEMBERED = 50_000;

  private static final int SUFFIXES_AT_ONCE = 20;

  private final Session session;
  private final Class<E> type;
  private final String fallbackSlug;
  private final Function<Collection<String>, Map<String, Long>> idsBySlug;
  private final Function<Collection<String>, Map<String, Long>> idsByKey;
  private final Function<E, @Nullable Long> id;

  private final Map<String, Long> slugs = new Remembered();
  private final Map<String, Long> keys = new Remembered();
  private final Map<String, Long> newSlugs = new HashMap<>();
  private final Map<String, Long> newKeys = new HashMap<>();
  private final Set<String> freeSlugs = new HashSet<>();
  private final Set<String> freeKeys = new HashSet<>();
  private long created;

  NameIndex(
      Session session,
      Class<E> type,
      String fallbackSlug,
      Function<Collection<String>, Map<String, Long>> idsBySlug,
      Function<Collection<String>, Map<String, Long>> idsByKey,
      Function<E, @Nullable Long> id) {
    this.session = session;
    this.type = type;
    this.fallbackSlug = fallbackSlug;
    this.idsBySlug = idsBySlug;
    this.idsByKey = idsByKey;
    this.id = id;
  }

  /**
   * A name as a line tells it.
   *
   * @param title as it is shown; it has a match key
   * @param slug its name in addresses, where the sender gives one
   */
  record Name(String title, @Nullable String slug) {

    String key() {
      return MatchKey.of(title);
    }

    String slugOr(String fallback) {
      String made = slug == null ? Slug.of(title) : slug;
      return made.isEmpty() ? fallback : made;
    }
  }

  /** Looks up what is not remembered of the names, in two statements. */
  void prefetch(Collection<Name> names) {
    Set<String> wantedSlugs = new HashSet<>();
    Set<String> wantedKeys = new HashSet<>();
    for (Name name : names) {
      if (!keys.containsKey(name.key())) {
        wantedKeys.add(name.key());
        wantedSlugs.add(name.slugOr(fallbackSlug));
      }
      if (name.slug() != null) {
        wantedSlugs.add(name.slug());
      }
    }
    lookUpKeys(wantedKeys);
    lookUpSlugs(wantedSlugs);
  }

  /** The entity with the slug or, without one, with the match key; null if there is none. */
  @Nullable E find(Name name) {
    Long found = name.slug() == null ? null : idOfSlug(name.slug());
    if (found == null) {
      found = idOfKey(name.key());
    }
    return found == null ? null : session.getReference(type, found);
  }

  /**
   * The entity of the name, new where there is none.
   *
   * @param maker makes it of its slug and its title
   */
  E findOrCreate(Name name, BiFunction<String, String, E> maker) {
    E found = find(name);
    return found == null ? create(name, maker) : found;
  }

  private E create(Name name, BiFunction<String, String, E> maker) {
    String slug = free(name.slugOr(fallbackSlug));
    E entity = maker.apply(slug, name.title());
    session.persist(entity);
    Long number = Objects.requireNonNull(id.apply(entity));
    newSlugs.put(slug, number);
    newKeys.put(name.key(), number);
    created++;
    return entity;
  }

  /** How much the transaction has created. */
  long created() {
    return created;
  }

  /** Remembers what the transaction created, now that it is committed. */
  void keep() {
    slugs.putAll(newSlugs);
    keys.putAll(newKeys);
    forgetTransaction();
  }

  /** Forgets everything. */
  void forget() {
    slugs.clear();
    keys.clear();
    forgetTransaction();
  }

  private void forgetTransaction() {
    newSlugs.clear();
    newKeys.clear();
    freeSlugs.clear();
    freeKeys.clear();
    created = 0;
  }

  private @Nullable Long idOfSlug(String slug) {
    if (!freeSlugs.contains(slug) && !slugs.containsKey(slug)) {
      lookUpSlugs(Set.of(slug));
    }
    Long created = newSlugs.get(slug);
    return created == null ? slugs.get(slug) : created;
  }

  private @Nullable Long idOfKey(String key) {
    if (!freeKeys.contains(key) && !keys.containsKey(key)) {
      lookUpKeys(Set.of(key));
    }
    Long created = newKeys.get(key);
    return created == null ? keys.get(key) : created;
  }

  private void lookUpSlugs(Set<String> wanted) {
    List<String> unknown =
        wanted.stream()
            .filter(slug -> !slugs.containsKey(slug) && !freeSlugs.contains(slug))
            .toList();
    if (!unknown.isEmpty()) {
      freeSlugs.addAll(unknown);
      slugs.putAll(idsBySlug.apply(unknown));
    }
  }

  private void lookUpKeys(Set<String> wanted) {
    List<String> unknown = wanted.stream().filter(key -> !freeKeys.contains(key)).toList();
    if (!unknown.isEmpty()) {
      freeKeys.addAll(unknown);
      keys.putAll(idsByKey.apply(unknown));
    }
  }

  /** The slug, or the first of {@code slug-2}, {@code slug-3} … that nothing has. */
  private String free(String slug) {
    if (idOfSlug(slug) == null) {
      return slug;
    }
    for (int first = 2; ; first += SUFFIXES_AT_ONCE) {
      List<String> candidates = new ArrayList<>();
      for (int number = first; number < first + SUFFIXES_AT_ONCE; number++) {
        candidates.add(NumberedSlug.of(slug, number));
      }
      lookUpSlugs(Set.copyOf(candidates));
      for (String candidate : candidates) {
        if (idOfSlug(candidate) == null) {
          return candidate;
        }
      }
    }
  }

  /** The names used last. */
  private static final class Remembered extends LinkedHashMap<String, Long> {

    private static final long serialVersionUID = 1L;

    Remembered() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
      return size() > REMEMBERED;
    }
  }
}
