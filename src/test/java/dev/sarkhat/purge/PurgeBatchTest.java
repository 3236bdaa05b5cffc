package dev.sarkhat.purge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.change.Change;
import dev.sarkhat.change.EntityKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PurgeBatchTest {

  @Test
  void changesAreToldTogetherAndEachTagOnce() {
    PurgeBatch batch =
        PurgeBatch.of(
            List.of(
                change(3, false, "a1", "l"), change(5, false, "a2", "l"), change(9, false, "l")),
            100);
    assertEquals(new PurgeBatch(new Purge.Tags(List.of(), List.of("a1", "a2", "l")), 3, 9), batch);
  }

  @Test
  void aTagOfATakedownIsHardWhateverElseBearsIt() {
    PurgeBatch batch =
        PurgeBatch.of(
            List.of(
                change(1, false, "a1", "l"), change(2, true, "a2", "l"), change(3, false, "a2")),
            100);
    assertEquals(new Purge.Tags(List.of("a2", "l"), List.of("a1")), batch.tags());
  }

  @Test
  void aChangeWithMoreTagsThanARequestTakesIsABatchByItself() {
    List<Change> changes = List.of(change(1, false, "a1", "t1", "t2"), change(2, false, "a1"));
    assertEquals(1, PurgeBatch.of(changes, 2).changes());
    assertEquals(1, PurgeBatch.of(changes, 2).through());
  }

  @Test
  void whatIsNotPublicIsPassedOverInSilence() {
    Change principal =
        new Change(
            7,
            EntityKind.PRINCIPAL,
            5,
            Change.Operation.UPSERT,
            null,
            false,
            List.of("p5", "principals"),
            Instant.EPOCH);
    PurgeBatch mixed = PurgeBatch.of(List.of(change(6, false, "a1"), principal), 1);
    assertEquals(List.of("a1"), mixed.tags().all());
    assertEquals(7, mixed.through());

    PurgeBatch alone = PurgeBatch.of(List.of(principal), 100);
    assertTrue(alone.purge().isEmpty());
    assertEquals(7, alone.through());
  }

  /** Batch after batch, every tag of every change is told, in order, and none too much at once. */
  @Property(tries = 300)
  void nothingIsLeftOut(
      @ForAll("changes") List<Change> changes, @ForAll @IntRange(min = 1, max = 12) int limit) {
    List<Change> left = new ArrayList<>(changes);
    while (!left.isEmpty()) {
      PurgeBatch batch = PurgeBatch.of(left, limit);
      List<Change> told = left.subList(0, batch.changes());
      assertEquals(told.get(told.size() - 1).number(), batch.through());
      Set<String> tags = new HashSet<>();
      told.forEach(each -> tags.addAll(each.tags()));
      assertEquals(tags, Set.copyOf(batch.tags().all()));
      assertTrue(batch.changes() == 1 || tags.size() <= limit);
      Set<String> hard = new HashSet<>();
      told.stream().filter(Change::takedown).forEach(each -> hard.addAll(each.tags()));
      assertEquals(hard, Set.copyOf(batch.tags().hard()));
      assertEquals(tags.size(), batch.tags().hard().size() + batch.tags().soft().size());
      left = new ArrayList<>(left.subList(batch.changes(), left.size()));
    }
  }

  @Provide
  Arbitrary<List<Change>> changes() {
    Arbitrary<List<String>> tags =
        Arbitraries.of("l", "a1", "a2", "a3", "a4", "t1", "t2", "t3", "l:s1", "l:t1", "articles")
            .list()
            .ofMinSize(1)
            .ofMaxSize(6)
            .uniqueElements();
    return Combinators.combine(tags, Arbitraries.of(true, false))
        .as((some, takedown) -> change(0, takedown, some.toArray(String[]::new)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(20)
        .map(PurgeBatchTest::numbered);
  }

  private static List<Change> numbered(List<Change> changes) {
    List<Change> numbered = new ArrayList<>();
    for (Change each : changes) {
      String[] tags = each.tags().toArray(String[]::new);
      numbered.add(change(10 + 3L * numbered.size(), each.takedown(), tags));
    }
    return numbered;
  }

  private static Change change(long number, boolean takedown, String... tags) {
    return new Change(
        number,
        EntityKind.ARTICLE,
        1,
        Change.Operation.UPSERT,
        1,
        takedown,
        List.of(tags),
        Instant.EPOCH);
  }
}
