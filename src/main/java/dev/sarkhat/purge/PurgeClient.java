package dev.sarkhat.purge;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Sends purges. It follows no redirects, and no answer keeps it longer than the time limit. */
final class PurgeClient {

  /** Enough for an envelope that tells of a refusal; what is longer is not kept. */
  private static final int BODY_LIMIT = 16 * 1024;

  /** Client errors that pass by themselves (RFC 9110, section 15.5; RFC 6585, section 4). */
  private static final Set<Integer> PASSING = Set.of(408, 425, 429);

  private final HttpClient http;
  private final Duration timeout;
  private final Clock clock;

  /**
   * @param timeout for a whole exchange, from the connection to the end of the answer
   */
  PurgeClient(Duration timeout, Clock clock) {
    this.http =
        HttpClient.newBuilder()
            // To Varnish an HTTP/2 client would offer an upgrade with every first request.
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout)
            .build();
    this.timeout = timeout;
    this.clock = clock;
  }

  /** Tells a network of a purge. What comes after a request that failed is not sent. */
  PurgeOutcome send(Purger purger, Purge purge) throws InterruptedException {
    for (HttpRequest request : purger.requests(purge)) {
      PurgeOutcome outcome = send(purger, request);
      if (outcome instanceof PurgeOutcome.Failed) {
        return outcome;
      }
    }
    return new PurgeOutcome.Accepted();
  }

  private PurgeOutcome send(Purger purger, HttpRequest request) throws InterruptedException {
    BodyStart body = new BodyStart();
    CompletableFuture<HttpResponse<Void>> exchange =
        http.sendAsync(request, BodyHandlers.ofByteArrayConsumer(body::add));
    try {
      HttpResponse<Void> response = exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return purger.isAccepted(response.statusCode(), body.text())
          ? new PurgeOutcome.Accepted()
          : refused(request, response);
    } catch (TimeoutException late) {
      return failed(request, "no answer within " + timeout.toMillis() + " ms");
    } catch (ExecutionException broken) {
      return failed(request, describe(broken.getCause()));
    } finally {
      exchange.cancel(true);
    }
  }

  private PurgeOutcome.Failed refused(HttpRequest request, HttpResponse<Void> response) {
    int status = response.statusCode();
    boolean hopeless = status < 500 && !PASSING.contains(status);
    return new PurgeOutcome.Failed(
        label(request) + " was answered with " + status,
        hopeless,
        response.headers().firstValue("Retry-After").flatMap(this::delay));
  }

  private static PurgeOutcome.Failed failed(HttpRequest request, String reason) {
    return new PurgeOutcome.Failed(label(request) + ": " + reason, false, Optional.empty());
  }

  /** Fields and bodies, where the secrets are, are left out. */
  private static String label(HttpRequest request) {
    return request.method() + " " + request.uri();
  }

  private static String describe(@Nullable Throwable failure) {
    if (failure == null) {
      return "unknown";
    }
    String message = failure.getMessage();
    String name = failure.getClass().getSimpleName();
    return message == null ? name : name + " " + message;
  }

  /** Seconds or a date (RFC 9110, section 10.2.3); what is neither is as if it were not there. */
  private Optional<Duration> delay(String retryAfter) {
    String value = retryAfter.strip();
    try {
      if (value.matches("[0-9]{1,9}")) {
        return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
      }
      ZonedDateTime date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
      return Optional.of(Duration.between(clock.instant(), date.toInstant()))
          .filter(delay -> !delay.isNegative());
    } catch (DateTimeException neither) {
      return Optional.empty();
    }
  }

  /** The beginning of a body. One thread fills it, and another reads it after the end. */
  private static final class BodyStart {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    synchronized void add(Optional<byte[]> chunk) {
      chunk.ifPresent(
          each -> bytes.write(each, 0, Math.min(each.length, BODY_LIMIT - bytes.size())));
    }

    synchronized String text() {
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }
}
