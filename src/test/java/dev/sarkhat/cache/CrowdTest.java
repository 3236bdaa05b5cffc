package dev.sarkhat.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.ApiTest;
import dev.sarkhat.Newsroom;
import dev.sarkhat.TestClock;
import dev.sarkhat.change.ChangeTailer;
import dev.sarkhat.change.TailerState;
import dev.sarkhat.section.Section;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URL;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Crowds on one address, and what is shown while the database cannot answer. */
@QuarkusTest
class CrowdTest extends ApiTest {

  private static final int CROWD = 200;
  private static final String GRACE = "hit; detail=stale-if-error";

  @Inject MeterRegistry meters;
  @Inject DataSource dataSource;
  @Inject EntityManager entityManager;
  @Inject TestClock clock;
  @Inject ChangeTailer tailer;
  @TestHTTPResource URL server;

  @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
  int poolSize;

  private final ExecutorService threads = Executors.newFixedThreadPool(CROWD);
  private Client client;
  private Section section;

  @BeforeEach
  void begin() {
    client = new Client(server);
    section = newsroom.section();
    await(() -> tailer.state() == TailerState.CURRENT);
  }

  @AfterEach
  void end() {
    threads.shutdownNow();
    clock.run();
  }

  @Test
  void aCrowdOnAColdAddressIsOneRendering() throws Exception {
    newsroom.article(section).store();
    double before = loads();
    List<Future<Client.Reply>> replies = crowd("/v1/articles?section=" + section.slug());
    for (Future<Client.Reply> reply : replies) {
      assertEquals(200, reply.get().status());
      assertEquals(replies.get(0).get().text(), reply.get().text());
    }
    assertEquals(1, loads() - before);
  }

  @Test
  void theOthersAreAnsweredThoughTheFirstFails() throws Exception {
    String address = "/v1/menus/" + Newsroom.unique("none") + "?fields=id";
    double before = loads();
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("lock table menu in access exclusive mode");
      Future<Client.Reply> first = threads.submit(() -> client.get(address));
      await(() -> loads() > before);
      List<Future<Client.Reply>> others = crowd(address);
      await(() -> cancelWaiting(statement));
      assertEquals(503, first.get().status());
      connection.rollback();
      for (Future<Client.Reply> other : others) {
        assertEquals(404, other.get().status());
      }
    }
  }

  @Test
  void whatIsKeptNeedsNoConnection() throws SQLException {
    String address = "/v1/articles/" + newsroom.article(section).store();
    client.get(address);
    withoutConnections(() -> assertEquals("hit", client.get(address).cacheStatus()));
  }

  @Test
  void anOldAnswerIsBetterThanNone() throws SQLException {
    long id = newsroom.article(section).store();
    String address = "/v1/articles/" + id;
    String old = client.get(address).text();
    update("update article set title = 'x' where id = ?1", id);
    withoutConnections(
        () -> {
          Client.Reply reply = client.get(address);
          assertEquals(GRACE, reply.cacheStatus());
          assertEquals(old, reply.text());
          assertEquals("public, max-age=0, s-maxage=0", reply.field("cache-control"));
        });
    assertEquals("fwd=stale; stored", client.get(address).cacheStatus());
  }

  @Test
  void whatWasTakenDownIsNotShownForWantOfAConnection() throws SQLException {
    long id = newsroom.article(section).store();
    String address = "/v1/articles/" + id;
    String list = "/v1/articles?section=" + section.slug();
    client.get(address);
    client.get(list);
    update(
        "update article set status = 'withdrawn', withdrawn_at = published_at where id = ?1", id);
    withoutConnections(
        () -> {
          assertEquals(503, client.get(address).status());
          assertEquals(503, client.get(list).status());
        });
    assertEquals(410, client.get(address).status());
  }

  @Test
  void whatHasExpiredIsNotShownForWantOfAConnection() throws SQLException {
    long id =
        newsroom.article(section).expireAt(clock.instant().plus(Duration.ofMinutes(1))).store();
    String address = "/v1/articles/" + id;
    assertEquals(200, client.get(address).status());
    withoutConnections(
        () -> {
          clock.stopAt(clock.instant().plus(Duration.ofMinutes(1)));
          assertEquals(503, client.get(address).status());
        });
  }

  @Test
  void anAbsenceThatMayBeOverIsNotTold() throws SQLException {
    String slug = Newsroom.unique("tag");
    String address = "/v1/tags/" + slug;
    assertEquals(404, client.get(address).status());
    newsroom.tag();
    withoutConnections(() -> assertEquals(503, client.get(address).status()));
  }

  @Test
  void whileChangesCannotBeFollowedAnOldAnswerIsShownAsSuch() throws SQLException {
    long id = newsroom.article(section).store();
    String address = "/v1/articles/" + id;
    String absent = "/v1/tags/" + Newsroom.unique("none");
    client.get(address);
    client.get(absent);
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("lock table change_feed in access exclusive mode");
      await(() -> tailer.state() == TailerState.UNREACHABLE);
      assertEquals(GRACE, client.get(address).cacheStatus());
      assertTrue(client.get(absent).cacheStatus().startsWith("fwd="));
      connection.rollback();
    }
    await(() -> tailer.state() == TailerState.CURRENT);
    assertEquals("hit", client.get(address).cacheStatus());
  }

  @Test
  void aWriteThatIsRolledBackCostsNoOldAnswer() throws SQLException {
    String address = "/v1/articles/" + newsroom.article(section).store();
    client.get(address);
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("lock table change_feed in access exclusive mode");
      await(() -> tailer.state() == TailerState.UNREACHABLE);
      QuarkusTransaction.begin();
      QuarkusTransaction.rollback();
      assertEquals(GRACE, client.get(address).cacheStatus());
      // One that is committed may have changed anything.
      QuarkusTransaction.requiringNew().run(() -> {});
      assertEquals("fwd=stale; stored", client.get(address).cacheStatus());
      connection.rollback();
    }
  }

  private List<Future<Client.Reply>> crowd(String address) {
    List<Future<Client.Reply>> replies = new ArrayList<>();
    for (int i = 0; i < CROWD; i++) {
      replies.add(threads.submit(() -> client.get(address)));
    }
    return replies;
  }

  private double loads() {
    return meters.get("sarkhat.cache.loads").functionCounter().count();
  }

  private void update(String sql, long id) {
    QuarkusTransaction.requiringNew()
        .run(() -> entityManager.createNativeQuery(sql).setParameter(1, id).executeUpdate());
  }

  private void withoutConnections(Runnable test) throws SQLException {
    List<Connection> taken = new ArrayList<>();
    try {
      while (taken.size() < poolSize) {
        taken.add(dataSource.getConnection());
      }
      test.run();
    } finally {
      for (Connection connection : taken) {
        connection.close();
      }
    }
  }

  /** Ends the statement that waits for the table; false where none does. */
  private static boolean cancelWaiting(Statement statement) {
    try (ResultSet cancelled =
        statement.executeQuery(
            "select count(pg_cancel_backend(pid)) from pg_locks"
                + " where not granted and relation = 'menu'::regclass")) {
      return cancelled.next() && cancelled.getLong(1) > 0;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, "it never came to that");
      Thread.onSpinWait();
    }
  }
}
