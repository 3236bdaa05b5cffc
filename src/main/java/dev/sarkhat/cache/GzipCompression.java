package dev.sarkhat.cache;

import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.jboss.logging.Logger;

/**
 * Compresses answers with gzip (RFC 1952), each once, when the first client asks who takes it: for
 * a list of twenty that is as much work as all the rest of its rendering.
 */
@Singleton
class GzipCompression {

  private static final Logger LOG = Logger.getLogger(GzipCompression.class);

  /** Has one thread, so that nobody compresses what another is at, and no crowd takes them all. */
  private final WorkerExecutor compressor;

  @Inject
  GzipCompression(Vertx vertx) {
    this.compressor = vertx.createSharedWorkerExecutor("compression", 1);
  }

  /** Compresses an answer on the caller's thread, which is not to be an event loop. */
  static void make(Answer answer) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(answer.identity.length() / 3);
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(answer.identity.getBytes());
    }
    answer.keepGzip(Buffer.buffer(bytes.toByteArray()));
  }

  /**
   * Compresses an answer on another thread.
   *
   * @param then is handed, on the caller's event loop, the form to give the answer in
   */
  void make(Answer answer, Consumer<AnswerForm> then) {
    compressor
        .executeBlocking(
            () -> {
              if (AnswerForm.GZIP.isMissing(answer)) {
                make(answer);
              }
              return AnswerForm.GZIP;
            })
        .otherwise(
            failed -> {
              LOG.warn("An answer could not be compressed with gzip", failed);
              return AnswerForm.IDENTITY;
            })
        .onSuccess(then::accept);
  }
}
