package dev.sarkhat.cache;

import dev.sarkhat.change.ChangeTailer;
import dev.sarkhat.change.TailerState;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Answers from the cache on the event loop: before authentication, before Jakarta REST, and while
 * all workers and all connections of the pool are busy.
 *
 * <p>It looks at a request twice. The first look, before everything else, finds addresses that were
 * spelled like this before, which have passed all checks then. The second, behind the checks of the
 * request, knows every spelling, and renders what is missing.
 */
@Singleton
class CacheFilter {

  /** Before the checks of the request, whose filters are registered from 10,000 on. */
  private static final int FIRST = 20_000;

  /** Behind the checks, before authentication (200). */
  private static final int BEHIND_CHECKS = 250;

  private static final CharSequence API_KEY = HttpHeaders.createOptimized("X-API-Key");

  private final AnswerStore store;
  private final AnswerWriter writer;
  private final CachedResources resources;
  private final Loads loads;
  private final ChangeTailer tailer;
  private final CacheMetrics metrics;

  @Inject
  CacheFilter(
      AnswerStore store,
      AnswerWriter writer,
      CachedResources resources,
      Loads loads,
      ChangeTailer tailer,
      CacheMetrics metrics) {
    this.store = store;
    this.writer = writer;
    this.resources = resources;
    this.loads = loads;
    this.tailer = tailer;
    this.metrics = metrics;
  }

  void register(@Observes Filters filters) {
    filters.register(this::firstLook, FIRST);
    filters.register(this::secondLook, BEHIND_CHECKS);
  }

  private void firstLook(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (tailer.state() == TailerState.CURRENT && isAnonymousRead(request)) {
      Answer answer = store.current(request.uri());
      if (answer != null
          && isPlain(request.headers())
          && answer.choice.isPlain(request.getHeader(HttpHeaders.ACCEPT))) {
        metrics.hits.increment();
        writer.send(request, answer, CacheStatus.HIT);
        return;
      }
    }
    context.next();
  }

  private static boolean isAnonymousRead(HttpServerRequest request) {
    return isRead(request) && !hasCredentials(request.headers());
  }

  private static boolean isRead(HttpServerRequest request) {
    return request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
  }

  private static boolean hasCredentials(MultiMap headers) {
    return headers.contains(HttpHeaders.AUTHORIZATION) || headers.contains(API_KEY);
  }

  /** Whether nothing in the fields needs the checks that every request else passes. */
  private static boolean isPlain(MultiMap headers) {
    return !hasBody(headers) && headers.getAll(HttpHeaders.HOST).size() <= 1;
  }

  /** Some clients announce with each GET that nothing follows. */
  private static boolean hasBody(MultiMap headers) {
    String length = headers.get(HttpHeaders.CONTENT_LENGTH);
    return (length != null && !length.equals("0"))
        || headers.contains(HttpHeaders.TRANSFER_ENCODING);
  }

  private void secondLook(RoutingContext context) {
    HttpServerRequest request = context.request();
    // As the router reads it, for whom an escaped letter is the letter.
    CachedResource resource = isRead(request) ? resources.find(context.normalizedPath()) : null;
    String key = resource == null ? null : resource.key(request.path(), request.query());
    if (resource == null || key == null) {
      // Jakarta REST tells what is wrong with the query.
      context.next();
    } else if (isShared(request, resource) && store.keeps(key)) {
      loads.answer(context, resource, key);
    } else {
      metrics.bypasses.increment();
      loads.render(context, resource);
    }
  }

  /** Whether the answer is the one that everybody gets who asks for the same. */
  private boolean isShared(HttpServerRequest request, CachedResource resource) {
    MultiMap headers = request.headers();
    return !hasCredentials(headers)
        && isPlain(headers)
        && resource.choice().isShared(headers.get(HttpHeaders.ACCEPT))
        && resources.find(request.path()) != null;
  }
}
