package dev.sarkhat.cache;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long others may keep an answer, by its kind. The server itself keeps answers until they
 * change; what nobody can purge, the copy in a browser or an app, is kept short where corrections
 * matter.
 */
public enum CachePolicy {
  /** What changes with each article: lists. */
  LIST(new Freshness(5, 30, 30, 86_400)),
  /** What changes when the newsroom is arranged anew: sections, tags, menus. */
  NAMES(new Freshness(30, 300, 60, 86_400)),
  /** One article; the older it is, the less it is corrected. */
  ARTICLE(new Freshness(30, 300, 60, 864_000));

  private static final Freshness OLD_ARTICLE = new Freshness(300, 3_600, 60, 864_000);
  private static final Duration RECENT = Duration.ofHours(24);

  /** Nothing is here, now. */
  static final Freshness ABSENCE = new Freshness(5, 10, 0, 0);

  private final Freshness freshness;

  CachePolicy(Freshness freshness) {
    this.freshness = freshness;
  }

  /**
   * How long an answer is fresh.
   *
   * @param datedAt when what it shows was last worked on, where it shows one thing
   * @param now the reader's instant
   */
  Freshness freshness(@Nullable Instant datedAt, Instant now) {
    boolean old = this == ARTICLE && datedAt != null && datedAt.isBefore(now.minus(RECENT));
    return old ? OLD_ARTICLE : freshness;
  }
}
