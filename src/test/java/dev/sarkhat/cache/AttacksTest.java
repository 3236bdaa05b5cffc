package dev.sarkhat.cache;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.ApiTest;
import dev.sarkhat.Newsroom;
import dev.sarkhat.section.Section;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That nobody spoils, for others, what the cache answers. */
@QuarkusTest
class AttacksTest extends ApiTest {

  private static final int LONG_ANSWER = 900_000;

  @Inject AnswerStore store;
  @Inject Validity validity;
  @Inject CacheConfiguration configuration;
  @Inject MeterRegistry meters;
  @Inject Clock clock;
  @TestHTTPResource URL server;

  private Client client;
  private Section section;
  private String hot;

  @BeforeEach
  void makeHotAddress() {
    client = new Client(server);
    section = newsroom.section();
    hot = "/v1/articles/" + newsroom.article(section).store();
  }

  @ParameterizedTest
  @CsvSource({
    "X-Forwarded-Host, evil.example.org",
    "X-Forwarded-Proto, evil",
    "X-Forwarded-Prefix, /evil",
    "Forwarded, host=evil.example.org",
    "X-Original-URL, /v1/evil",
    "X-Rewrite-URL, /v1/evil",
    "X-HTTP-Method-Override, DELETE",
    "X-Method-Override, POST",
    "Origin, https://evil.example.org",
    "Range, bytes=0-1",
    "Cookie, session=evil",
    "Accept-Language, xx",
    "User-Agent, evil",
    "Accept, application/json;q=0.1",
    "Cache-Control, no-store",
    "Pragma, no-cache"
  })
  void fieldsOfOneRequestAreNotSeenInTheNext(String name, String value) {
    for (String address :
        List.of(
            hot,
            "/v1/articles?limit=1&section=" + section.slug(),
            "/v1/articles/777777" + section.id())) {
      Client.Reply poisoned = client.get(address, name, value);
      Client.Reply next = client.get(address);
      assertTrue(next.isHit(), address);
      assertFalse(next.text().contains("evil"), next.text());
      assertFalse(next.fields().toString().contains("evil"), () -> next.fields().toString());
      assertEquals(client.uncached(address).content(), next.content());
      assertEquals(next.content(), poisoned.content());
    }
  }

  @Test
  void unknownParametersAreRefusedAndNotKept() {
    client.get(hot);
    double entries = gauge("entries");
    for (int i = 0; i < 50; i++) {
      assertEquals(400, client.get(hot + "?x" + i + "=1").status());
      assertEquals("hit", client.get(hot + "?utm_source=" + i).cacheStatus());
    }
    assertTrue(gauge("entries") <= entries + 1);
  }

  @Test
  void otherSpellingsShareTheEntry() {
    String list = "/v1/articles?section=" + section.slug();
    Client.Reply first = client.get(list + "&limit=2&fields=id,title");
    for (String spelling :
        List.of(
            "/v1/articles?limit=2&fields=title,id&section=" + section.slug(),
            "/v1/articles?fields=id,title,id&utm_x=1&limit=2&section=" + section.slug(),
            "/v1/articles?%6Cimit=2&sort=-publishedAt&fields=%74itle%2cid&section="
                + section.slug())) {
      Client.Reply reply = client.get(spelling);
      assertEquals("hit", reply.cacheStatus(), spelling);
      assertEquals(first.text(), reply.text());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/jsonl", "image/*"})
  void whatCannotBeMetIsRefusedOnAHotAddress(String accept) {
    assertEquals(406, client.get(hot, "Accept", accept).status());
    client.get(hot);
    assertEquals(406, client.get(hot, "Accept", accept).status());
    assertEquals("hit", client.get(hot).cacheStatus());
  }

  @Test
  void whatNeedsAnotherLookIsRenderedAloneAndWithAllFields() throws IOException {
    client.get(hot);
    for (String spelling :
        List.of(
            "GET " + hot + " HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}",
            "GET " + hot.replace("articles", "%61rticles") + " HTTP/1.1\r\nHost: a\r\n\r\n")) {
      String answer = exchange(spelling);
      assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
      assertTrue(answer.contains("fwd=bypass"), answer);
      assertTrue(answer.toLowerCase(java.util.Locale.ROOT).contains("\r\netag: w/\""), answer);
    }
    String bodiless = exchange("GET " + hot + " HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n");
    assertTrue(bodiless.contains("Sarkhat; hit"), bodiless);
  }

  @Test
  void twoHostsAreRefusedOnAHotAddress() throws IOException {
    client.get(hot);
    assertEquals("hit", client.get(hot).cacheStatus());
    String answer = exchange("GET " + hot + " HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
  }

  @Test
  void longAddressesAreServedAndNotKept() {
    StringBuilder ids = new StringBuilder("1");
    for (int i = 0; i < 80; i++) {
      ids.append(',').append(100_000_000_000_000L + i);
    }
    for (int i = 0; i < 2; i++) {
      Client.Reply reply = client.get("/v1/articles?ids=" + ids);
      assertEquals(200, reply.status());
      assertEquals("fwd=bypass", reply.cacheStatus());
    }
  }

  @Test
  void aFloodOfAbsencesLeavesHotAnswers() {
    client.get(hot);
    for (int i = 0; i < 300; i++) {
      assertEquals(404, client.get("/v1/tags/" + Newsroom.unique("none")).status());
    }
    for (int i = 0; i < 40_000; i++) {
      store.put("/v1/tags/flood" + i, answer(404, 200));
    }
    assertTrue(client.get(hot).isHit());
    await(() -> gauge("absences") <= configuration.absences());
  }

  @Test
  void aScanLeavesHotAnswersAndABoundedHeap() {
    client.get(hot);
    double most = Runtime.getRuntime().maxMemory() / 100.0 * configuration.heapShare();
    for (int i = 0; i * (double) LONG_ANSWER < 3 * most; i++) {
      store.put("/v1/articles?to=" + i, answer(200, LONG_ANSWER));
      if (i % 10 == 0) {
        assertTrue(client.get(hot).isHit(), "after " + i);
      }
    }
    await(() -> gauge("bytes") <= most);
    assertTrue(client.get(hot).isHit());
    store.clear();
  }

  @Test
  void whatIsTooLongIsNotKept() {
    store.put("/v1/long", answer(200, 2_000_000));
    assertNull(store.latest("/v1/long"));
  }

  /** They share their bytes, and count them each. */
  private static final Buffer BYTES = Buffer.buffer(new byte[2_000_000]);

  private Answer answer(int status, int length) {
    long now = clock.millis();
    return new Answer(
        status,
        new CharSequence[0],
        "application/json",
        null,
        AnswerChoice.JSON,
        "W/\"x\"",
        BYTES.slice(0, length),
        false,
        CachePolicy.ABSENCE,
        new int[0],
        validity.epoch(),
        now,
        Answer.NEVER,
        Answer.NEVER,
        Answer.NEVER);
  }

  private double gauge(String name) {
    return meters.get("sarkhat.cache." + name).gauge().value();
  }

  private String exchange(String request) throws IOException {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(10_000);
      socket
          .getOutputStream()
          .write(request.replaceFirst("\r\n", "\r\nConnection: close\r\n").getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  private static void await(java.util.function.BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, "it never came to that");
      Thread.onSpinWait();
    }
  }
}
