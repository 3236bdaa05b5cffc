package dev.sarkhat.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the database holds of a key.
 *
 * @param endsAt when it expires or was revoked, or its holder disabled; null for never
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
record StoredKey(byte[] secretHash, @Nullable Instant endsAt, Principal principal) {

  boolean isValidAt(Instant instant) {
    return endsAt == null || endsAt.isAfter(instant);
  }
}
