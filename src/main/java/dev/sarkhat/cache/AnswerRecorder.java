package dev.sarkhat.cache;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.time.Clock;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a resource method answered, makes the bytes of it, keeps them, and gives the client
 * who asked the form that it can use: exactly what the next one will get from the cache.
 */
class AnswerRecorder {

  /** After the filters that complete the entity. */
  private static final int LAST = 100;

  private static final Annotation[] NO_ANNOTATIONS = {};

  private final AnswerFactory factory;
  private final AnswerStore store;
  private final AnswerWriter writer;
  private final Rendering rendering;
  private final CacheMetrics metrics;
  private final Clock clock;

  @Inject
  AnswerRecorder(
      AnswerFactory factory,
      AnswerStore store,
      AnswerWriter writer,
      Rendering rendering,
      CacheMetrics metrics,
      Clock clock) {
    this.factory = factory;
    this.store = store;
    this.writer = writer;
    this.rendering = rendering;
    this.metrics = metrics;
    this.clock = clock;
  }

  /**
   * Lets the rendering live from before the request waits for a worker: a client who leaves
   * meanwhile ends the request without any filter being asked, and only what lives hears of it.
   */
  @ServerRequestFilter(preMatching = true)
  void begin(RoutingContext context) {
    if (Load.of(context) != null) {
      rendering.asOf();
    }
  }

  @ServerResponseFilter(priority = LAST)
  void record(ContainerResponseContext response, RoutingContext context, HttpServerRequest request)
      throws IOException {
    Load load = Load.of(context);
    if (load == null) {
      return;
    }
    try {
      String key = load.key();
      Answer before = key == null ? null : store.latest(key);
      switch (response.getStatus()) {
        case 200, 404, 410 -> answer(load, before, response, request);
        case 500, 503 -> spare(before, response, request);
        default -> {
          // A refusal is the client's own and not kept.
        }
      }
    } finally {
      load.end();
      metrics.rendered(load.elapsedNanos());
    }
  }

  private void answer(
      Load load,
      @Nullable Answer before,
      ContainerResponseContext response,
      HttpServerRequest request)
      throws IOException {
    Answer answer = factory.create(load, rendering, before, response);
    long now = clock.millis();
    // What the asker takes is made before others can see the answer, so that it is made once.
    AnswerForm form = form(answer, request, now);
    String key = load.key();
    CacheStatus status = CacheStatus.BYPASS;
    // A resource that asked nothing of the database, as for an address that cannot be, costs
    // nothing.
    if (key != null && !rendering.tags().isEmpty() && !rendering.isPassing()) {
      if (!store.put(key, answer)) {
        status = CacheStatus.TOO_LONG;
      } else {
        status = before == null ? CacheStatus.MISS : CacheStatus.STALE;
      }
    }
    give(answer, form, status, response, request, now);
  }

  private static AnswerForm form(Answer answer, HttpServerRequest request, long now)
      throws IOException {
    AnswerForm form = AnswerForm.of(answer, request.headers(), now);
    if (form.isMissing(answer)) {
      GzipCompression.make(answer);
    }
    return form;
  }

  /** The rendering failed: better an old answer than none, if it harms nobody. */
  private void spare(
      @Nullable Answer before, ContainerResponseContext response, HttpServerRequest request)
      throws IOException {
    if (before != null && store.isHarmless(before)) {
      metrics.graces.increment();
      long now = clock.millis();
      give(before, form(before, request, now), CacheStatus.GRACE, response, request, now);
    }
  }

  private void give(
      Answer answer,
      AnswerForm form,
      CacheStatus status,
      ContainerResponseContext response,
      HttpServerRequest request,
      long now) {
    Buffer body = form.body(answer);
    response.getHeaders().clear();
    response.setStatus(form.status(answer));
    if (body == null) {
      response.setEntity(null);
    } else {
      response.setEntity(
          body.getBytes(), NO_ANNOTATIONS, MediaType.valueOf(answer.contentType.toString()));
    }
    writer.addFields(request.response().headers(), answer, form, status, now);
    if (body != null && request.method() == HttpMethod.HEAD) {
      AnswerWriter.addLength(request.response().headers(), body);
    }
  }
}
