package dev.sarkhat.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sarkhat.Newsroom;
import dev.sarkhat.change.ChangeFeed;
import dev.sarkhat.change.EntityKind;
import dev.sarkhat.search.index.IndexChanges;
import dev.sarkhat.search.index.SearchIndex;
import dev.sarkhat.search.opensearch.OpenSearchIndex;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Several processes that share an index, of which one at a time writes. */
@QuarkusTest
@Tag("opensearch")
class SharedIndexTest {

  private static final Duration LONGEST = Duration.ofSeconds(30);

  @Inject Newsroom newsroom;
  @Inject ChangeFeed feed;
  @Inject ArchiveReader archive;
  @Inject IndexReading reading;
  @Inject SearchMeters meters;

  private final String prefix = "shared" + UUID.randomUUID().toString().substring(0, 8);

  /** One process's part in it. */
  private final class Node {

    final SearchIndex index;
    final IndexFollower follower;
    boolean leads;

    Node() {
      String url = System.getProperty("sarkhat.search.opensearch.url");
      assumeTrue(url != null, "No OpenSearch was started");
      index =
          OpenSearchIndex.open(
              new OpenSearchIndex.Cluster(
                  List.of(URI.create(url)), Optional.empty(), LONGEST, LONGEST, 4),
              new OpenSearchIndex.Settings(prefix, 0, LONGEST, 3, LONGEST),
              () -> leads);
      follower = new IndexFollower(index, feed, archive, reading, meters, LONGEST);
    }

    /** Goes on until there is nothing to do, which takes one round while another writes. */
    int follow(boolean buildAnew) throws SQLException {
      int rounds = 1;
      Duration pause = follower.round(buildAnew);
      while (pause.isZero()) {
        pause = follower.round(false);
        rounds++;
      }
      return rounds;
    }

    boolean has(long article) {
      return index.digests(EntityKind.ARTICLE, article - 1, 1).containsKey(article);
    }

    long number() {
      return index.position().orElseThrow().number();
    }
  }

  @Test
  void isWrittenToByTheOneThatLeads() throws SQLException {
    Node one = new Node();
    Node other = new Node();
    assertEquals(1, other.follow(false));
    assertTrue(other.index.position().isEmpty());

    one.leads = true;
    long first = newsroom.article(newsroom.section()).store();
    one.follow(false);
    assertTrue(one.has(first));
    assertEquals(1, other.follow(false));
    assertEquals(one.number(), other.number());

    long second = newsroom.article(newsroom.section()).store();
    Duration pause = other.follower.round(false);
    assertTrue(!pause.isZero() && pause.toMillis() < 100, "It looks again soon, not in " + pause);

    one.leads = false;
    other.leads = true;
    other.follow(false);
    assertTrue(other.has(second));
    assertEquals(1, one.follow(false));
    assertEquals(other.number(), one.number());
  }

  @Test
  void isBuiltAnewByTheOneThatLeads() throws SQLException {
    Node one = new Node();
    Node other = new Node();
    one.leads = true;
    one.follow(false);
    assertEquals(1, other.follow(true));
    Node next = new Node();
    one.leads = false;
    next.leads = true;
    assertTrue(next.follow(false) > 3, "It is built in several rounds");
    assertEquals(1, next.follow(false));
  }

  @Test
  void isRepairedByAny() throws SQLException {
    Node one = new Node();
    Node other = new Node();
    one.leads = true;
    long article = newsroom.article(newsroom.section()).store();
    one.follow(false);
    one.index.apply(
        new IndexChanges(List.of(), Set.of(article), List.of(), Set.of()),
        one.index.position().orElseThrow());
    other.follow(false);
    assertTrue(!other.has(article));
    other.follower.indexAnew(EntityKind.ARTICLE, List.of(article));
    assertTrue(one.has(article));
  }
}
