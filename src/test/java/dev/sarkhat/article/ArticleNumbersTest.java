package dev.sarkhat.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The numbers of articles, while imports bring some of their own. */
@QuarkusTest
class ArticleNumbersTest {

  private static final int ROUNDS = 1_000;

  @Inject DataSource dataSource;

  @Test
  void noneIsDrawnTwiceAndNoneThatWasPassed() throws Exception {
    AtomicLong passed = new AtomicLong();
    ExecutorService sessions = Executors.newFixedThreadPool(6);
    List<Future<List<Long>>> drawing = new ArrayList<>();
    try {
      for (int session = 0; session < 3; session++) {
        drawing.add(sessions.submit(this::drawMany));
      }
      List<Future<?>> passing = new ArrayList<>();
      for (int session = 0; session < 3; session++) {
        passing.add(sessions.submit(passMany(passed)));
      }
      for (Future<?> each : passing) {
        each.get();
      }
      List<Long> all = new ArrayList<>();
      for (Future<List<Long>> each : drawing) {
        all.addAll(each.get());
      }
      assertEquals(all.size(), new HashSet<>(all).size(), "some number was drawn twice");
    } finally {
      sessions.shutdownNow();
    }

    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      assertTrue(draw(statement) > passed.get(), "a number was drawn that an import may have");
    }
  }

  @Test
  void whatWasPassedIsNotDrawnNext() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      long last = draw(statement);
      // As in a newsroom that has none yet.
      number(statement, "select setval('article_seq', " + (last + 1) + ", false)");
      pass(statement, last + 1);
      assertEquals(last + 2, draw(statement));
    }
  }

  /** The moment that chance seldom hits: in between somebody's look and their setting. */
  @Test
  void whoDrawsAndWhoPassesWaitForEachOther() throws SQLException {
    try (Connection connection = session();
        Statement drawing = connection.createStatement();
        Connection another = session();
        Statement passing = another.createStatement()) {
      drawing.execute("select pg_advisory_xact_lock_shared(1935762280, 4)");
      long number = draw(drawing);
      assertWaits(passing, () -> pass(passing, number));
      assertTrue(draw(passing) > number, "those who draw do not wait for each other");
      connection.rollback();

      passing.execute("select pg_advisory_xact_lock(1935762280, 4)");
      assertWaits(drawing, () -> draw(drawing));
      another.rollback();
      assertTrue(draw(drawing) > number, "nobody passes any number");
      connection.rollback();
    }
  }

  private static void assertWaits(Statement statement, Executable waiting) throws SQLException {
    statement.execute("savepoint before; set local lock_timeout = '50ms'");
    assertEquals("55P03", assertThrows(SQLException.class, waiting).getSQLState());
    statement.execute("rollback to savepoint before");
  }

  /** In a transaction that does not end: what is waited for is the moment, not the transaction. */
  private Connection session() throws SQLException {
    Connection connection = dataSource.getConnection();
    connection.setAutoCommit(false);
    return connection;
  }

  private List<Long> drawMany() throws SQLException {
    List<Long> drawn = new ArrayList<>();
    try (Connection connection = session();
        Statement statement = connection.createStatement()) {
      for (int round = 0; round < ROUNDS; round++) {
        drawn.add(draw(statement));
      }
      connection.rollback();
    }
    return drawn;
  }

  /** Each passes a number that is hardly ahead of what is being drawn. */
  private Callable<Void> passMany(AtomicLong passed) {
    return () -> {
      try (Connection connection = session();
          Statement statement = connection.createStatement()) {
        for (int round = 0; round < ROUNDS; round++) {
          long next = number(statement, "select last_value + 2 from article_seq");
          pass(statement, next);
          passed.accumulateAndGet(next, Math::max);
        }
        connection.rollback();
      }
      return null;
    };
  }

  private static void pass(Statement statement, long number) throws SQLException {
    statement.execute("select pass_article_number(" + number + ")");
  }

  private static long draw(Statement statement) throws SQLException {
    return number(statement, "select next_article_numbers(1)");
  }

  private static long number(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
