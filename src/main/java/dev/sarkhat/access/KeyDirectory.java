package dev.sarkhat.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Whose key is whose. What the database said is remembered until anything about anybody changes, so
 * a key that is revoked is refused from the answer on that says so.
 */
@Singleton
class KeyDirectory {

  private static final int REMEMBERED = 10_000;

  /** Guards against nothing that is known, but keeps what is seldom used from staying. */
  private static final int SECONDS = 60;

  /** Compared with where no key is, so that it takes as long as where one is. */
  private static final byte[] NO_HASH = new byte[32];

  private final StoredKeys stored;
  private final AccessChanges changes;
  private final Clock clock;
  private final Cache<String, Remembered> remembered;

  /**
   * The hashes of keys that were good when they were last shown here, so that a good key is told
   * from guesses without asking; guesses never come in here.
   */
  private final Cache<String, byte[]> good;

  @Inject
  KeyDirectory(StoredKeys stored, AccessChanges changes, Clock clock) {
    this(stored, changes, clock, System::nanoTime);
  }

  /**
   * The directory.
   *
   * @param nanoTime how long things are remembered, as of {@link System#nanoTime}
   */
  KeyDirectory(StoredKeys stored, AccessChanges changes, Clock clock, Ticker nanoTime) {
    this.stored = stored;
    this.changes = changes;
    this.clock = clock;
    remembered =
        Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(SECONDS, TimeUnit.SECONDS)
            .ticker(nanoTime)
            .build();
    good =
        Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterAccess(1, TimeUnit.DAYS)
            .ticker(nanoTime)
            .build();
  }

  /** What the database said, after so many changes. */
  private record Remembered(long heard, Optional<StoredKey> key) {}

  /**
   * Whether the key was good when it was last seen here, be it a while ago. It takes the right
   * secret to be told so.
   */
  boolean hasSeen(AccessKey key) {
    byte[] hash = good.getIfPresent(key.id());
    return MessageDigest.isEqual(hash == null ? NO_HASH : hash, key.hash());
  }

  /**
   * Who holds the key.
   *
   * @return empty if there is no such key, or it is not valid now
   * @throws SQLException if the database does not answer
   */
  Optional<Principal> holder(AccessKey key) throws SQLException {
    Remembered known = current(key.id());
    if (known != null) {
      return holder(key, known.key());
    }
    long before = changes.heard();
    Optional<StoredKey> found = stored.find(key.id());
    Optional<Principal> holder = holder(key, found);
    remembered.put(key.id(), new Remembered(before, found));
    if (holder.isPresent()) {
      good.put(key.id(), key.hash());
    }
    if (holder.isPresent() && isAdminWithOwnKey(holder.get())) {
      stored.endFirstKeys(clock.instant());
    }
    return holder;
  }

  private Optional<Principal> holder(AccessKey key, Optional<StoredKey> found) {
    byte[] hash = found.map(StoredKey::secretHash).orElse(NO_HASH);
    boolean same = MessageDigest.isEqual(hash, key.hash());
    return found.filter(each -> same && each.isValidAt(clock.instant())).map(StoredKey::principal);
  }

  /** Whoever can do without the first key has made it useless; see {@link FirstKey}. */
  private static boolean isAdminWithOwnKey(Principal principal) {
    return !principal.bootstrap() && principal.isEverywhere(Role.ADMIN);
  }

  private @Nullable Remembered current(String id) {
    Remembered known = remembered.getIfPresent(id);
    return known != null && changes.isCurrent(known.heard()) ? known : null;
  }
}
