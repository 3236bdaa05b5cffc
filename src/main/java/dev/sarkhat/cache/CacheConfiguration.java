package dev.sarkhat.cache;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How much the response cache may hold, and how long a request waits for another's rendering. */
@ConfigMapping(prefix = "sarkhat.cache")
interface CacheConfiguration {

  /** The part of the heap, in percent, that answers may fill. */
  @WithDefault("25")
  @Min(1)
  @Max(80)
  int heapShare();

  /** Longer answers, with their compressed form, are not kept. */
  @WithDefault("1M")
  MemorySize longestAnswer();

  /**
   * After this time an answer is rendered anew though nothing is known to have changed: a bound for
   * what nobody thought of.
   */
  @WithDefault("10m")
  Duration timeToLive();

  /**
   * How many absences (404, 410) are kept, apart from the answers: a flood of them evicts no
   * answer.
   */
  @WithDefault("10000")
  @Min(1)
  int absences();

  /** How long an absence is kept. */
  @WithDefault("60s")
  Duration absenceTimeToLive();

  /** How many spellings of hot addresses are remembered, to be found without parsing. */
  @WithDefault("10000")
  @Min(1)
  int aliases();

  /** Requests with longer addresses are served, but neither kept nor joined. */
  @WithDefault("1024")
  int longestKey();

  /**
   * How many answers are rendered at once. Less than the database pool holds, so that a crowd on
   * many cold addresses leaves connections to the rest.
   */
  @WithDefault("4")
  @Min(1)
  int loads();

  /** How many requests may wait for their turn to render; those beyond are refused with 503. */
  @WithDefault("512")
  @Min(0)
  int waitingLoads();

  /** How long a request waits, in all, for renderings that it joined. */
  @WithDefault("2s")
  Duration longestWait();

  /**
   * How long after it came a request may still begin to render. With the time that the driver
   * grants a frozen database it is to stay below three seconds.
   */
  @WithDefault("700ms")
  Duration latestStart();

  /**
   * How old an answer may be that is served while the database cannot answer (stale-if-error, RFC
   * 5861), if nothing in it was taken down; zero serves none.
   */
  @WithDefault("1h")
  Duration grace();

  /** Whether answers bear {@code Surrogate-Control}, too, for networks that know no other field. */
  @WithDefault("false")
  boolean surrogateControl();
}
