package dev.sarkhat.purge;

import dev.sarkhat.change.Change;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * As many changes as one request to a network can tell of. With one request a batch, what was
 * accepted is never sent again because of what was refused after it.
 *
 * @param tags what the changes touch
 * @param changes how many they are
 * @param through the number of the last of them
 */
record PurgeBatch(Purge.Tags tags, int changes, long through) {

  /** What to send; nothing where no change is of anything public. */
  Optional<Purge> purge() {
    return tags.all().isEmpty() ? Optional.empty() : Optional.of(tags);
  }

  /**
   * Takes changes from the front until the next one's tags would not fit.
   *
   * @param changes at least one, in the order of their numbers
   * @param limit how many tags a request can bear; a single change may bear more, and is then a
   *     batch by itself
   */
  static PurgeBatch of(List<Change> changes, int limit) {
    Set<String> all = new HashSet<>();
    Set<String> hard = new HashSet<>();
    Set<String> soft = new HashSet<>();
    int taken = 0;
    for (Change change : changes) {
      if (!change.kind().isPublic()) {
        // The network has nothing of it, and need not know that there is such a thing.
        taken++;
        continue;
      }
      Set<String> added = new HashSet<>(change.tags());
      added.removeAll(all);
      if (!all.isEmpty() && all.size() + added.size() > limit) {
        break;
      }
      all.addAll(added);
      (change.takedown() ? hard : soft).addAll(change.tags());
      taken++;
    }
    return new PurgeBatch(Purge.Tags.of(hard, soft), taken, changes.get(taken - 1).number());
  }
}
