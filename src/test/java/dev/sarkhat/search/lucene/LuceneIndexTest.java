package dev.sarkhat.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.change.EntityKind;
import dev.sarkhat.search.index.IndexBuild;
import dev.sarkhat.search.index.PendingName;
import dev.sarkhat.search.index.SearchIndex;
import dev.sarkhat.search.index.SearchIndexContract;
import dev.sarkhat.search.index.SearchIndexException;
import dev.sarkhat.search.index.SearchOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneIndexTest extends SearchIndexContract {

  private static final LuceneIndex.Settings SETTINGS =
      new LuceneIndex.Settings(16, Duration.ofSeconds(5), 3, Duration.ofDays(30));

  @TempDir private Path directory = Path.of("");

  @Override
  protected SearchIndex open() {
    return LuceneIndex.open(directory, SETTINGS);
  }

  /** As a crash does. */
  private static void abandon(SearchIndex index) {
    ((LuceneIndex) index).abandon();
  }

  @Test
  void losesInACrashWhatWasNotCommittedWithItsPosition() {
    SearchIndex index = built(article(1, "یک باران"));
    PendingName pending = new PendingName(EntityKind.TAG, 7, 42);
    index.apply(changed(article(2, "دو باران")), at(5, pending));
    index.commit();
    index.apply(changed(article(3, "سه باران")), at(6));
    assertEquals(List.of(1L, 2L, 3L), found(index, "باران"));
    abandon(index);
    try (SearchIndex again = open()) {
      assertEquals(at(5, pending), again.position().orElseThrow());
      assertEquals(List.of(1L, 2L), found(again, "باران"));
    }
  }

  @Test
  void forgetsABuildThatDidNotComeToItsEnd() {
    SearchIndex index = built(article(1, "باران"));
    index.build().add(changed(article(2, "باران")));
    abandon(index);
    try (SearchIndex again = open()) {
      assertEquals(List.of(1L), found(again, "باران"));
    }
  }

  @Test
  void hasNothingWhereNothingCanBeOpened() throws IOException {
    built(article(1, "باران")).close();
    Path index;
    try (Stream<Path> paths = Files.list(directory)) {
      index = paths.findFirst().orElseThrow();
    }
    try (Stream<Path> files = Files.list(index)) {
      for (Path file : files.filter(each -> each.toString().contains("segments")).toList()) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }
    try (SearchIndex again = open()) {
      assertTrue(again.position().isEmpty());
      assertThrows(
          SearchIndexException.class, () -> again.search(request("x", SearchOrder.NEWEST, 1)));
      IndexBuild build = again.build();
      build.add(changed(article(3, "باران")));
      build.takeOver(at(1));
      assertEquals(List.of(3L), found(again, "باران"));
    }
  }
}
