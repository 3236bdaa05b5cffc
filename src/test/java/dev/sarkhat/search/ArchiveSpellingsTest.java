package dev.sarkhat.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sarkhat.change.ChangeFeed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ArchiveSpellingsTest {

  @Inject SearchIndexes indexes;
  @Inject ChangeFeed feed;
  @Inject ArchiveReader archive;
  @Inject IndexReading reading;
  @Inject SearchMeters meters;
  @Inject SearchSettings settings;

  /** As at the command line, or while the index cannot be opened. */
  @Test
  void withoutAnIndexNothingIsKnown() {
    SearchEngine idle = new SearchEngine(indexes, feed, archive, reading, meters, settings, false);
    assertEquals(Optional.empty(), new ArchiveSpellings(idle).articlesWith(Set.of("خانه")));
  }
}
