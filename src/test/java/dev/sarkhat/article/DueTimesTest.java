package dev.sarkhat.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.Newsroom;
import dev.sarkhat.TestClock;
import dev.sarkhat.section.Section;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each instant at which an article appears or expires is in the change log once. */
@QuarkusTest
class DueTimesTest {

  @Inject DueTimes dueTimes;
  @Inject Newsroom newsroom;
  @Inject TestClock clock;
  @Inject EntityManager entities;

  private final Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private Section section;

  @BeforeEach
  void begin() {
    section = newsroom.section();
    clock.stopAt(start);
    place(start);
  }

  @AfterEach
  void end() {
    clock.run();
    place(start.plusSeconds(1));
  }

  @Test
  void whatAppearsAndExpiresIsAnnouncedOnceAndWithTheTagsOfItsLists() {
    long article =
        newsroom
            .article(section)
            .status(ArticleStatus.SCHEDULED)
            .publishedAt(start.plusSeconds(10))
            .expireAt(start.plusSeconds(20))
            .store();
    long before = changes(article);

    passes(9);
    assertEquals(before, changes(article));

    passes(10);
    passes(11);
    assertEquals(before + 1, changes(article));
    assertEquals(
        "false {a%1$s,articles,l,l:s%2$s}".formatted(Long.toString(article), section.id()),
        last(article));

    passes(30);
    assertEquals(before + 2, changes(article));
    assertEquals(
        "true {a%1$s,articles,l,l:s%2$s}".formatted(Long.toString(article), section.id()),
        last(article));
  }

  @Test
  void severalNodesAnnounceEachArticleOnce() throws Exception {
    List<Long> articles = new ArrayList<>();
    for (int number = 0; number < 12; number++) {
      articles.add(scheduled(start.plusSeconds(1 + number % 3)));
    }
    clock.stopAt(start.plusSeconds(60));

    ExecutorService nodes = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int node = 0; node < 4; node++) {
        all.add(
            nodes.submit(
                () -> {
                  for (int round = 0; round < 10; round++) {
                    QuarkusTransaction.requiringNew()
                        .call(() -> dueTimes.announceSome(clock.instant(), 2));
                  }
                }));
      }
      for (Future<?> node : all) {
        node.get();
      }
    } finally {
      nodes.shutdown();
    }

    dueTimes.announce();
    for (long article : articles) {
      assertEquals(2, changes(article));
    }
  }

  @Test
  void whatIsRolledBackWasNotAnnounced() {
    long article = scheduled(start.plusSeconds(1));
    clock.stopAt(start.plusSeconds(5));

    assertThrows(
        IllegalStateException.class,
        () ->
            QuarkusTransaction.requiringNew()
                .run(
                    () -> {
                      dueTimes.announceSome(clock.instant(), 10);
                      throw new IllegalStateException("the node dies");
                    }));
    assertEquals(1, changes(article));

    dueTimes.announce();
    assertEquals(2, changes(article));
  }

  @Test
  void aClockThatGoesBackRepeatsNothingAndMissesNothing() {
    long article = scheduled(start.plusSeconds(10));
    passes(15);
    assertEquals(2, changes(article));

    passes(5);
    long later = scheduled(start.plusSeconds(20));
    passes(12);
    assertEquals(2, changes(article));

    passes(25);
    assertEquals(2, changes(article));
    assertEquals(2, changes(later));
  }

  @Test
  void manyAtOneInstantAreAnnouncedInBatches() {
    List<Long> articles = new ArrayList<>();
    for (int number = 0; number < 7; number++) {
      articles.add(scheduled(start.plusSeconds(3)));
    }
    Instant until = start.plusSeconds(4);

    int rounds = 0;
    while (QuarkusTransaction.requiringNew().call(() -> dueTimes.announceSome(until, 2)) == 2) {
      rounds++;
    }

    assertTrue(rounds >= 3);
    for (long article : articles) {
      assertEquals(2, changes(article));
    }
  }

  @Test
  void whoPublishesAtOnceHasSaidSo() {
    long article = newsroom.article(section).publishedAt(start.plusMillis(1)).store();
    long before = changes(article);

    passes(10);

    assertEquals(before, changes(article));
  }

  @Test
  void theIndexesFindWhatIsDue() {
    String plan =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  entities.createNativeQuery("set local enable_seqscan = off").executeUpdate();
                  return String.join(
                      "\n",
                      entities
                          .unwrap(Session.class)
                          .createNativeQuery(
                              "explain select * from due_articles(:from, 0, :until, 500)",
                              String.class)
                          .setParameter("from", start)
                          .setParameter("until", start.plus(Duration.ofMinutes(1)))
                          .getResultList());
                });

    assertTrue(plan.contains("article_public"), plan);
    assertTrue(plan.contains("article_expiring"), plan);
  }

  private long scheduled(Instant instant) {
    return newsroom.article(section).status(ArticleStatus.SCHEDULED).publishedAt(instant).store();
  }

  private void passes(int seconds) {
    clock.stopAt(start.plusSeconds(seconds));
    dueTimes.announce();
  }

  private void place(Instant instant) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                entities
                    .createNativeQuery("update due_position set announced_to = :at, article_id = 0")
                    .setParameter("at", instant)
                    .executeUpdate());
  }

  private long changes(long article) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                entities
                    .unwrap(Session.class)
                    .createNativeQuery(
                        "select count(*) from change_log where kind = 'article' and entity_id = :id",
                        Long.class)
                    .setParameter("id", article)
                    .getSingleResult());
  }

  private String last(long article) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                entities
                    .unwrap(Session.class)
                    .createNativeQuery(
                        """
                        select takedown || ' ' || cast(tags as text) from change_log
                        where kind = 'article' and entity_id = :id order by number desc limit 1
                        """,
                        String.class)
                    .setParameter("id", article)
                    .getSingleResult());
  }
}
