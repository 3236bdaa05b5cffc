package dev.sarkhat.ingest;

import dev.sarkhat.access.Actor;
import dev.sarkhat.access.IdempotencyKey;
import dev.sarkhat.http.ProblemException;
import dev.sarkhat.http.ProblemType;
import dev.sarkhat.http.StreamedBody;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Receives the files of imports. */
@Singleton
class ImportReceiver {

  static final String PATH = "/v1/admin/imports";
  static final String NDJSON = "application/x-ndjson";
  static final String GZIP = "application/gzip";

  private final ImportJobs jobs;
  private final ImportSettings settings;

  @Inject
  ImportReceiver(ImportJobs jobs, ImportSettings settings) {
    this.jobs = jobs;
    this.settings = settings;
  }

  @Produces
  @Singleton
  static StreamedBody body(ImportSettings settings) {
    return new StreamedBody(PATH, settings.maxSize().asLongValue());
  }

  /**
   * An import that has been taken.
   *
   * @param repeated whether the same request had been answered before
   */
  record Taken(ImportView view, boolean repeated) {}

  /**
   * Takes the file that is the request's body. To be called on the request's event loop.
   *
   * @param spelling what is done with wrong spelling
   * @throws ProblemException at once, if the request's fields are not right
   */
  Uni<Taken> receive(HttpServerRequest request, Actor owner, SpellingMode spelling) {
    ImportRequest wanted =
        new ImportRequest(
            IdempotencyKey.of(request),
            fingerprint(request, spelling),
            isPacked(request),
            spelling);
    Context context = Vertx.currentContext();
    request.pause();
    return onWorker(context, () -> jobs.begin(owner, wanted))
        .flatMap(
            begun ->
                begun.repeated()
                    ? repeat(context, request, begun.id())
                    : take(context, request, begun.id(), owner));
  }

  private Uni<Taken> take(Context context, HttpServerRequest request, long id, Actor owner) {
    Uni<Boolean> discarded =
        onWorker(
            context,
            () -> {
              jobs.discard(id);
              return true;
            });
    return body(context, request, (number, piece) -> jobs.keep(id, number, piece))
        .flatMap(nothing -> onWorker(context, () -> jobs.queue(id, owner)))
        .map(view -> new Taken(view, false))
        .onFailure()
        .call(failure -> discarded)
        // The sender has gone away.
        .onCancellation()
        .call(() -> discarded);
  }

  /** What had been sent before is sent once more for nothing. */
  private Uni<Taken> repeat(Context context, HttpServerRequest request, long id) {
    return body(context, request, (number, piece) -> {})
        .flatMap(nothing -> onWorker(context, () -> ImportView.of(jobs.get(id))))
        .map(view -> new Taken(view, true));
  }

  private Uni<Void> body(Context context, HttpServerRequest request, Upload.Sink sink) {
    long windowMillis = settings.uploadWindow().toMillis();
    Upload.Limits limits =
        new Upload.Limits(
            settings.maxSize().asLongValue(),
            settings.slowestUpload().asLongValue() * windowMillis / 1000,
            windowMillis);
    return Uni.createFrom()
        .emitter(done -> new Upload(context, request, limits, sink, done).start());
  }

  private static <T> Uni<T> onWorker(Context context, Callable<T> work) {
    return Uni.createFrom()
        .completionStage(() -> context.executeBlocking(work).toCompletionStage());
  }

  /** Packed as a file, or for the way (RFC 9110, section 8.4); both are one. */
  private static boolean isPacked(HttpServerRequest request) {
    String coding = lower(request.getHeader("Content-Encoding"));
    String type = lower(request.getHeader("Content-Type"));
    boolean file = type != null && type.split(";", 2)[0].strip().equals(GZIP);
    boolean way = coding != null && (coding.equals("gzip") || coding.equals("x-gzip"));
    if (coding != null && !way && !coding.equals("identity")) {
      throw unsupported("The Content-Encoding is none of gzip and identity.");
    }
    if (file && way) {
      throw unsupported("The file cannot be packed twice.");
    }
    if (type == null) {
      throw unsupported("The Content-Type is missing: " + NDJSON + " or " + GZIP + ".");
    }
    return file || way;
  }

  private static ProblemException unsupported(String detail) {
    return ProblemException.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, detail);
  }

  private static @Nullable String lower(@Nullable String field) {
    return field == null ? null : field.strip().toLowerCase(Locale.ROOT);
  }

  /**
   * What makes two requests the same: all but the body, which would have to arrive before it can be
   * compared.
   */
  private static byte[] fingerprint(HttpServerRequest request, SpellingMode spelling) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      for (String field : new String[] {"Content-Type", "Content-Encoding", "Content-Length"}) {
        sha256.update((request.getHeader(field) + "\n").getBytes(StandardCharsets.UTF_8));
      }
      sha256.update(spelling.value().getBytes(StandardCharsets.UTF_8));
      return sha256.digest();
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("Every Java platform has SHA-256", missing);
    }
  }
}
