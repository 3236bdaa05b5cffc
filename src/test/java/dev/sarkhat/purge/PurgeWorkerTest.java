package dev.sarkhat.purge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.Newsroom;
import dev.sarkhat.change.ChangeFeed;
import dev.sarkhat.purge.RecordingServer.Answer;
import dev.sarkhat.purge.RecordingServer.Received;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Purges follow the change log in the database, whatever fails on the way. */
@QuarkusTest
class PurgeWorkerTest {

  private static final Map<String, String> ONCE = Map.of("rebound", "0s");
  private static final String EVERYTHING = "/purge_all";

  @Inject Newsroom newsroom;
  @Inject ChangeFeed feed;
  @Inject DataSource dataSource;
  @Inject Clock clock;

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final List<PurgeLedger> ledgers = new ArrayList<>();
  private RecordingServer network;
  private String service;

  @BeforeEach
  void start() throws IOException {
    network = new RecordingServer();
    service = Newsroom.unique("service");
  }

  @AfterEach
  void stop() throws SQLException {
    network.close();
    for (PurgeLedger ledger : ledgers) {
      ledger.close();
    }
  }

  @Test
  void everythingAtFirstAndThenWhatChanges() throws Exception {
    PurgeWorker worker = worker(ONCE);
    drain(worker);
    assertEquals(List.of(EVERYTHING), operations(network.take()));

    long tag = tag();
    long other = tag();
    drain(worker);
    Received purge = only(network.take());
    assertEquals(
        List.of("t" + other, "t" + tag, "tags").stream().sorted().toList(),
        purge.tags("Surrogate-Key"));
    assertEquals("1", purge.header("Fastly-Soft-Purge"));

    drain(worker);
    assertEquals(List.of(), network.take());
    assertEquals(feed.head().number(), position("first").orElseThrow());
    assertEquals(feed.head().number(), gauge("sarkhat.purge.position"));
    assertEquals(0, gauge("sarkhat.purge.lag"));
    assertEquals(1, gauge("sarkhat.purge.leader"));
    assertEquals(1, registry.get("sarkhat.purge.everything").counter().count());
  }

  @Test
  void aFirstStartMayBeTold() throws Exception {
    tag();
    Map<String, String> settings = Map.of("everything-at-first-start", "false", "rebound", "1ms");
    PurgeWorker worker = worker(settings);
    settle(worker);
    assertEquals(List.of(), network.take());
    assertEquals(feed.head().number(), position("again").orElseThrow());
    long tag = tag();
    settle(worker);
    List<Received> both = network.take();
    assertEquals(2, both.size());
    both.forEach(each -> assertEquals(List.of("t" + tag, "tags"), each.tags("Surrogate-Key")));
  }

  @Test
  void whatIsTakenDownIsPurgedHard() throws Exception {
    long tag = tag();
    PurgeWorker worker = worker(ONCE);
    drain(worker);
    network.take();
    execute("delete from tag where id = " + Long.toString(tag));
    drain(worker);
    Received purge = only(network.take());
    assertEquals(List.of("t" + tag, "tags"), purge.tags("Surrogate-Key"));
    assertNull(purge.header("Fastly-Soft-Purge"));
  }

  @Test
  void whatWasNotAcceptedIsSentAgainWithWhatCameSince() throws Exception {
    PurgeWorker worker = worker(ONCE);
    drain(worker);
    long before = position("first").orElseThrow();
    network.take();

    long tag = tag();
    network.answerAlways(Answer.of(503));
    PurgeWorker.Rest rest = worker.round();
    assertFalse(rest.wakes());
    assertTrue(rest.pause().compareTo(Duration.ZERO) > 0);
    network.answerAlways(Answer.of(403));
    assertTrue(worker.round().pause().compareTo(Duration.ofSeconds(30)) >= 0);
    assertEquals(2, network.take().size());
    assertEquals(before, position("first").orElseThrow());
    assertEquals(
        2, registry.get("sarkhat.purge.purges").tag("outcome", "failed").counter().count());

    long later = tag();
    ledgers.get(0).close();
    network.recover();
    drain(worker(ONCE));
    List<String> tags = only(network.take()).tags("Surrogate-Key");
    assertTrue(tags.containsAll(List.of("t" + tag, "t" + later)), tags.toString());
    assertEquals(feed.head().number(), position("first").orElseThrow());
  }

