package dev.sarkhat.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.Newsroom;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Inject;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The limits on HTTP/2, where requests share a connection. */
@QuarkusTest
class Http2LimitsTest {

  @Inject Vertx vertx;

  @TestHTTPResource URL server;

  private HttpClient client;

  @BeforeEach
  void open() {
    client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setHttp2ClearTextUpgrade(false)
                .setHttp2MaxPoolSize(3)
                .setDefaultHost(server.getHost())
                .setDefaultPort(server.getPort()));
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void bodyThatDoesNotArriveIsGivenUp() throws Exception {
    HttpClientRequest request = await(slowBody());
    assertEquals(408, await(request.response()).statusCode());
  }

  @Test
  void slowBodiesDoNotHoldTheServer() throws Exception {
    List<Future<?>> ends = new ArrayList<>();
    for (int i = 0; i < RequestLimitsTest.MANY; i++) {
      // Some find their connection closed for the sake of an earlier one.
      ends.add(slowBody().compose(HttpClientRequest::response).otherwiseEmpty());
    }
    await(Future.all(ends));
    String get = "GET /v1/tags/" + Newsroom.unique("nothing") + " HTTP/1.1\r\nHost: a\r\n\r\n";
    RawHttp.assertStatus(404, RawHttp.exchange(server, get));
  }

  private Future<HttpClientRequest> slowBody() {
    return client
        .request(HttpMethod.POST, "/test/length")
        .onSuccess(
            request ->
                request
                    // The client would log it.
                    .exceptionHandler(broken -> {})
                    .putHeader("content-type", "application/json")
                    .setChunked(true)
                    .write("1"));
  }

  @Test
  void tooLargeHeaderFieldsAreToldAsAProblem() throws Exception {
    HttpClientRequest request = await(client.request(HttpMethod.GET, "/nowhere"));
    request.putHeader("x", "a".repeat(HeadLimits.LONGEST_FIELDS));
    String body = await(request.send().compose(HttpClientResponse::body)).toString();
    assertTrue(body.contains("\"code\":\"header-fields-too-large\""), body);
  }

  @Test
  void oneConnectionHasOnlySoManyRequestsAtOnce() throws Exception {
    HttpClientRequest request = await(client.request(HttpMethod.GET, "/health/live"));
    await(request.send());
    assertEquals(100, request.connection().remoteSettings().getMaxConcurrentStreams());
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }
}
