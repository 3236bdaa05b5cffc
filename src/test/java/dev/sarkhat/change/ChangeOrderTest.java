package dev.sarkhat.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sarkhat.Newsroom;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * That whoever has read up to a number has missed nothing below it. Numbers that are taken when a
 * row is written, and not under the lock at the end of its transaction, lose changes here.
 */
@QuarkusTest
class ChangeOrderTest {

  private static final int WRITERS = 10;
  private static final int WRITES = 60;

  @Inject DirectConnections connections;
  @Inject ChangeFeed feed;

  @Test
  void readersByNumberMissNothing() throws Exception {
    long before = feed.head().number();
    AtomicBoolean writing = new AtomicBoolean(true);
    ExecutorService executor = Executors.newFixedThreadPool(WRITERS + 1);
    try {
      Future<Set<Long>> reader = executor.submit(() -> tail(before, writing));
      List<Future<Set<Long>>> writers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        writers.add(executor.submit(this::write));
      }
      Set<Long> written = new TreeSet<>();
      for (Future<Set<Long>> each : writers) {
        written.addAll(each.get());
      }
      writing.set(false);
      Set<Long> missed = new TreeSet<>(written);
      missed.removeAll(reader.get());
      assertEquals(Set.of(), missed);
    } finally {
      executor.shutdownNow();
    }
  }

  /** Writes tags, each in a transaction that takes its time and may fail; gives those committed. */
  private Set<Long> write() throws SQLException {
    Set<Long> committed = new TreeSet<>();
    try (Connection connection = connections.open("sarkhat test writer", 10);
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into tag (id, slug, match_key, title, type, lang)"
                    + " values (nextval('tag_seq'), ?, ?, 't', 'topic', 'fa') returning id");
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (int i = 0; i < WRITES; i++) {
        String slug = Newsroom.unique("order");
        insert.setString(1, slug);
        insert.setString(2, slug);
        try (ResultSet row = insert.executeQuery()) {
          row.next();
          long id = row.getLong(1);
          statement.execute("select pg_sleep(random() * 0.01)");
          if (i % 10 == 9) {
            connection.rollback();
          } else {
            connection.commit();
            committed.add(id);
          }
        }
      }
    }
    return committed;
  }

  /** Follows the log by number until nobody writes and nothing is left, and gives the tags seen. */
  private Set<Long> tail(long before, AtomicBoolean writing) throws SQLException {
    Set<Long> seen = new TreeSet<>();
    try (Connection connection = connections.open("sarkhat test reader", 10);
        PreparedStatement select =
            connection.prepareStatement(
                "select number, entity_id from change_log where number > ? order by number")) {
      long last = before;
      boolean again = true;
      while (again) {
        again = writing.get();
        select.setLong(1, last);
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            last = row.getLong("number");
            seen.add(row.getLong("entity_id"));
          }
        }
      }
    }
    return seen;
  }
}
