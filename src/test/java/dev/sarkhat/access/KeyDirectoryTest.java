package dev.sarkhat.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.access.Keys.Holder;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Good keys are told from guesses without the database, for as long as they are in use. */
@QuarkusTest
class KeyDirectoryTest {

  @Inject Keys keys;
  @Inject StoredKeys stored;
  @Inject AccessChanges changes;
  @Inject Clock clock;

  private final AtomicLong nanoTime = new AtomicLong();
  private KeyDirectory directory;
  private Holder holder;
  private AccessKey good;
  private AccessKey guessed;

  @BeforeEach
  void open() {
    directory = new KeyDirectory(stored, changes, clock, nanoTime::get);
    holder = keys.with(Role.EDITOR);
    good = AccessKey.parse(holder.text()).orElseThrow();
    guessed = AccessKey.parse(AccessKeyTest.withOtherSecret(holder.keyId())).orElseThrow();
  }

  @Test
  void aKeyThatWasGoodIsKnownForADayAfterItsLastUse() throws SQLException {
    assertFalse(directory.hasSeen(good));
    assertEquals(holder.principalId(), directory.holder(good).orElseThrow().id());

    for (int days = 0; days < 3; days++) {
      nanoTime.addAndGet(Duration.ofHours(23).toNanos());
      assertTrue(directory.hasSeen(good));
    }
    nanoTime.addAndGet(Duration.ofHours(25).toNanos());
    assertFalse(directory.hasSeen(good));
  }

  @Test
  void guessesAreNeverKnownAndTakeNoGoodKeyFromItsPlace() throws SQLException {
    directory.holder(good);

    for (int guesses = 0; guesses < 3; guesses++) {
      assertEquals(Optional.empty(), directory.holder(guessed));
      assertFalse(directory.hasSeen(guessed));
    }
    assertTrue(directory.hasSeen(good));
    nanoTime.addAndGet(Duration.ofMinutes(2).toNanos());
    assertEquals(Optional.empty(), directory.holder(guessed));

    assertTrue(directory.hasSeen(good));
    assertEquals(holder.principalId(), directory.holder(good).orElseThrow().id());
  }
}
