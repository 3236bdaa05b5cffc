package dev.sarkhat.search.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sarkhat.search.index.SearchIndexException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/**
 * States of the index that are kept in the cluster for a while, so that the next page is of the
 * same order as the one before. All searches of one state share it, because a cluster keeps some
 * hundred at most.
 */
final class Snapshots {

  private static final String PATH = "_search/point_in_time";

  static final String KEPT = "2m";

  private static final long KEPT_NANOS = Duration.ofMinutes(2).toNanos();

  /** Whoever gets a state's name should have it for half of the time at least. */
  private static final long SHARED_NANOS = KEPT_NANOS / 2;

  private static final int MOST = 32;

  private final OpenSearchClient client;
  private final String alias;
  private final Duration longest;
  private final Deque<Snapshot> kept = new ArrayDeque<>();

  Snapshots(OpenSearchClient client, String alias, Duration longest) {
    this.client = client;
    this.alias = alias;
    this.longest = longest;
  }

  /**
   * One of them.
   *
   * @param state tells it apart from others
   */
  private record Snapshot(String name, Object state, long since) {}

  /** Keeps the present state; the answer is its name, empty if it cannot be kept. */
  synchronized String keep(Object state) {
    long now = System.nanoTime();
    kept.removeIf(each -> now - each.since() > KEPT_NANOS);
    Snapshot last = kept.peekLast();
    if (last != null && last.state().equals(state) && now - last.since() < SHARED_NANOS) {
      return last.name();
    }
    try {
      if (kept.size() == MOST) {
        release(List.of(Objects.requireNonNull(kept.pollFirst())));
      }
      JsonNode answer =
          client.send("POST", "/" + alias + "/" + PATH + "?keep_alive=" + KEPT, longest).orThrow();
      Snapshot snapshot = new Snapshot(answer.path("pit_id").asText(), state, now);
      kept.addLast(snapshot);
      return snapshot.name();
    } catch (SearchIndexException failed) {
      // Then the next page is of the state that will be.
      return "";
    }
  }

  /** Lets all of them go. */
  synchronized void close() {
    if (!kept.isEmpty()) {
      try {
        release(kept);
      } catch (SearchIndexException failed) {
        // The cluster lets them go by itself.
      }
      kept.clear();
    }
  }

  private void release(Collection<Snapshot> snapshots) {
    ObjectNode body = OpenSearchClient.JSON.createObjectNode();
    snapshots.forEach(each -> body.withArray("/pit_id").add(each.name()));
    client.send("DELETE", "/" + PATH, body, longest);
  }

  /** What a search of such a state names instead of an index. */
  static ObjectNode of(String name) {
    return OpenSearchClient.JSON.createObjectNode().put("id", name).put("keep_alive", KEPT);
  }
}
