package dev.sarkhat.cache;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** What there is in the newsroom that a random test changes, and what there was. */
final class World {

  /** The tables of what has a number and a slug. */
  enum Table {
    ARTICLE,
    SECTION,
    TAG,
    SOURCE,
    CONTRIBUTOR,
    MENU;

    String sql() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * One of them.
   *
   * @param path where it stands on the site; for a section alone
   */
  record Thing(long id, String slug, String path) {}

  private static final class Kind {
    private List<Thing> living = List.of();
    private final Set<Long> everIds = new TreeSet<>();
    private final Set<String> everSlugs = new TreeSet<>();
  }

  private final Random random;
  private final Map<Table, Kind> kinds = new EnumMap<>(Table.class);
  private final Set<String> everPaths = new TreeSet<>();

  World(Random random) {
    this.random = random;
  }

  private Kind kind(Table table) {
    return kinds.computeIfAbsent(table, key -> new Kind());
  }

  /** Remembers one that may come to be; it is living after the next {@link #refresh}. */
  void made(Table table, long id) {
    kind(table).everIds.add(id);
  }

  Set<Long> everIds(Table table) {
    return kind(table).everIds;
  }

  void refresh(Table table, List<Thing> found) {
    kind(table).living = found;
    for (Thing thing : found) {
      kind(table).everSlugs.add(thing.slug());
      if (!thing.path().isEmpty()) {
        everPaths.add(thing.path());
      }
    }
  }

  int size(Table table) {
    return kind(table).living.size();
  }

  /** One of the living. */
  Thing any(Table table) {
    return pick(kind(table).living);
  }

  /** The number of one that is or was. */
  long anyIdEver(Table table) {
    return pick(List.copyOf(kind(table).everIds));
  }

  /** The slug of one, mostly of a living one. */
  String anySlugEver(Table table) {
    return random.nextInt(5) == 0 ? pick(List.copyOf(kind(table).everSlugs)) : any(table).slug();
  }

  /** Where a section stands or stood. */
  String anyPathEver() {
    return pick(List.copyOf(everPaths));
  }

  /** Some of the living, each once. */
  List<Thing> some(Table table, int most) {
    List<Thing> all = new ArrayList<>(kind(table).living);
    java.util.Collections.shuffle(all, random);
    return all.subList(0, Math.min(all.size(), random.nextInt(most + 1)));
  }

  <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
