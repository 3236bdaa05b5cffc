package dev.sarkhat.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Ends requests whose body does not arrive in time. Whoever reads a body waits for it on a worker
 * thread, and a client that sends a byte now and then never counts as idle: a few hundred of those
 * would hold every thread there is.
 */
@Singleton
class SlowBodies {

  /** Before the checks: the body of a request that they refuse arrives all the same. */
  private static final int BEFORE_CHECKS = StrictRequests.FIRST + 1;

  private final Vertx vertx;
  private final RoutedProblems problems;
  private final StreamedBodies streamed;
  private final long timeout;

  @Inject
  SlowBodies(Vertx vertx, RoutedProblems problems, StreamedBodies streamed, HttpSettings settings) {
    this.vertx = vertx;
    this.problems = problems;
    this.streamed = streamed;
    this.timeout = settings.bodyTimeout().toMillis();
  }

  void register(@Observes Filters filters) {
    filters.register(this::watch, BEFORE_CHECKS);
  }

  private void watch(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (hasBody(request) && streamed.of(request) == null) {
      long timer = vertx.setTimer(timeout, fired -> endUnlessArrived(context));
      // Also when the connection breaks.
      request.end().onComplete(ended -> vertx.cancelTimer(timer));
    }
    context.next();
  }

  /** By the fields that frame a body (RFC 9112, section 6.3), which HTTP/2 does without. */
  private static boolean hasBody(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length != null) {
      return !length.equals("0");
    }
    return request.version() == HttpVersion.HTTP_2
        ? !HttpMethod.GET.equals(request.method()) && !HttpMethod.HEAD.equals(request.method())
        : request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
  }

  private void endUnlessArrived(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (request.isEnded()) {
      return;
    }
    // What has arrived is thrown away: unread bytes would make the operating system reset the
    // connection before the client has read the answer.
    request.resume();
    try {
      answer(context);
    } finally {
      // Also over HTTP/2, where other requests share the connection: a stream that is reset alone
      // leaves its reader waiting.
      request.connection().close();
    }
  }

  private void answer(RoutingContext context) {
    HttpServerResponse response = context.response();
    if (response.headWritten()) {
      return;
    }
    if (context.request().version() != HttpVersion.HTTP_2) {
      response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
    problems.answer(
        context,
        ProblemException.of(
            ProblemType.REQUEST_TIMEOUT,
            "The body did not arrive within " + timeout + " milliseconds."));
  }
}
