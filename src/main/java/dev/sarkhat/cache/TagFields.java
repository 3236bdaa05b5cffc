package dev.sarkhat.cache;

import dev.sarkhat.change.ChangeTags;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The tags of an answer as content delivery networks take them: few. Beyond the bound the tags of
 * single entities give way to the one of all their kind, the most numerous kind first; every change
 * bears that one, too, so purging by the tags of a change stays complete.
 */
final class TagFields {

  /** With 60 tags the two fields stay below a kilobyte and below every network's bounds. */
  static final int MOST = 60;

  private TagFields() {}

  /** At most {@link #MOST} tags that stand for all of these. */
  static Set<String> bounded(Collection<String> tags) {
    Set<String> bounded = new LinkedHashSet<>(tags);
    while (bounded.size() > MOST) {
      Map.Entry<String, List<String>> largest =
          bounded.stream()
              .filter(tag -> !ChangeTags.wider(tag).equals(tag))
              .collect(Collectors.groupingBy(ChangeTags::wider))
              .entrySet()
              .stream()
              .max(Comparator.comparingInt(kind -> kind.getValue().size()))
              .orElseThrow();
      bounded.removeAll(Set.copyOf(largest.getValue()));
      bounded.add(largest.getKey());
    }
    return bounded;
  }
}
