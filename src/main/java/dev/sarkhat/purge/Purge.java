package dev.sarkhat.purge;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a network is to forget. */
sealed interface Purge {

  /** All that it has of ours. */
  record Everything() implements Purge {}

  /**
   * The answers that bear any of these tags.
   *
   * @param hard of answers that must not be shown again, not even in an emergency
   * @param soft of answers that are out of date, and that may be shown while the origin cannot be
   *     reached; none of them is in {@code hard}
   */
  record Tags(List<String> hard, List<String> soft) implements Purge {

    public Tags {
      hard = List.copyOf(hard);
      soft = List.copyOf(soft);
    }

    /** The tags in order, each once, and the hard ones not among the soft ones. */
    static Tags of(Collection<String> hard, Collection<String> soft) {
      Set<String> others = new TreeSet<>(soft);
      others.removeAll(Set.copyOf(hard));
      return new Tags(List.copyOf(new TreeSet<>(hard)), List.copyOf(others));
    }

    /** All tags, for networks that can only forget. */
    List<String> all() {
      Set<String> all = new TreeSet<>(hard);
      all.addAll(soft);
      return List.copyOf(all);
    }
  }
}
