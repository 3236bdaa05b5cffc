package dev.sarkhat.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sarkhat.change.Change;
import dev.sarkhat.change.ChangeListener;
import dev.sarkhat.change.ChangeTailer;
import dev.sarkhat.change.EntityKind;
import dev.sarkhat.change.TailerState;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Whose key is whose. What the database said is remembered until anything about anybody changes, so
 * a key that is revoked is refused from the answer on that says so; and not at all while this
 * process does not follow the change log.
 */
@Singleton
class KeyDirectory implements ChangeListener {

  private static final int REMEMBERED = 10_000;

  /** Guards against nothing that is known, but keeps what is seldom used from staying. */
  private static final int SECONDS = 60;

  /** Compared with where no key is, so that it takes as long as where one is. */
  private static final byte[] NO_HASH = new byte[32];

  private final StoredKeys stored;
  private final ChangeTailer tailer;
  private final Clock clock;
  private final Cache<String, Remembered> remembered =
      Caffeine.newBuilder()
          .maximumSize(REMEMBERED)
          .expireAfterWrite(SECONDS, TimeUnit.SECONDS)
          .build();

  /** Counts what was heard, so that nothing is remembered that was read before it. */
  private final AtomicLong heard = new AtomicLong();

  @Inject
  KeyDirectory(StoredKeys stored, ChangeTailer tailer, Clock clock) {
    this.stored = stored;
    this.tailer = tailer;
    this.clock = clock;
  }

  /** What the database said at a time. */
  private record Remembered(long heard, Optional<StoredKey> key) {}

  /** Whether {@link #holder} answers without asking the database. */
  boolean isAtHand(AccessKey key) {
    Remembered known = remembered.getIfPresent(key.id());
    return known != null && isCurrent(known);
  }

  /**
   * Who holds the key.
   *
   * @return empty if there is no such key, or it is not valid now
   * @throws SQLException if the database does not answer
   */
  Optional<Principal> holder(AccessKey key) throws SQLException {
    StoredKey found = find(key.id()).orElse(null);
    byte[] hash = found == null ? NO_HASH : found.secretHash();
    boolean same = MessageDigest.isEqual(hash, key.hash());
    return found != null && same && found.isValidAt(clock.instant())
        ? Optional.of(found.principal())
        : Optional.empty();
  }

  private Optional<StoredKey> find(String id) throws SQLException {
    Remembered known = remembered.getIfPresent(id);
    if (known != null && isCurrent(known)) {
      return known.key();
    }
    long before = heard.get();
    Optional<StoredKey> found = stored.find(id);
    remembered.put(id, new Remembered(before, found));
    return found;
  }

  private boolean isCurrent(@Nullable Remembered known) {
    return known != null && known.heard() == heard.get() && tailer.state() == TailerState.CURRENT;
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