  @Test
  void aNetworkThatForgetsToAnswerIsToldOfEverythingInParts() throws Exception {
    PurgeWorker worker = worker(ONCE);
    drain(worker);
    network.take();
    List<Long> tags = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      tags.add(tag());
    }
    network.answer(new Answer(200, Map.of(), ""), Answer.of(500));
    for (PurgeWorker.Rest rest = worker.round(); rest.pause().isZero(); rest = worker.round()) {
      assertTrue(network.received().size() <= 2);
    }
    List<Received> sent = network.take();
    assertEquals(2, sent.size());
    List<String> accepted = sent.get(0).tags("Surrogate-Key");
    assertEquals(256, accepted.size());
    drain(worker);
    List<String> rest = only(network.take()).tags("Surrogate-Key");
    assertEquals(List.of("tags"), rest.stream().filter(accepted::contains).toList());
    for (long tag : tags) {
      assertNotEquals(accepted.contains("t" + tag), rest.contains("t" + tag));
    }
  }

  @Test
  void aPositionThatTheLogCannotFollowPurgesEverything() throws Exception {
    PurgeWorker worker = worker(ONCE);
    drain(worker);
    for (String lost :
        List.of("epoch = gen_random_uuid()", "number = number + 1000000", "number = -1")) {
      network.take();
      execute("update purge_position set " + lost + " where target = 'fastly " + service + "'");
      drain(worker);
      assertEquals(List.of(EVERYTHING), operations(network.take()), lost);
      assertEquals(feed.head().number(), position("first").orElseThrow());
    }
  }

  @Test
  void tooMuchAtOnceIsEverything() throws Exception {
    PurgeWorker worker = worker(Map.of("rebound", "0s", "backlog", "4"));
    drain(worker);
    network.take();
    for (int i = 0; i < 5; i++) {
      tag();
    }
    drain(worker);
    assertEquals(List.of(EVERYTHING), operations(network.take()));
  }

  @Test
  void oneNodePurgesAndAnotherTakesOver() throws Exception {
    PurgeWorker leader = worker(ONCE);
    drain(leader);
    PurgeWorker follower = worker(ONCE);
    network.take();
    tag();
    assertTrue(follower.round().pause().compareTo(Duration.ZERO) > 0);
    assertEquals(List.of(), network.take());

    ledgers.get(0).close();
    drain(follower);
    assertEquals(1, network.take().size());
    drain(leader);
    assertEquals(List.of(), network.take());
  }

  @Test
  void theSecondPassWaitsAndOutlivesARestart() throws Exception {
    PurgeWorker worker = worker(Map.of("rebound", "1h"));
    drain(worker);
    assertEquals(List.of(EVERYTHING), operations(network.take()));
    long tag = tag();
    drain(worker);
    assertEquals(List.of("t" + tag, "tags"), only(network.take()).tags("Surrogate-Key"));
    assertEquals(Optional.empty(), position("again"));

    ledgers.get(0).close();
    PurgeWorker restarted = worker(Map.of("rebound", "1ms"));
    settle(restarted);
    assertEquals(List.of(EVERYTHING), operations(network.take()));
    long later = tag();
    settle(restarted);
    List<Received> both = network.take();
    assertEquals(2, both.size());
    both.forEach(each -> assertEquals(List.of("t" + later, "tags"), each.tags("Surrogate-Key")));
    assertEquals(position("first"), position("again"));
    settle(restarted);
    assertEquals(List.of(), network.take());
  }

  @Test
  void theApplicationStartsItWakesItAndEndsIt() throws Exception {
    PurgeWorkers workers =
        new PurgeWorkers(
            config(Map.of("window", "1ms", "rebound", "0s")),
            feed,
            registry,
            clock,
            ConfigProvider.getConfig(),
            true,
            setting("quarkus.datasource.jdbc.url"),
            Optional.of(setting("quarkus.datasource.username")),
            Optional.of(setting("quarkus.datasource.password")));
    workers.start(new StartupEvent());
    try {
      await(1);
      long tag = tag();
      workers.changed(feed.after(0, 1));
      assertEquals(List.of("t" + tag, "tags"), await(2).tags("Surrogate-Key"));
    } finally {
      workers.stop(new ShutdownEvent());
    }
    String thread = "purge fastly " + service;
    assertFalse(
        Thread.getAllStackTraces().keySet().stream()
            .anyMatch(each -> each.getName().equals(thread)));
  }

  /** Makes a change and answers the tag's number. */
  private long tag() {
    return Objects.requireNonNull(newsroom.tag().id());
  }

  private PurgeWorker worker(Map<String, String> settings) {
    Purger purger = new FastlyPurger(network.address(), service, "secret");
    PGSimpleDataSource connections = new PGSimpleDataSource();
    connections.setURL(setting("quarkus.datasource.jdbc.url"));
    connections.setUser(setting("quarkus.datasource.username"));
    connections.setPassword(setting("quarkus.datasource.password"));
    PurgeLedger ledger = new PurgeLedger(connections, purger.target(), clock);
    ledgers.add(ledger);
    return new PurgeWorker(
        purger,
        new PurgeClient(Duration.ofSeconds(20), clock),
        ledger,
        feed,
        config(settings),
        // Tests look at the meters of the first.
        new PurgeMeters(
            ledgers.size() == 1 ? registry : new SimpleMeterRegistry(), purger.target(), clock),
        clock);
  }

  private PurgeConfig config(Map<String, String> settings) {
    Map<String, String> properties = new HashMap<>();
    settings.forEach((name, value) -> properties.put("sarkhat.purge." + name, value));
    properties.put("sarkhat.purge.provider", "fastly");
    properties.put("sarkhat.purge.fastly.api", network.address().toString());
    properties.put("sarkhat.purge.fastly.service-id", service);
    properties.put("sarkhat.purge.fastly.token", "secret");
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(PurgeConfig.class)
        .withSources(new PropertiesConfigSource(properties, "test", 100))
        .build()
        .getConfigMapping(PurgeConfig.class);
  }

  /** Rounds until nothing is due. */
  private static void drain(PurgeWorker worker) throws SQLException, InterruptedException {
    for (int i = 0; i < 100; i++) {
      if (!worker.round().pause().isZero()) {
        return;
      }
    }
    throw new AssertionError("There is always something due");
  }

  /** Rounds until nothing will be due, the second pass included. */
  private void settle(PurgeWorker worker) throws SQLException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    do {
      assertTrue(System.nanoTime() < deadline, "The second pass does not come");
      drain(worker);
    } while (position("again").isEmpty() || !position("again").equals(position("first")));
    drain(worker);
  }

  private Received await(int count) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (network.received().size() < count) {
      assertTrue(System.nanoTime() < deadline, "No purge came");
      Thread.onSpinWait();
    }
    return network.received().get(count - 1);
  }

  private List<String> operations(List<Received> received) {
    return received.stream()
        .map(each -> each.path().substring(("/service/" + service).length()))
        .toList();
  }

  private static Received only(List<Received> received) {
    assertEquals(1, received.size(), received.toString());
    return received.get(0);
  }

  private double gauge(String name) {
    return registry.get(name).gauge().value();
  }

  private static String setting(String name) {
    return ConfigProvider.getConfig().getValue(name, String.class);
  }

  private Optional<Long> position(String pass) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select number from purge_position where target = ? and pass = ?")) {
      select.setString(1, "fastly " + service);
      select.setString(2, pass);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
      }
    }
  }

  private void execute(String statement) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement prepared = connection.prepareStatement(statement)) {
      prepared.executeUpdate();
    }
  }
}
