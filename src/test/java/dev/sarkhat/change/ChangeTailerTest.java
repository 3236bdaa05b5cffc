package dev.sarkhat.change;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.Newsroom;
import dev.sarkhat.tag.Tag;
import dev.sarkhat.tag.TagType;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That this process hears of every commit, in time, once and in order, whatever is cut. */
@QuarkusTest
class ChangeTailerTest {

  private static final int WRITERS = 8;

  @Inject ChangeTailer tailer;
  @Inject ChangeFeed feed;
  @Inject HeardChanges heard;
  @Inject Newsroom newsroom;
  @Inject EntityManager entityManager;
  @Inject DataSource dataSource;

  @BeforeEach
  void awaitCurrent() {
    await(() -> tailer.state() == TailerState.CURRENT);
  }

  @Test
  void aWriterHearsOfItsWriteBeforeItReturns() throws Exception {
    together(
        WRITERS,
        () -> {
          for (int i = 0; i < 40; i++) {
            long id = writeTag();
            assertTrue(heard.has(EntityKind.TAG, id), "told before the writer goes on");
          }
          return null;
        });
    long declared = Objects.requireNonNull(newsroom.tag().id());
    assertTrue(heard.has(EntityKind.TAG, declared), "with @Transactional too");
  }

  @Test
  void othersWritesAreHeardOf() throws SQLException {
    // A connection alone is what another process is: no transaction manager tells of its commits.
    long before = feed.head().number();
    execute("update tag set title = title || 'x' where id = " + writeTag());
    await(() -> tailer.number() > before + 1);
    assertEquals(numbersInLog(before), heard.numbersAfter(before));
  }

  @Test
  void cutConnectionsLoseAndRepeatNothing() throws Exception {
    long before = feed.head().number();
    AtomicBoolean writing = new AtomicBoolean(true);
    ExecutorService cutter = Executors.newSingleThreadExecutor();
    try {
      Future<?> cuts =
          cutter.submit(
              () -> {
                while (writing.get()) {
                  cut("sarkhat change listener");
                  cut("sarkhat change reader");
                  execute("select pg_sleep(0.03)");
                }
                return null;
              });
      together(
          4,
          () -> {
            for (int i = 0; i < 50; i++) {
              writeTag();
            }
            return null;
          });
      writing.set(false);
      cuts.get();
    } finally {
      cutter.shutdownNow();
    }
    List<Long> logged = numbersInLog(before);
    await(() -> tailer.number() >= logged.get(logged.size() - 1));
    assertEquals(logged, heard.numbersAfter(before));
    await(() -> tailer.state() == TailerState.CURRENT);
  }

  @Test
  void aCutListenerAloneIsNotNoticed() throws Exception {
    AtomicBoolean cutting = new AtomicBoolean(true);
    ExecutorService watcher = Executors.newSingleThreadExecutor();
    try {
      Future<Boolean> stayed =
          watcher.submit(
              () -> {
                boolean current = true;
                while (cutting.get()) {
                  current &= tailer.state() == TailerState.CURRENT;
                }
                return current;
              });
      for (int i = 0; i < 30; i++) {
        cut("sarkhat change listener");
        writeTag();
      }
      cutting.set(false);
      assertTrue(stayed.get());
    } finally {
      watcher.shutdownNow();
    }
  }

  @Test
  void aLogThatCannotBeReadAfterAWriteMeansThatEverythingChanged() throws SQLException {
    int resets = heard.resets();
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      // Readers of the log wait for this one, writers do not.
      statement.execute("lock table change_feed in access exclusive mode");
      QuarkusTransaction.requiringNew().run(this::storeTag);
      assertTrue(heard.resets() > resets, "told before the writer goes on");
      assertEquals(TailerState.UNREACHABLE, tailer.state());
      get("/health/ready").then().statusCode(503);
      connection.rollback();
    }
    await(() -> tailer.state() == TailerState.CURRENT);
    assertEquals(feed.head().number(), tailer.number());
  }

  @Test
  void aReadDoesNotWaitForTheLog() throws SQLException {
    int resets = heard.resets();
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      // Whoever looks at the log now fails, and would have to say that everything changed.
      statement.execute("lock table change_feed in access exclusive mode");
      get("/v1/tags").then().statusCode(200);
      assertEquals(resets, heard.resets());
      connection.rollback();
    }
  }

  @Test
  void aRestoredDatabaseMeansThatEverythingChanged() throws SQLException {
    ChangeFeed.Head before = feed.head();
    int resets = heard.resets();
    // As after a promotion: another timeline is written than the one that the feed knows.
    execute("update change_feed set timeline_id = timeline_id + 1");
    cut("sarkhat change reader");
    await(() -> heard.resets() > resets);
    assertNotEquals(before.epoch(), feed.head().epoch());
    assertTrue(heard.has(EntityKind.TAG, writeTag()));
  }

  @Test
  void anEmptiedTableMeansThatEverythingChanged() throws SQLException {
    int resets = heard.resets();
    execute("truncate menu_item");
    await(() -> heard.resets() > resets);
  }

  @Test
  void operatorsSeeHowFarItIs() {
    writeTag();
    get("/health/ready")
        .then()
        .statusCode(200)
        .body("checks.name", hasItem("change log"))
        .body("checks.find { it.name == 'change log' }.data.state", equalTo("current"));
    get("/metrics")
        .then()
        .body(containsString("sarkhat_changes_number " + (double) tailer.number()))
        .body(containsString("sarkhat_changes_lag_seconds_count"))
        .body(containsString("sarkhat_changes_state{state=\"current\"} 1.0"));
  }

  private long writeTag() {
    return QuarkusTransaction.requiringNew().call(this::storeTag);
  }

  private long storeTag() {
    Tag tag = new Tag(Newsroom.unique("tag"), Newsroom.unique("برچسب"), TagType.TOPIC, "fa");
    entityManager.persist(tag);
    return Objects.requireNonNull(tag.id());
  }

  private List<Long> numbersInLog(long after) {
    return feed.after(after, 10_000).stream().map(Change::number).toList();
  }

  private void cut(String name) throws SQLException {
    execute(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = '"
            + name
            + "'");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void together(int threads, Callable<Void> work) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Void>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        running.add(executor.submit(work));
      }
      for (Future<Void> each : running) {
        each.get();
      }
    } finally {
      executor.shutdownNow();
    }
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, "in time");
      Thread.onSpinWait();
    }
  }
}
