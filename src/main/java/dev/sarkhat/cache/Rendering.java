package dev.sarkhat.cache;

import dev.sarkhat.change.ChangeTags;
import dev.sarkhat.change.EntityKind;
import dev.sarkhat.http.ProblemException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the answer to the present request depends on. Whoever turns an entity into JSON says so
 * here; the records of the API cannot be made otherwise. From it come the answer's validity in the
 * response cache and its tags for content delivery networks.
 */
@RequestScoped
public class Rendering {

  private final Set<String> tags = new LinkedHashSet<>();
  private final @Nullable Load load;
  private final Instant asOf;
  private boolean listing;
  private boolean passing;
  private @Nullable Instant changesAt;
  private @Nullable Instant datedAt;

  @Inject
  Rendering(CurrentVertxRequest request, Clock clock) {
    RoutingContext context = request.getCurrent();
    this.load = context == null ? null : Load.of(context);
    this.asOf = load == null ? clock.instant() : load.asOf();
  }

  /** For proxies. */
  @SuppressWarnings("NullAway")
  protected Rendering() {
    this.load = null;
    this.asOf = Instant.EPOCH;
  }

  /**
   * The request is over. Where the client has left meanwhile, no filter has seen an answer, and the
   * load has not ended yet.
   */
  @PreDestroy
  void over() {
    if (load != null) {
      load.end();
    }
  }

  /** The reader's instant, one for the whole answer. What is public is public at this instant. */
  public Instant asOf() {
    return asOf;
  }

  /** The answer shows something of the entity. */
  public void shows(EntityKind kind, long id) {
    tags.add(ChangeTags.of(kind, id));
  }

  /** The answer depends on which entities of a kind there are, or shows all of them. */
  public void showsAll(EntityKind kind) {
    tags.add(ChangeTags.all(kind));
  }

  /** The answer depends on which articles are public, or on their order. */
  public void lists() {
    tags.add(ChangeTags.LIST);
    listing = true;
  }

  /**
   * The answer depends on which articles a section with its subtree, a tag, a source or a
   * contributor has, or on their order.
   */
  public void lists(EntityKind kind, long id) {
    tags.add(ChangeTags.listOf(kind, id));
    listing = true;
  }

  /** The answer depends on whether some articles, all of them shown, are public. */
  public void listsShown() {
    listing = true;
  }

  /** The answer depends on where old paths lead. */
  public void redirects() {
    tags.add(ChangeTags.REDIRECTS);
  }

  /** The answer may be overtaken in a moment by what nobody will tell of: it is not kept. */
  public void passes() {
    passing = true;
    changesAt(asOf.plusSeconds(1));
  }

  /** At this instant time alone changes the answer; null for never. */
  public void changesAt(@Nullable Instant instant) {
    if (instant != null
        && instant.isAfter(asOf)
        && (changesAt == null || instant.isBefore(changesAt))) {
      changesAt = instant;
    }
  }

  /** The one thing that the answer shows was last worked on at this instant. */
  public void datedAt(@Nullable Instant instant) {
    datedAt = instant;
  }

  /** Nothing of the kind has the name that was asked for; another entity may get it later. */
  public ProblemException absent(EntityKind kind) {
    showsAll(kind);
    return ProblemException.notFound();
  }

  Set<String> tags() {
    return Collections.unmodifiableSet(tags);
  }

  /** Whether any article that appears or expires may change the answer. */
  boolean isListing() {
    return listing;
  }

  /** Whether the answer is for its asker alone. */
  boolean isPassing() {
    return passing;
  }

  @Nullable Instant changesAt() {
    return changesAt;
  }

  @Nullable Instant datedAt() {
    return datedAt;
  }
}
