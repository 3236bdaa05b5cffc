package dev.sarkhat.change;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Remembers all that this process was told of. */
@Singleton
class HeardChanges implements ChangeListener {

  private final List<Change> changes = new CopyOnWriteArrayList<>();
  private final AtomicInteger resets = new AtomicInteger();

  @Override
  public void changed(List<Change> news) {
    changes.addAll(news);
  }

  @Override
  public void everythingChanged() {
    resets.incrementAndGet();
  }

  /** How often everything changed. */
  int resets() {
    return resets.get();
  }

  /** The numbers after one, as they were told. */
  List<Long> numbersAfter(long number) {
    return changes.stream().map(Change::number).filter(each -> each > number).toList();
  }

  boolean has(EntityKind kind, long id) {
    return changes.stream().anyMatch(each -> each.kind() == kind && each.entityId() == id);
  }
}
