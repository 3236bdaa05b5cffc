package dev.sarkhat.purge;

import java.time.Duration;
import java.util.Optional;

/** What became of a purge. */
sealed interface PurgeOutcome {

  /** The network has taken it over. */
  record Accepted() implements PurgeOutcome {}

  /**
   * The network has not, or has not said so.
   *
   * @param reason why, for the operator; without secrets
   * @param hopeless whether it will fail again until somebody changes something: the token, the
   *     service's number, the VCL
   * @param retryAfter how long the network asks to be left alone
   */
  record Failed(String reason, boolean hopeless, Optional<Duration> retryAfter)
      implements PurgeOutcome {}
}
