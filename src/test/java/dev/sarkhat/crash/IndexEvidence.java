package dev.sarkhat.crash;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sarkhat.access.NewsroomConnection;
import dev.sarkhat.access.NewsroomConnection.Answer;
import dev.sarkhat.access.NewsroomConnection.Request;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Compares the search index with the database, as operators do. */
final class IndexEvidence {

  /** A process that has just started opens its index first, and follows the log to its end. */
  private static final Duration LONGEST_OPENING = Duration.ofSeconds(30);

  private static final int UNAVAILABLE = 503;

  private IndexEvidence() {}

  /** What differs, in words; empty if nothing does. */
  static List<String> differences(NewsroomConnection newsroom)
      throws IOException, InterruptedException {
    List<String> differences = new ArrayList<>();
    for (String kind : List.of("article", "section", "tag")) {
      long after = 0;
      while (after >= 0) {
        Answer stretch = check(newsroom, kind, after);
        JsonNode found = stretch.body();
        boolean same =
            stretch.status() == 200
                && found.path("missing").isEmpty()
                && found.path("outdated").isEmpty()
                && found.path("surplus").isEmpty();
        if (!same) {
          differences.add("the search index of kind " + kind + ": " + stretch);
        }
        after = found.path("nextAfter").asLong(-1);
      }
    }
    return differences;
  }

  private static Answer check(NewsroomConnection newsroom, String kind, long after)
      throws IOException, InterruptedException {
    String address = "/v1/admin/search/check?kind=" + kind + (after == 0 ? "" : "&after=" + after);
    long last = System.nanoTime() + LONGEST_OPENING.toNanos();
    Answer answer = newsroom.send(new Request("POST", address, null, new byte[0], List.of()));
    while (answer.status() == UNAVAILABLE && System.nanoTime() < last) {
      answer = newsroom.send(new Request("POST", address, null, new byte[0], List.of()));
    }
    return answer;
  }
}
