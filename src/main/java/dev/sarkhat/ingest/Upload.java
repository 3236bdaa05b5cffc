package dev.sarkhat.ingest;

import dev.sarkhat.http.ProblemException;
import dev.sarkhat.http.ProblemType;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Takes a request's body as it arrives and hands it on piece by piece. It runs on the request's
 * event loop; a thread that may wait is used while a piece is written, and meanwhile nothing more
 * is received. So a client as slow as may be holds a connection and nothing else.
 */
final class Upload {

  /** How many bytes are handed on at once; some more may have arrived together. */
  private static final int PIECE = 256 * 1024;

  private final Context context;
  private final HttpServerRequest request;
  private final Limits limits;
  private final Sink sink;
  private final UniEmitter<? super Void> done;
  private Buffer pending = Buffer.buffer();
  private int pieces;
  private long received;
  private long receivedBefore;
  private boolean writing;
  private boolean ended;
  private boolean over;
  private long timer;

  Upload(
      Context context,
      HttpServerRequest request,
      Limits limits,
      Sink sink,
      UniEmitter<? super Void> done) {
    this.context = context;
    this.request = request;
    this.limits = limits;
    this.sink = sink;
    this.done = done;
  }

  /**
   * What a body may be.
   *
   * @param longest in bytes
   * @param slowest how many bytes have to arrive in each window
   * @param windowMillis the length of a window
   */
  record Limits(long longest, long slowest, long windowMillis) {}

  /** Where the pieces go, on a thread that may wait. */
  interface Sink {
    void keep(int number, byte[] piece);
  }

  /** Begins to receive; the emitter hears when all pieces have been kept, or why not. */
  void start() {
    done.onTermination(this::finish);
    request.exceptionHandler(broken -> fail(new IOException("The body broke off", broken)));
    request.handler(this::receive);
    request.endHandler(nothing -> end());
    timer = context.owner().setPeriodic(limits.windowMillis(), tick -> checkPace());
    request.resume();
  }

  private void receive(Buffer more) {
    if (over) {
      return;
    }
    received += more.length();
    if (received > limits.longest()) {
      fail(ProblemException.tooLong(limits.longest()));
      return;
    }
    pending.appendBuffer(more);
    if (pending.length() >= PIECE && !writing) {
      write();
    }
  }

  private void end() {
    ended = true;
    if (!writing && !over) {
      if (pending.length() > 0) {
        write();
      } else {
        complete();
      }
    }
  }

  private void write() {
    byte[] piece = pending.getBytes();
    int number = pieces++;
    pending = Buffer.buffer();
    writing = true;
    request.pause();
    onWorker(
        () -> {
          sink.keep(number, piece);
          return null;
        },
        nothing -> written());
  }

  private void written() {
    writing = false;
    receivedBefore = received;
    if (ended) {
      end();
    } else {
      request.resume();
    }
  }

  private void checkPace() {
    if (!writing && !ended && received - receivedBefore < limits.slowest()) {
      fail(
          ProblemException.of(
              ProblemType.REQUEST_TIMEOUT,
              "Less than "
                  + limits.slowest()
                  + " bytes of the body arrived within "
                  + limits.windowMillis()
                  + " milliseconds."));
    }
    receivedBefore = received;
  }

  private <T> void onWorker(Callable<T> work, Consumer<T> then) {
    context
        .executeBlocking(work)
        .onComplete(
            result -> {
              if (over) {
                return;
              }
              if (result.succeeded()) {
                then.accept(result.result());
              } else {
                writing = false;
                fail(result.cause());
              }
            });
  }

  private void complete() {
    if (finish()) {
      done.complete(null);
    }
  }

  /** What arrives from now on is thrown away, and the connection ends with the answer. */
  private void fail(Throwable cause) {
    if (finish()) {
      if (!ended && !request.response().headWritten()) {
        if (request.version() != HttpVersion.HTTP_2) {
          request.response().putHeader("Connection", "close");
        }
        request.response().endHandler(answered -> request.connection().close());
      }
      request.resume();
      done.fail(cause);
    }
  }

  private boolean finish() {
    if (over) {
      return false;
    }
    over = true;
    context.owner().cancelTimer(timer);
    pending = Buffer.buffer();
    return true;
  }
}
