package dev.sarkhat.crash;

import static dev.sarkhat.access.NewsroomConnection.request;

import dev.sarkhat.access.NewsroomConnection;
import dev.sarkhat.access.NewsroomConnection.Answer;
import dev.sarkhat.access.StoredAdmin;
import dev.sarkhat.crash.Ledger.Entry;
import dev.sarkhat.crash.Outcome.Acknowledged;
import dev.sarkhat.crash.Outcome.Refused;
import dev.sarkhat.crash.Outcome.Unknown;
import dev.sarkhat.crash.Writer.Found;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Rounds of writing, a blow at a random moment, recovery, and a look at what is there. The data
 * stay from round to round, so what one blow spares the next may not destroy either.
 */
final class EditingRounds implements AutoCloseable {

  private static final int WRITERS = 8;
  private static final int SHORTEST_MILLIS = 300;
  private static final int LONGEST_MILLIS = 2500;
  private static final Duration OUTLIVING = Duration.ofMillis(500);
  private static final String SECTION = "crash";

  private final Random random;
  private final Application application;
  private final String key;
  private final Ledger ledger;
  private final List<String> defects = Collections.synchronizedList(new ArrayList<>());
  private final List<Writer> writers = new ArrayList<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
  private int rounds;
  private int seen;

  /**
   * What happened in a round.
   *
   * @param struckAfter how long the writers had been writing
   * @param databaseOutlived whether PostgreSQL ran on when the application was dead
   * @param recovery from the blow until the application was ready
   * @param done of the unknown writes, those that had been done
   * @param defects what must not be
   */
  record Round(
      Blow blow,
      Duration struckAfter,
      boolean databaseOutlived,
      Duration recovery,
      long acknowledged,
      long refused,
      long unknown,
      long done,
      List<String> defects) {}

  /**
   * Starts the application.
   *
   * @param directory for its data, which is emptied
   * @param seed of all that is random but time
   */
  EditingRounds(Path directory, long seed) throws IOException, InterruptedException, SQLException {
    random = new Random(seed);
    application = new Application(directory.resolve("editing"));
    ledger = new Ledger(directory.resolve("ledger.ndjson"));
    key = StoredAdmin.store(application.dataSource());
    Answer section =
        new NewsroomConnection(application.address(), key)
            .send(request("POST", "/v1/admin/sections", Map.of("slug", SECTION, "title", SECTION)));
    if (!section.isSuccess()) {
      throw new IOException("There is no section to write for: " + section);
    }
    for (int number = 0; number < WRITERS; number++) {
      writers.add(new Writer(number, SECTION, ledger, defects, random.nextLong()));
    }
  }

  /** One round. */
  Round run() throws IOException, InterruptedException, SQLException {
    Blow blow = Blow.values()[rounds++ % Blow.values().length];
    Duration pause =
        Duration.ofMillis(SHORTEST_MILLIS + random.nextInt(LONGEST_MILLIS - SHORTEST_MILLIS));
    AtomicBoolean stopped = new AtomicBoolean();
    NewsroomConnection before = new NewsroomConnection(application.address(), key);
    List<Future<Void>> writing = new ArrayList<>();
    for (Writer writer : writers) {
      writing.add(
          threads.submit(
              () -> {
                writer.write(before, stopped::get);
                return null;
              }));
    }
    TimeUnit.NANOSECONDS.sleep(pause.toNanos());
    long struck = System.nanoTime();
    application.strike(blow, random);
    boolean databaseOutlived = blow == Blow.APPLICATION && application.hasDatabase();
    // Where the application lives on, some find its database away, and some find it back.
    TimeUnit.NANOSECONDS.sleep(OUTLIVING.toNanos());
    stopped.set(true);
    await(writing);
    application.recover();
    Duration recovery = Duration.ofNanos(System.nanoTime() - struck);

    List<Entry> recent = recent();
    NewsroomConnection after = new NewsroomConnection(application.address(), key);
    List<Future<Found>> resolving = new ArrayList<>();
    for (Writer writer : writers) {
      resolving.add(threads.submit(() -> writer.resolve(after)));
    }
    List<Found> found = await(resolving);
    List<Entry> all = ledger.entries();
    List<String> differences =
        new ArrayList<>(
            Evidence.differences(
                all, all.subList(seen, all.size()), application.dataSource(), after));
    differences.addAll(IndexEvidence.differences(after));
    seen = all.size();
    differences.addAll(defects);
    defects.clear();
    return new Round(
        blow,
        pause,
        databaseOutlived,
        recovery,
        count(recent, Acknowledged.class),
        count(recent, Refused.class),
        count(recent, Unknown.class),
        found.stream().filter(Found.DONE::equals).count(),
        differences);
  }

  /** What was written in this round. */
  private List<Entry> recent() {
    List<Entry> all = ledger.entries();
    return all.subList(seen, all.size());
  }

  private static long count(List<Entry> entries, Class<? extends Outcome> kind) {
    return entries.stream().filter(entry -> kind.isInstance(entry.outcome())).count();
  }

  private static <T> List<T> await(List<Future<T>> futures)
      throws IOException, InterruptedException {
    List<T> results = new ArrayList<>();
    for (Future<T> each : futures) {
      try {
        results.add(each.get());
      } catch (ExecutionException failed) {
        throw new IOException(failed.getCause());
      }
    }
    return results;
  }

  @Override
  public void close() throws IOException, InterruptedException {
    threads.shutdownNow();
    threads.awaitTermination(1, TimeUnit.MINUTES);
    ledger.close();
    application.close();
  }
}
