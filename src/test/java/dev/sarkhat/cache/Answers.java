package dev.sarkhat.cache;

import io.vertx.core.buffer.Buffer;
import java.util.Set;

/** Answers for tests of what judges them. */
final class Answers {

  private Answers() {}

  /** An answer that depends on tags, rendered from an epoch on. */
  static Answer of(Set<String> tags, long startEpoch) {
    return new Answer(
        200,
        new CharSequence[0],
        "application/json",
        null,
        AnswerChoice.JSON,
        "W/\"x\"",
        Buffer.buffer("{}"),
        false,
        CachePolicy.ABSENCE,
        Validity.slots(tags),
        startEpoch,
        0,
        Answer.NEVER,
        Answer.NEVER,
        Answer.NEVER);
  }
}
