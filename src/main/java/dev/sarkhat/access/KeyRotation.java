package dev.sarkhat.access;

import dev.sarkhat.http.ProblemException;
import dev.sarkhat.json.JsonFields;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How one key follows another.
 *
 * @param overlap how long both are taken
 * @param expiresAt when the new one ends; null for as long a life as the old one's
 */
@Schema(name = "KeyRotation", description = "How one key follows another.")
record KeyRotation(
    @Schema(
            type = SchemaType.STRING,
            format = "duration",
            examples = "PT1H",
            defaultValue = "PT1H",
            description = "How long both are taken (ISO 8601), a month at most.")
        Duration overlap,
    @Schema(description = "When the new key ends; absent for as long a life as the old one's.")
        @Nullable Instant expiresAt) {

  private static final Duration USUAL = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofDays(31);

  /**
   * Reads a body.
   *
   * @throws ProblemException 400
   */
  static KeyRotation read(JsonFields fields, Instant now) {
    String text = fields.text("overlap", 40);
    Duration overlap = text == null ? USUAL : duration(text);
    if (overlap == null || overlap.isNegative() || overlap.compareTo(LONGEST) > 0) {
      if (fields.isText("overlap")) {
        fields.refuse("overlap", "is not an ISO 8601 duration up to P31D, such as PT1H");
      }
      overlap = USUAL;
    }
    return new KeyRotation(overlap, KeyContent.read(fields, now).expiresAt());
  }

  private static @Nullable Duration duration(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeException | ArithmeticException none) {
      return null;
    }
  }

  /** When the key ends that follows the old one. */
  @Nullable Instant endOfNext(Instant made, @Nullable Instant plannedEnd, Instant now) {
    if (expiresAt != null || plannedEnd == null) {
      return expiresAt;
    }
    return now.plus(Duration.between(made, plannedEnd));
  }
}
