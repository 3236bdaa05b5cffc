package dev.sarkhat.access;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is told of a key: everything but its secret, which nobody has but its holder. */
@Schema(name = "Key", description = "A key, without its secret.")
record KeyView(
    @Schema(required = true, examples = "Ab3dE6g8", description = "Names it; the key bears it.")
        String id,
    @Schema(required = true) Instant createdAt,
    @Schema(description = "Who made it, if that is known.") @Nullable PrincipalRef createdBy,
    @Schema(description = "When it ends, or has ended, by itself.") @Nullable Instant expiresAt,
    @Schema(description = "When it was taken back.") @Nullable Instant revokedAt,
    @Schema(required = true, description = "Whether it is the first key, which only makes others.")
        boolean bootstrap,
    @Schema(description = "When it was last used, half a minute late.")
        @Nullable Instant lastUsedAt,
    @Schema(examples = "192.0.2.7", description = "The address it was last used from.")
        @Nullable String lastUsedFrom) {

  /** Whether it is taken at the instant, as far as it goes. */
  boolean isValidAt(Instant instant) {
    return revokedAt == null && (expiresAt == null || expiresAt.isAfter(instant));
  }
}
