package dev.sarkhat.change;

import java.util.List;

/**
 * Hears of every committed change in this process, whichever process made it. The methods are
 * called by one thread at a time, and a write's caller may be waiting: they must be quick and must
 * not fail.
 */
public interface ChangeListener {

  /**
   * Changes were committed.
   *
   * @param changes at least one, in the order of their numbers; none is told twice
   */
  void changed(List<Change> changes);

  /**
   * Anything may have changed: changes were missed, the database was restored, or it cannot be
   * asked about a write that has just been acknowledged.
   */
  void everythingChanged();
}
