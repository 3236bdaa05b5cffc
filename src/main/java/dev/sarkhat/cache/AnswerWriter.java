package dev.sarkhat.cache;

import dev.sarkhat.http.HttpDate;
import dev.sarkhat.http.PublicHeaders;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Writes answers straight to the connection. */
@Singleton
class AnswerWriter {

  private final PublicHeaders publicHeaders;
  private final FreshnessFields freshnessFields;
  private final GzipCompression gzip;
  private final BrotliCompression brotli;
  private final Clock clock;

  @Inject
  AnswerWriter(
      PublicHeaders publicHeaders,
      FreshnessFields freshnessFields,
      GzipCompression gzip,
      BrotliCompression brotli,
      Clock clock) {
    this.publicHeaders = publicHeaders;
    this.freshnessFields = freshnessFields;
    this.gzip = gzip;
    this.brotli = brotli;
    this.clock = clock;
  }

  /** Ends a request to which nothing has been written yet. */
  void send(HttpServerRequest request, Answer answer, CacheStatus cacheStatus) {
    publicHeaders.addTo(request.response().headers());
    finish(request, answer, cacheStatus);
  }

  /** Ends a request whose response bears the fields of every answer already. */
  void finish(HttpServerRequest request, Answer answer, CacheStatus cacheStatus) {
    long now = clock.millis();
    AnswerForm form = AnswerForm.of(answer, request.headers(), now);
    if (form.isMissing(answer)) {
      gzip.make(answer, made -> write(request, answer, made, cacheStatus, clock.millis()));
      return;
    }
    if (form == AnswerForm.GZIP && answer.brotli() == null) {
      brotli.prepare(answer, request.getHeader(HttpHeaders.ACCEPT_ENCODING));
    }
    write(request, answer, form, cacheStatus, now);
  }

  private void write(
      HttpServerRequest request,
      Answer answer,
      AnswerForm form,
      CacheStatus cacheStatus,
      long now) {
    HttpServerResponse response = request.response();
    if (response.ended() || response.closed()) {
      // The client has left while it waited.
      return;
    }
    addFields(response.headers(), answer, form, cacheStatus, now);
    response.setStatusCode(form.status(answer));
    Buffer body = form.body(answer);
    if (body == null) {
      response.end();
      return;
    }
    response.headers().add(HttpHeaders.CONTENT_TYPE, answer.contentType);
    if (request.method() == HttpMethod.HEAD) {
      addLength(response.headers(), body);
      response.end();
    } else {
      response.end(body);
    }
  }

  /** Tells how long the body is that a response to HEAD leaves out (RFC 9110, section 9.3.2). */
  static void addLength(MultiMap headers, Buffer body) {
    headers.set(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
  }

  /**
   * Adds the fields of the answer, but for its content type.
   *
   * @param now in milliseconds since 1970
   */
  void addFields(
      MultiMap headers, Answer answer, AnswerForm form, CacheStatus cacheStatus, long now) {
    CharSequence[] fields = answer.fields;
    for (int i = 0; i < fields.length; i += 2) {
      headers.add(fields[i], fields[i + 1]);
    }
    if (answer.contentSecurityPolicy != null) {
      headers.set(PublicHeaders.CONTENT_SECURITY_POLICY, answer.contentSecurityPolicy);
    }
    CharSequence coding = form.coding();
    if (coding != null) {
      headers.add(HttpHeaders.CONTENT_ENCODING, coding);
    }
    headers.add(CacheStatus.FIELD, cacheStatus.value());
    if (cacheStatus == CacheStatus.GRACE) {
      freshnessFields.replace(headers, RemainingFreshness.of(answer.freshness, 0));
    } else if (answer.changesAt != Answer.NEVER) {
      // Others do not outlive the instant at which the answer changes by itself.
      freshnessFields.replace(headers, answer.remainingFreshness(now));
    }
    if (answer.lastModified <= now) {
      headers.add(HttpHeaders.LAST_MODIFIED, HttpDate.format(answer.lastModified));
    }
  }
}
