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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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

  /** A weight of zero (RFC 9110, section 12.4.2), but not one such as the 0.8 of browsers. */
  private static final Pattern NOT_WANTED =
      Pattern.compile("q=0(\\.0*)?(?![.0-9])", Pattern.CASE_INSENSITIVE);

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
      if (answer != null && isPlain(request.headers())) {
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
    return !headers.contains(HttpHeaders.CONTENT_LENGTH)
        && !headers.contains(HttpHeaders.TRANSFER_ENCODING)
        && headers.getAll(HttpHeaders.HOST).size() <= 1
        && acceptsJson(headers.get(HttpHeaders.ACCEPT));
  }

  /** Whether it is certain that the client takes JSON; Jakarta REST tells the other cases apart. */
  static boolean acceptsJson(@Nullable String accept) {
    return accept == null
        || accept.equals("*/*")
        || ((accept.contains("application/json") || accept.contains("*/*"))
            && !NOT_WANTED.matcher(accept).find());
  }

  private void secondLook(RoutingContext context) {
    HttpServerRequest request = context.request();
    CachedResource resource = isRead(request) ? resources.find(request.path()) : null;
    String key = resource == null ? null : resource.key(request.path(), request.query());
    if (resource == null || key == null) {
      // Jakarta REST tells what is wrong with the query.
      context.next();
    } else if (hasCredentials(request.headers())
        || !isPlain(request.headers())
        || !store.keeps(key)) {
      metrics.bypasses.increment();
      loads.render(context, resource.policy());
    } else {
      loads.answer(context, resource.policy(), key);
    }
  }
}
