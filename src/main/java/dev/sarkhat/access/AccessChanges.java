package dev.sarkhat.access;

import dev.sarkhat.change.Change;
import dev.sarkhat.change.ChangeListener;
import dev.sarkhat.change.ChangeTailer;
import dev.sarkhat.change.EntityKind;
import dev.sarkhat.change.TailerState;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the changes of anybody, so that what was read about somebody is known to hold still; and
 * nothing is while this process does not follow the change log.
 */
@Singleton
class AccessChanges implements ChangeListener {

  private final ChangeTailer tailer;
  private final AtomicLong heard = new AtomicLong();

  @Inject
  AccessChanges(ChangeTailer tailer) {
    this.tailer = tailer;
  }

  /** How many were heard; to be asked before something is read. */
  long heard() {
    return heard.get();
  }

  /** Whether what was read after so many changes is still so. */
  boolean isCurrent(long before) {
    return before == heard.get() && tailer.state() == TailerState.CURRENT;
  }

  @Override
  public void changed(List<Change> changes) {
    if (changes.stream().anyMatch(change -> change.kind() == EntityKind.PRINCIPAL)) {
      heard.incrementAndGet();
    }
  }

  @Override
  public void everythingChanged() {
    heard.incrementAndGet();
  }
}
