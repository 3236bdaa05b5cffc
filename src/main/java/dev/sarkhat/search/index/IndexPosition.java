package dev.sarkhat.search.index;

import java.util.List;
import java.util.UUID;

/**
 * How far an index follows the change log.
 *
 * @param epoch which history of the database the number belongs to
 * @param number the last change that the index knows
 * @param pending names that were changed and whose articles are not all indexed anew yet
 */
public record IndexPosition(UUID epoch, long number, List<PendingName> pending) {

  /** Copies the list. */
  public IndexPosition {
    pending = List.copyOf(pending);
  }
}
