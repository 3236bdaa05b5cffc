package dev.sarkhat.schedule;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where scheduled work is done. */
@ConfigMapping(prefix = "sarkhat.schedule")
interface ScheduleSettings {

  /**
   * Whether this process does scheduled work. One of those that share a database has to; that more
   * of them do is no waste, for each piece of work is done by one.
   */
  @WithDefault("true")
  boolean enabled();
}
