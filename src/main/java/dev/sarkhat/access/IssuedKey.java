package dev.sarkhat.access;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A key as it is told when it is made, and never again. */
@Schema(name = "IssuedKey", description = "A new key. Keep `key`: it is told this once.")
record IssuedKey(
    @Schema(required = true, examples = "Ab3dE6g8", description = "Names it; the key bears it.")
        String id,
    @Schema(required = true, description = "What its holder sends. The server does not keep it.")
        String key,
    @Schema(required = true) Instant createdAt,
    @Schema(description = "When it ends by itself.") @Nullable Instant expiresAt) {

  /** Without the secret, for logs. */
  @Override
  public String toString() {
    return "IssuedKey[" + id + "]";
  }
}
