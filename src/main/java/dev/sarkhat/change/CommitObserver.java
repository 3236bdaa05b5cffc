package dev.sarkhat.change;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.Destroyed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionScoped;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Lets no write return before this process has heard of it: whoever reads after a write's response
 * reads what was written, also from caches.
 */
@Singleton
class CommitObserver {

  private static final Logger LOG = Logger.getLogger(CommitObserver.class);

  /** Methods that change nothing (RFC 9110 section 9.2.1). */
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private final ChangeTailer tailer;
  private final CurrentVertxRequest request;

  @Inject
  CommitObserver(ChangeTailer tailer, CurrentVertxRequest request) {
    this.tailer = tailer;
    this.request = request;
  }

  /** Runs in the committing thread, after the commit or rollback of every transaction. */
  void ended(@Observes @Destroyed(TransactionScoped.class) Object transaction) {
    try {
      if (!isOfSafeRequest()) {
        tailer.catchUp();
      }
    } catch (RuntimeException failed) {
      // The write is committed, and its writer must learn that.
      LOG.error("Catching up with the change log after a commit failed", failed);
    }
  }

  private boolean isOfSafeRequest() {
    if (!Arc.container().requestContext().isActive()) {
      return false;
    }
    RoutingContext current = request.getCurrent();
    return current != null && SAFE.contains(current.request().method().name());
  }
}
