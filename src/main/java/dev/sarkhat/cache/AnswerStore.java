package dev.sarkhat.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * The answers in memory, by the canonical form of their address. Those that do not hold any longer
 * stay until they are replaced or make room: they may still help in an emergency.
 */
@Singleton
class AnswerStore {

  private static final int OK = 200;

  private final Cache<String, Answer> answers;
  private final Cache<String, Answer> absences;
  private final Cache<String, String> aliases;
  private final Validity validity;
  private final Clock clock;
  private final CacheMetrics metrics;
  private final long longestAnswer;
  private final int longestKey;
  private final long grace;

  @Inject
  AnswerStore(
      CacheConfiguration configuration, Validity validity, Clock clock, CacheMetrics metrics) {
    this.validity = validity;
    this.clock = clock;
    this.metrics = metrics;
    this.longestAnswer = configuration.longestAnswer().asLongValue();
    this.longestKey = configuration.longestKey();
    this.grace = configuration.grace().toMillis();
    long heap = Runtime.getRuntime().maxMemory() / 100 * configuration.heapShare();
    this.answers =
        Caffeine.newBuilder()
            .maximumWeight(heap)
            .weigher((String key, Answer answer) -> 2 * key.length() + answer.weight())
            .evictionListener(this::evicted)
            .build();
    this.absences = Caffeine.newBuilder().maximumSize(configuration.absences()).build();
    this.aliases = Caffeine.newBuilder().maximumSize(configuration.aliases()).build();
    metrics.observe(answers, absences);
  }

  private void evicted(@Nullable String key, @Nullable Answer answer, RemovalCause cause) {
    metrics.evicted();
  }

  /** The answer to an address that was spelled like this before, if it may be given. */
  @Nullable Answer current(String target) {
    String key = aliases.getIfPresent(target);
    if (key == null) {
      return null;
    }
    Answer answer = answers.getIfPresent(key);
    return answer != null && isCurrent(answer) ? answer : null;
  }

  /** The latest answer, whether it still holds or not. */
  @Nullable Answer latest(String key) {
    Answer answer = answers.getIfPresent(key);
    return answer == null ? absences.getIfPresent(key) : answer;
  }

  /** Whether the answer is what would be rendered now. */
  boolean isCurrent(Answer answer) {
    return answer.isTimely(clock.millis()) && validity.holds(answer);
  }

  /** Whether the answer may be given although it cannot be told whether it is current. */
  boolean isHarmless(Answer answer) {
    long now = clock.millis();
    return answer.status == OK
        && now < answer.changesAt
        && now - answer.renderedAt < grace
        && validity.isHarmless(answer);
  }

  /** Remembers that the address, spelled like this, has the key. */
  void alias(String target, String key) {
    if (target.length() <= longestKey) {
      aliases.put(target, key);
    }
  }

  /** Whether answers are kept under the key. */
  boolean keeps(String key) {
    return key.length() <= longestKey;
  }

  /**
   * Keeps the answer, in place of an earlier one.
   *
   * @return false if it is too long to be kept
   */
  boolean put(String key, Answer answer) {
    if (answer.status != OK) {
      answers.invalidate(key);
      absences.put(key, answer);
      return true;
    }
    if (answer.weight() > longestAnswer) {
      return false;
    }
    absences.invalidate(key);
    Answer before = answers.asMap().put(key, answer);
    if (before != null) {
      metrics.replaced(answer.renderedAt - before.renderedAt);
    }
    return true;
  }

  /** Forgets everything. */
  void clear() {
    answers.invalidateAll();
    absences.invalidateAll();
    aliases.invalidateAll();
  }
}
