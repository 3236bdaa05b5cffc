package dev.sarkhat.article.editing;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent with moves that need to know more than which article. */
final class MoveDocuments {

  private MoveDocuments() {}

  /** With {@code publish}. */
  @Schema(name = "Publishing", description = "From when it counts as public; now if not told.")
  record Publishing(
      @Schema(description = "Not ahead; now where it is absent.") @Nullable Instant publishedAt) {}

  /** With {@code schedule}. */
  @Schema(name = "Schedule", description = "When it is to be public.")
  record Schedule(@Schema(required = true, description = "Ahead of now.") Instant publishAt) {}

  /** With {@code embargo}. */
  @Schema(name = "Embargo", description = "Until when nobody can make it public.")
  record Embargo(@Schema(description = "Absent to lift the embargo.") @Nullable Instant until) {}

  /** With {@code expire}. */
  @Schema(name = "Expiry", description = "From when it is public no more.")
  record Expiry(@Schema(description = "Absent for never.") @Nullable Instant expireAt) {}

  /** With {@code withdraw}. */
  @Schema(name = "Withdrawal", description = "Why it is withdrawn.")
  record Withdrawal(
      @Schema(
              required = true,
              maxLength = 2000,
              examples = "خبر نادرست بود.",
              description = "Readers are told this.")
          String reason) {}
}
