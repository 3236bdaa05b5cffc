package dev.sarkhat.cache;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Compresses answers with Brotli (RFC 7932), some 7 % smaller than gzip for Persian JSON and
 * several times the work: so only answers that are asked for again, once, and not on the event
 * loop. Where the platform's native library is missing, clients get gzip.
 */
@Singleton
class BrotliCompression {

  private static final Logger LOG = Logger.getLogger(BrotliCompression.class);

  /** Above it the work doubles with each step and the bytes hardly lessen. */
  private static final int QUALITY = 5;

  private final boolean available = Brotli4jLoader.isAvailable();
  private final Vertx vertx;
  private final Set<Answer> begun =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  @Inject
  BrotliCompression(Vertx vertx) {
    this.vertx = vertx;
  }

  /** Begins to compress the answer, if the client would take it and nobody has begun. */
  void prepare(Answer answer, @Nullable String accepted) {
    if (available && ContentCoding.acceptsBrotli(accepted) && begun.add(answer)) {
      vertx
          .executeBlocking(() -> compress(answer.identity), false)
          .onSuccess(answer::keepBrotli)
          .onFailure(failed -> LOG.warn("An answer could not be compressed with Brotli", failed));
    }
  }

  private static Buffer compress(Buffer body) throws IOException {
    return Buffer.buffer(
        Encoder.compress(body.getBytes(), new Encoder.Parameters().setQuality(QUALITY)));
  }
}
