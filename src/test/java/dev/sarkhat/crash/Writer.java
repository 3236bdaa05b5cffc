package dev.sarkhat.crash;

import dev.sarkhat.access.NewsroomConnection;
import dev.sarkhat.access.NewsroomConnection.Answer;
import dev.sarkhat.crash.Outcome.Acknowledged;
import dev.sarkhat.crash.Outcome.Refused;
import dev.sarkhat.crash.Outcome.Unknown;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes articles of its own, changes, publishes, withdraws and restores them, and now and then asks
 * for what must be refused. When it does not know what became of a write, it stops, and later finds
 * out by sending the same again.
 */
final class Writer {

  private static final Duration LONGEST_OUTAGE = Duration.ofMinutes(1);

  /** What is over for now, or has not been decided. */
  private static final List<Integer> PASSING = List.of(408, 429, 503);

  private final int number;
  private final String section;
  private final Ledger ledger;
  private final List<String> defects;
  private final Random random;
  private final List<Piece> pieces = new ArrayList<>();
  private int writes;
  private @Nullable Write unknown;

  /** An article as its writer knows it. */
  private record Piece(long id, int revision, String status) {}

  /** What became of a write of which nobody knew. */
  enum Found {
    DONE,
    NOT_DONE,
    NOTHING_TO_FIND
  }

  /**
   * A writer.
   *
   * @param section the slug of the section it writes for
   * @param defects where it says what must not be
   */
  Writer(int number, String section, Ledger ledger, List<String> defects, long seed) {
    this.number = number;
    this.section = section;
    this.ledger = ledger;
    this.defects = defects;
    this.random = new Random(seed);
  }

  /** Writes until it is told to stop, or does not know any more what it has done. */
  void write(NewsroomConnection newsroom, BooleanSupplier stopped)
      throws IOException, InterruptedException {
    while (unknown == null && !stopped.getAsBoolean()) {
      Write write = next();
      ledger.sending(write);
      Outcome outcome;
      try {
        outcome = outcome(write, newsroom.send(write.asRequest(section)));
      } catch (IOException broken) {
        outcome = new Unknown(broken.toString());
      }
      learn(write, outcome);
    }
  }

  private Write next() {
    writes++;
    String word = "w" + number + "x" + writes;
    boolean sound = random.nextInt(10) > 0;
    if (pieces.isEmpty() || random.nextInt(8) == 0) {
      return new Write(Verb.CREATE, word, 0, 0, sound);
    }
    Piece piece = pieces.get(pieces.size() - 1 - random.nextInt(Math.min(5, pieces.size())));
    Verb verb = random.nextBoolean() ? Verb.CHANGE : move(piece.status());
    int other = piece.revision() == 0 ? 7 : piece.revision() - 1;
    return new Write(verb, word, piece.id(), sound ? piece.revision() : other, sound);
  }

  private static Verb move(String status) {
    return switch (status) {
      case "draft" -> Verb.PUBLISH;
      case "published" -> Verb.WITHDRAW;
      case "withdrawn" -> Verb.RESTORE;
      default -> throw new AssertionError(status);
    };
  }

  private Outcome outcome(Write write, Answer answer) {
    if (answer.isSuccess()) {
      return new Acknowledged(
          answer.body().path("id").asLong(), answer.body().path("revision").asInt());
    }
    if (answer.status() >= 500 && !PASSING.contains(answer.status())) {
      defects.add(write + " failed: " + answer);
    }
    return answer.status() >= 500
            || PASSING.contains(answer.status())
            || answer.code().equals("in-progress")
        ? new Unknown(answer.status() + " " + answer.code())
        : new Refused(answer.status(), answer.code());
  }

  private void learn(Write write, Outcome outcome) throws IOException {
    ledger.add(write, outcome);
    unknown = null;
    if (outcome instanceof Unknown) {
      unknown = write;
    } else if (outcome instanceof Refused == write.isSound()) {
      defects.add(write + ": " + outcome);
    } else if (outcome instanceof Acknowledged acknowledged) {
      keep(write, acknowledged);
    }
  }

  private void keep(Write write, Acknowledged acknowledged) {
    int expected = write.verb() == Verb.CREATE ? 0 : write.base() + 1;
    if (acknowledged.revision() != expected) {
      defects.add(write + " became another revision: " + acknowledged);
    }
    String before = "draft";
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i).id() == acknowledged.article()) {
        before = pieces.remove(i).status();
        break;
      }
    }
    String status = write.verb().statusAfter(before);
    pieces.add(new Piece(acknowledged.article(), acknowledged.revision(), status));
  }

  /** Finds out what became of the last write, by sending it again; it is done then. */
  Found resolve(NewsroomConnection newsroom) throws IOException, InterruptedException {
    Write write = unknown;
    if (write == null) {
      return Found.NOTHING_TO_FIND;
    }
    Answer answer = untilAnswered(newsroom, write);
    if (write.verb() == Verb.CHANGE && write.isSound() && answer.status() == 412) {
      learn(write, changedBefore(newsroom, write, answer));
      return Found.DONE;
    }
    Outcome outcome = outcome(write, answer);
    learn(write, outcome);
    if (outcome instanceof Acknowledged && write.isKept()) {
      Answer again = untilAnswered(newsroom, write);
      if (!again.replayed() || !outcome.equals(outcome(write, again))) {
        defects.add(write + " was " + outcome + ", and sent again " + again);
      }
    }
    return answer.replayed() ? Found.DONE : Found.NOT_DONE;
  }

  /** The revision after the one that was to be changed is this write, if there is such a one. */
  private Outcome changedBefore(NewsroomConnection newsroom, Write write, Answer answer)
      throws IOException, InterruptedException {
    int revision = write.base() + 1;
    Answer kept = newsroom.get("/v1/admin/articles/" + write.article() + "/revisions/" + revision);
    return kept.body().path("note").asText().equals(write.word())
        ? new Acknowledged(write.article(), revision)
        : new Refused(answer.status(), answer.code());
  }

  private Answer untilAnswered(NewsroomConnection newsroom, Write write)
      throws IOException, InterruptedException {
    long last = System.nanoTime() + LONGEST_OUTAGE.toNanos();
    while (true) {
      try {
        Answer answer = newsroom.send(write.asRequest(section));
        if (!(outcome(write, answer) instanceof Unknown)) {
          return answer;
        }
      } catch (IOException stillAway) {
        ledger.add(write, new Unknown(stillAway.toString()));
      }
      if (System.nanoTime() > last) {
        throw new IOException("There is still no answer to " + write);
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }
}
