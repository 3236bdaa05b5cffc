package dev.sarkhat.change;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Remembers all that this process was told of. */
@Singleton
class HeardChanges implements ChangeListener {

  private final List<Change> changes = new ArrayList<>();
  private int resets;

  @Override
  public synchronized void changed(List<Change> news) {
    changes.addAll(news);
  }

  @Override
  public synchronized void everythingChanged() {
    resets++;
  }

  /** How often everything changed. */
  synchronized int resets() {
    return resets;
  }

  /** The numbers after one, as they were told. */
  synchronized List<Long> numbersAfter(long number) {
    return changes.stream().map(Change::number).filter(each -> each > number).toList();
  }

  synchronized boolean has(EntityKind kind, long id) {
    return changes.stream().anyMatch(each -> each.kind() == kind && each.entityId() == id);
  }
}
