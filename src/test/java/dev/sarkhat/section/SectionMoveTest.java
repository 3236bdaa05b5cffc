package dev.sarkhat.section;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.ApiTest;
import dev.sarkhat.article.ArticleStatus;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** Articles are written while their section moves. */
@QuarkusTest
class SectionMoveTest extends ApiTest {

  @Inject EntityManager entities;
  @Inject Clock clock;

  @Test
  void anArticleThatIsPublishedDuringAMoveIsListedWhereItsSectionIsThen() throws Exception {
    Section here = newsroom.section();
    Section there = newsroom.section();
    Section moved = newsroom.section(here);
    long draft = newsroom.article(moved).status(ArticleStatus.DRAFT).store();
    CountDownLatch locked = new CountDownLatch(1);
    CompletableFuture<Void> publishing =
        CompletableFuture.runAsync(
            () -> {
              await(locked);
              QuarkusTransaction.requiringNew()
                  .run(
                      () -> {
                        allowWaiting();
                        publish(draft);
                      });
            });

    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              SectionMove move = begin(moved, there);
              locked.countDown();
              awaitBlocked();
              end(move, moved);
            });

    publishing.get(30, TimeUnit.SECONDS);
    assertListed(draft, there, here);
  }

  @Test
  void anArticleThatIsBeingPublishedMovesAlong() throws Exception {
    Section here = newsroom.section();
    Section there = newsroom.section();
    Section moved = newsroom.section(here);
    long draft = newsroom.article(moved).status(ArticleStatus.DRAFT).store();
    CountDownLatch published = new CountDownLatch(1);
    CompletableFuture<Void> moving =
        CompletableFuture.runAsync(
            () -> {
              await(published);
              QuarkusTransaction.requiringNew().run(() -> end(begin(moved, there), moved));
            });

    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              publish(draft);
              published.countDown();
              awaitBlocked();
            });

    moving.get(30, TimeUnit.SECONDS);
    assertListed(draft, there, here);
  }

  private SectionMove begin(Section moved, Section there) {
    allowWaiting();
    Section section = entities.find(Section.class, moved.id());
    SectionMove move = SectionMove.of(entities.unwrap(Session.class), section);
    section.place(entities.find(Section.class, there.id()), section.slug());
    entities.flush();
    return move;
  }

  private void end(SectionMove move, Section moved) {
    move.follow(entities.find(Section.class, moved.id()), clock.instant());
  }

  private void publish(long article) {
    entities
        .createNativeQuery("update article set status = 'published' where id = :id")
        .setParameter("id", article)
        .executeUpdate();
  }

  /** On a slow machine the other side may take longer than a writer would wait. */
  private void allowWaiting() {
    entities
        .unwrap(Session.class)
        .doWork(
            connection -> {
              try (var statement = connection.createStatement()) {
                statement.execute("set local lock_timeout = '30s'");
                statement.execute("set local statement_timeout = '30s'");
              }
            });
  }

  /** Waits until somebody waits for this transaction. */
  private void awaitBlocked() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    boolean blocked = false;
    while (!blocked) {
      assertTrue(System.nanoTime() < deadline, "nobody waits");
      blocked =
          (Boolean)
              entities
                  .createNativeQuery(
                      "select exists (select from pg_locks"
                          + " where not granted and pg_backend_pid() = any(pg_blocking_pids(pid)))",
                      Boolean.class)
                  .getSingleResult();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(30, TimeUnit.SECONDS));
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private static void assertListed(long article, Section in, Section notIn) {
    get("/v1/articles?section=" + in.slug()).body("data.id", equalTo(List.of((int) article)));
    get("/v1/articles?section=" + notIn.slug()).body("data", equalTo(List.of()));
  }
}
