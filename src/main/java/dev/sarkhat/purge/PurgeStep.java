package dev.sarkhat.purge;

import dev.sarkhat.change.Change;
import dev.sarkhat.change.ChangeFeed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a pass has to tell the network next, and where it is once the network has accepted.
 *
 * @param purge what to send; nothing where the pass begins here without a purge, or where nothing
 *     public has changed
 * @param position where the pass is afterwards
 * @param since when the oldest of the changes was committed; null with everything
 */
record PurgeStep(Optional<Purge> purge, PurgePosition position, @Nullable Instant since) {

  /** More than any batch holds, and little to read twice. */
  static final int PAGE = 500;

  /** The next step of a pass, or nothing when it is at the end. */
  static Optional<PurgeStep> next(
      Optional<PurgePosition> position,
      long end,
      ChangeFeed feed,
      Purger purger,
      PurgeConfig config) {
    // The changes first: what is compacted after they were read does not matter.
    List<Change> changes = position.map(from -> feed.after(from.number(), PAGE)).orElse(List.of());
    ChangeFeed.Head head = feed.head();
    PurgePosition last = new PurgePosition(head.epoch(), Math.min(end, head.number()));
    if (position.isEmpty() && !config.everythingAtFirstStart()) {
      return Optional.of(new PurgeStep(Optional.empty(), last, null));
    }
    if (position.isEmpty() || isLost(position.get(), head, config.backlog())) {
      return Optional.of(new PurgeStep(Optional.of(new Purge.Everything()), last, null));
    }
    List<Change> due = changes.stream().filter(change -> change.number() <= end).toList();
    if (due.isEmpty()) {
      return Optional.empty();
    }
    PurgeBatch batch = PurgeBatch.of(due, purger.tagsPerRequest());
    return Optional.of(
        new PurgeStep(
            batch.purge(), new PurgePosition(head.epoch(), batch.through()), due.get(0).at()));
  }

  /** Whether the log does not tell any longer what has changed since, or too much has. */
  private static boolean isLost(PurgePosition position, ChangeFeed.Head head, long backlog) {
    return !position.epoch().equals(head.epoch())
        || position.number() < head.compactedTo()
        || position.number() > head.number()
        || head.number() - position.number() > backlog;
  }
}
