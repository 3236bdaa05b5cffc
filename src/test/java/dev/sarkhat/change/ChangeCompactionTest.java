package dev.sarkhat.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.Newsroom;
import dev.sarkhat.change.ChangeReader.Look;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept of old changes, and what a reader makes of a log that does not go on for it. */
@QuarkusTest
class ChangeCompactionTest {

  @Inject ChangeCompaction compaction;
  @Inject ChangeFeed feed;
  @Inject Newsroom newsroom;
  @Inject DataSource dataSource;
  @Inject DirectConnections connections;

  private String schema = "public";
  private final ChangeReader reader = new ChangeReader(this::open);

  /**
   * What other tests have changed is old: in a log the old comes before the young, and compaction
   * ends where it meets the first window that holds nothing old.
   */
  @BeforeEach
  void ageWhatWasThere() throws SQLException {
    execute(
        "update change_log set at = at - interval '100 days' where at > clock_timestamp() - interval '50 days'");
    compaction.compact();
  }

  @AfterEach
  void close() {
    reader.disconnect();
  }

  @Test
  void ofOldChangesTheLastOfEachEntityStays() throws SQLException {
    long start = feed.head().number();
    long old = changedThrice();
    long young = changedThrice();
    List<Long> before = numbers(start, old);
    age(old, before.get(2));
    List<Long> ofYoung = numbers(start, young);
    age(young, ofYoung.get(0));

    long removed = compaction.compact();

    assertEquals(3, removed);
    assertEquals(before.subList(2, 3), numbers(start, old));
    assertEquals(ofYoung.subList(1, 3), numbers(start, young));
    assertEquals(ofYoung.get(0), feed.head().compactedTo());
  }

  @Test
  void oneNodeCompactsAtATime() throws SQLException {
    long start = feed.head().number();
    long id = changedThrice();
    List<Long> before = numbers(start, id);
    age(id, before.get(2));
    try (Connection other = connections.open("sarkhat test", 5);
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("select pg_advisory_xact_lock(1935762280, 2)");
      assertEquals(0, compaction.compact());
    }
    assertEquals(before, numbers(start, id));
    assertEquals(2, compaction.compact());
  }

  @Test
  void aReaderGoesOnFromTheEndOfTheLog() throws SQLException {
    assertInstanceOf(Look.Reset.class, reader.look());
    assertEquals(feed.head().number(), reader.position());
    assertEquals(new Look.News(List.of(), false), reader.look());
    long id = Objects.requireNonNull(newsroom.tag().id());
    Look.News news = assertInstanceOf(Look.News.class, reader.look());
    assertEquals(List.of(id), news.changes().stream().map(Change::entityId).toList());
  }

  @Test
  void aReaderReadsMuchInPages() throws SQLException {
    reader.look();
    execute(
        "insert into source (id, slug, match_key, title, lang) select nextval('source_seq'), 'p"
            + reader.position()
            + "-' || n, 'p"
            + reader.position()
            + "-' || n, 'منبع', 'fa' from generate_series(1, "
            + (ChangeReader.PAGE + 5)
            + ") n");
    Look.News first = assertInstanceOf(Look.News.class, reader.look());
    Look.News second = assertInstanceOf(Look.News.class, reader.look());
    assertTrue(first.isFull());
    assertEquals(ChangeReader.PAGE, first.changes().size());
    assertEquals(5, second.changes().size());
    assertEquals(feed.head().number(), reader.position());
  }

  @Test
  void aReaderThatCompactionHasPassedStartsAfresh() throws SQLException {
    reader.look();
    long start = reader.position();
    long id = changedThrice();
    age(id, numbers(start, id).get(2));
    compaction.compact();
    assertInstanceOf(Look.Reset.class, reader.look());
    assertEquals(feed.head().number(), reader.position());
  }

  @Test
  void aReaderOfARestoredLogStartsAfresh() throws SQLException {
    reader.look();
    newsroom.tag();
    reader.look();
    schema = "restored";
    Flyway.configure()
        .dataSource(dataSource)
        .schemas(schema)
        .locations("classpath:db/migration")
        .load()
        .migrate();
    try {
      reader.disconnect();
      assertInstanceOf(Look.Reset.class, reader.look());
      assertEquals(0, reader.position());
      assertEquals(new Look.News(List.of(), false), reader.look());

      schema = "public";
      reader.disconnect();
      assertInstanceOf(Look.Reset.class, reader.look());

      // The same epoch, but fewer numbers than were read.
      execute("update restored.change_feed set epoch = (select epoch from public.change_feed)");
      schema = "restored";
      reader.disconnect();
      assertInstanceOf(Look.Reset.class, reader.look());
    } finally {
      execute("drop schema restored cascade");
    }
  }

  private Connection open() throws SQLException {
    Connection connection = connections.open("sarkhat test", 5);
    connection.setSchema(schema);
    return connection;
  }

  private long changedThrice() throws SQLException {
    long id = Objects.requireNonNull(newsroom.tag().id());
    execute("update tag set title = 'الف' where id = " + id);
    execute("update tag set title = 'ب' where id = " + id);
    return id;
  }

  private List<Long> numbers(long after, long tag) {
    return feed.after(after, 10_000).stream()
        .filter(change -> change.kind() == EntityKind.TAG && change.entityId() == tag)
        .map(Change::number)
        .toList();
  }

  private void age(long tag, long upTo) throws SQLException {
    execute(
        "update change_log set at = at - interval '100 days' where kind = 'tag' and entity_id = "
            + tag
            + " and number <= "
            + upTo);
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
