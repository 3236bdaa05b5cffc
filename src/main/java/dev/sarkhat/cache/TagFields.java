package dev.sarkhat.cache;

import dev.sarkhat.change.ChangeTags;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    if (bounded.size() <= MOST) {
      return bounded;
    }
    Map<String, List<String>> byKind = new HashMap<>();
    for (String tag : bounded) {
      String wider = ChangeTags.wider(tag);
      if (!wider.equals(tag)) {
        byKind.computeIfAbsent(wider, kind -> new ArrayList<>()).add(tag);
      }
    }
    List<Map.Entry<String, List<String>>> largestFirst = new ArrayList<>(byKind.entrySet());
    largestFirst.sort(Comparator.comparingInt(kind -> -kind.getValue().size()));
    for (Map.Entry<String, List<String>> kind : largestFirst) {
      if (bounded.size() <= MOST) {
        break;
      }
      kind.getValue().forEach(bounded::remove);
      bounded.add(kind.getKey());
    }
    return bounded;
  }
}
