package dev.sarkhat.change;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
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
  private final TransactionSynchronizationRegistry transactions;

  @Inject
  CommitObserver(
      ChangeTailer tailer,
      CurrentVertxRequest request,
      TransactionSynchronizationRegistry transactions) {
    this.tailer = tailer;
    this.request = request;
    this.transactions = transactions;
  }

  /** Runs at the beginning of every transaction. */
  void begun(@Observes @Initialized(TransactionScoped.class) Object transaction) {
    if (!isOfSafeRequest()) {
      transactions.registerInterposedSynchronization(new Ending());
    }
  }

  private boolean isOfSafeRequest() {
    if (!Arc.container().requestContext().isActive()) {
      return false;
    }
    RoutingContext current = request.getCurrent();
    return current != null && SAFE.contains(current.request().method().name());
  }

  /**
   * The end of a transaction, in the committing thread. A commit that failed counts as one that did
   * not, for it may have reached the database. What was rolled back without trying is no change:
   * were it taken for one while the database is away, old answers would be dropped that are all
   * there is to show.
   */
  private final class Ending implements Synchronization {

    private boolean committing;

    /** Is called only when the transaction is to be committed. */
    @Override
    public void beforeCompletion() {
      committing = true;
    }

    @Override
    public void afterCompletion(int status) {
      if (!committing) {
        return;
      }
      try {
        tailer.catchUp();
      } catch (RuntimeException failed) {
        // The write is committed, and its writer must learn that.
        LOG.error("Catching up with the change log after a commit failed", failed);
      }
    }
  }
}
