package dev.sarkhat.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sarkhat.Newsroom;
import dev.sarkhat.TestClock;
import dev.sarkhat.menu.MenuRepository;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URL;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * That what the cache answers is what would be rendered now, after any write and at any instant.
 * {@code -Drandom.newsroom.steps} lengthens the way, {@code -Drandom.newsroom.seed} goes one again.
 */
@QuarkusTest
class RandomNewsroomTest {

  /** As many addresses are held in the cache while the newsroom changes. */
  private static final int WATCHED = 60;

  /** What almost every change shows in; they are watched all the time. */
  private static final List<String> FRONT =
      List.of(
          "/v1/articles?limit=5&count=exact",
          "/v1/articles?limit=2&sort=-updatedAt&fields=id",
          "/v1/sections?fields=id,children",
          "/v1/sections?include=articleCount",
          "/v1/tags?limit=100",
          "/v1/sources?limit=100&include=articleCount",
          "/v1/contributors?limit=100&include=articleCount",
          "/v1/menus");

  private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");

  @Inject Newsroom newsroom;
  @Inject EntityManager entityManager;
  @Inject DataSource dataSource;
  @Inject MenuRepository menus;
  @Inject TestClock clock;
  @Inject CachedResources resources;
  @TestHTTPResource URL server;

  private final Map<CachedResource, Integer> hits = new HashMap<>();
  private final List<String> watched = new ArrayList<>();
  private final List<String> done = new ArrayList<>();
  private Client client;

  @BeforeEach
  void stopTheClock() {
    client = new Client(server);
    clock.stopAt(clock.instant());
  }

  @AfterEach
  void run() {
    clock.run();
  }

  @Test
  void theCacheAnswersWhatWouldBeRenderedNow() {
    long seed = Long.getLong("random.newsroom.seed", System.nanoTime());
    try {
      go(new Random(seed), Integer.getInteger("random.newsroom.steps", 80));
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(
          "with -Drandom.newsroom.seed=" + seed + " after\n" + String.join("\n", lastDone()), e);
    }
    assertEquals(
        Set.copyOf(resources.all()), hits.keySet(), "resources that the cache has answered for");
  }

  private void go(Random random, int steps) {
    World world = new World(random);
    String oldPaths = "/" + Newsroom.unique("old") + "/";
    RandomWrites writes =
        new RandomWrites(
            random, world, newsroom, entityManager, dataSource, menus, clock, oldPaths);
    RandomReads reads = new RandomReads(random, world, oldPaths, clock::instant);
    writes.begin();
    watched.addAll(FRONT);
    for (int i = 0; i < RandomWrites.OLD_PATHS; i++) {
      watched.add("/v1/resolve?path=" + Client.encode(oldPaths + i));
    }
    int fixed = watched.size();
    while (watched.size() < WATCHED) {
      watched.add(reads.next());
    }
    for (int step = 0; step < steps; step++) {
      watched.forEach(this::warm);
      if (random.nextInt(3) == 0) {
        moveTime(random);
      } else {
        done.add(writes.next());
        done.add(writes.next());
        done.add(writes.next());
      }
      watched.forEach(this::compare);
      for (int i = 0; i < 5; i++) {
        String address = random.nextInt(4) == 0 ? nextPage(world) : reads.next();
        watched.set(fixed + random.nextInt(WATCHED - fixed), address);
      }
    }
  }

  /** Asks once, so that the next time the cache may answer. */
  private void warm(String address) {
    client.get(address);
  }

  private void compare(String address) {
    Client.Reply first = client.get(address);
    if (first.isHit()) {
      String rendered = client.uncached(address).content();
      assertEquals(rendered, first.content(), () -> "from the cache for " + address);
      String path = address.replaceFirst("\\?.*", "");
      hits.merge(Objects.requireNonNull(resources.find(path)), 1, Integer::sum);
    }
  }

  private String nextPage(World world) {
    String address = world.pick(watched);
    Matcher next = NEXT.matcher(client.get(address).text());
    return next.find() ? next.group(1) : address;
  }

  private void moveTime(Random random) {
    Instant now = clock.instant();
    Instant then =
        switch (random.nextInt(6)) {
          case 0 -> now.plusMillis(1);
          case 1 -> now.minusMillis(random.nextInt(2_000));
          case 2 -> now.plusSeconds(random.nextInt(30));
          case 3 -> nextChange(now).minusMillis(1);
          default -> nextChange(now);
        };
    done.add(now + " becomes " + then);
    clock.stopAt(then);
  }

  /** The next instant at which something appears or expires, or the last one before it. */
  private Instant nextChange(Instant now) {
    Object next =
        io.quarkus.narayana.jta.QuarkusTransaction.requiringNew()
            .call(
                () ->
                    entityManager
                        .createNativeQuery("select next_visibility_change(?1)", Instant.class)
                        .setParameter(1, now)
                        .getSingleResult());
    return next == null ? now.plusSeconds(1) : (Instant) next;
  }

  private List<String> lastDone() {
    return done.subList(Math.max(0, done.size() - 6), done.size());
  }
}
