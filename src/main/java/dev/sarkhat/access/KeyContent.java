package dev.sarkhat.access;

import dev.sarkhat.http.ProblemException;
import dev.sarkhat.json.JsonFields;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a new key.
 *
 * @param expiresAt when it ends; null for never
 */
@Schema(name = "KeyContent", description = "What is asked of a new key.")
record KeyContent(
    @Schema(description = "When it ends by itself; absent for never.")
        @Nullable Instant expiresAt) {

  /**
   * Reads a body.
   *
   * @throws ProblemException 400
   */
  static KeyContent read(JsonFields fields, Instant now) {
    Instant expiresAt = fields.instant("expiresAt");
    if (expiresAt != null && !expiresAt.isAfter(now)) {
      fields.refuse("expiresAt", "is past");
    }
    fields.refuseUnknown();
    if (!fields.errors().isEmpty()) {
      throw ProblemException.ofBody(fields.errors());
    }
    return new KeyContent(expiresAt);
  }
}
