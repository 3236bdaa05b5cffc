package dev.sarkhat.change;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long changes are kept. */
@ConfigMapping(prefix = "sarkhat.changes")
interface ChangeRetention {

  /**
   * How long every change is kept. Of an older one only the last of its entity stays, so that
   * whoever was away for longer still learns what became of each, but starts afresh.
   */
  @WithDefault("90D")
  Duration retention();

  /** How often older ones are looked for; at the first time after a random part of it. */
  @WithDefault("1H")
  Duration compactionInterval();
}
