package dev.sarkhat.purge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sarkhat.purge.RecordingServer.Answer;
import dev.sarkhat.purge.RecordingServer.Received;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes over the wire to each network, and what its answers are taken for. */
class PurgeFormsTest {

  private static final String SECRET = "s3cret-t0ken";
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-03-21T12:00:00Z"), ZoneOffset.UTC);
  private static final Purge TAGS = Purge.Tags.of(List.of("a7", "l"), List.of("s2", "a5", "l"));

  private final PurgeClient client = new PurgeClient(Duration.ofSeconds(20), NOON);
  private RecordingServer server;

  @BeforeEach
  void start() throws IOException {
    server = new RecordingServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void fastlyTakesKeysInAFieldAndSoftlyWhatWasEdited() throws InterruptedException {
    accepted(fastly(), TAGS);
    List<Received> received = server.take();
    assertEquals(2, received.size());
    Received hard = received.get(0);
    assertEquals("POST /service/SU1/purge", hard.method() + " " + hard.path());
    assertEquals("a7 l", hard.header("Surrogate-Key"));
    assertNull(hard.header("Fastly-Soft-Purge"));
    assertEquals(SECRET, hard.header("Fastly-Key"));
    Received soft = received.get(1);
    assertEquals("a5 s2", soft.header("Surrogate-Key"));
    assertEquals("1", soft.header("Fastly-Soft-Purge"));
  }

  @Test
  void fastlyPurgesEverything() throws InterruptedException {
    accepted(fastly(), new Purge.Everything());
    Received received = server.take().get(0);
    assertEquals("POST /service/SU1/purge_all", received.method() + " " + received.path());
    assertNull(received.header("Fastly-Soft-Purge"));
  }

  @Test
  void cloudflareTakesTagsInJson() throws InterruptedException, JsonProcessingException {
    accepted(cloudflare(), TAGS);
    List<Received> received = server.take();
    assertEquals(1, received.size());
    Received only = received.get(0);
    assertEquals("POST /client/v4/zones/z9/purge_cache", only.method() + " " + only.path());
    assertEquals("Bearer " + SECRET, only.header("Authorization"));
    assertEquals("application/json", only.header("Content-Type"));
    assertEquals("{\"tags\":[\"a5\",\"a7\",\"l\",\"s2\"]}", only.body());
    accepted(cloudflare(), new Purge.Everything());
    assertEquals("{\"purge_everything\":true}", server.take().get(0).body());
  }

  @Test
  void cloudflareHasToSayThatItDid() throws InterruptedException {
    server.answer(
        new Answer(200, Map.of(), "{\"success\":false,\"errors\":[{\"code\":1107}]}"),
        new Answer(200, Map.of(), "<html>a proxy's page</html>"),
        new Answer(200, Map.of(), ""));
    for (int i = 0; i < 3; i++) {
      failed(cloudflare(), TAGS);
    }
  }

  @Test
  void varnishWithXkeyTakesPurges() throws InterruptedException {
    accepted(varnish(VarnishPurger.Method.XKEY), TAGS);
    List<Received> received = server.take();
    assertEquals(2, received.size());
    assertEquals("PURGE /", received.get(0).method() + " " + received.get(0).path());
    assertEquals("a7 l", received.get(0).header("xkey-purge"));
    assertEquals("PURGE", received.get(1).method());
    assertEquals("a5 s2", received.get(1).header("xkey-softpurge"));
    assertNull(received.get(1).header("Upgrade"));
  }

  @Test
  void varnishWithoutItTakesBans() throws InterruptedException {
    accepted(varnish(VarnishPurger.Method.BAN), TAGS);
    List<Received> received = server.take();
    assertEquals(1, received.size());
    assertEquals("BAN /", received.get(0).method() + " " + received.get(0).path());
    assertEquals("a5 a7 l s2", received.get(0).header("ban-tags"));
    for (VarnishPurger.Method method : VarnishPurger.Method.values()) {
      accepted(varnish(method), new Purge.Everything());
      Received everything = server.take().get(0);
      assertEquals("BAN *", everything.method() + " " + everything.header("ban-tags"));
    }
  }

  @Test
  void noRequestBearsMoreThanTheNetworkTakes() throws InterruptedException, IOException {
    List<String> many = IntStream.range(0, 1000).mapToObj(i -> "a" + i).sorted().toList();
    Purge purge = Purge.Tags.of(List.of(), many);

    accepted(fastly(), purge);
    assertParts(many, 256, server.take().stream().map(each -> each.tags("Surrogate-Key")).toList());

    accepted(varnish(VarnishPurger.Method.XKEY), purge);
    assertParts(
        many, 256, server.take().stream().map(each -> each.tags("xkey-softpurge")).toList());

    accepted(cloudflare(), purge);
    List<List<String>> parts = new ArrayList<>();
    for (Received each : server.take()) {
      List<String> part = new ArrayList<>();
      for (JsonNode tag : new ObjectMapper().readTree(each.body()).get("tags")) {
        part.add(tag.asText());
      }
      parts.add(part);
    }
    assertParts(many, 100, parts);
  }

  @Test
  void whatWasRefusedIsToldWithoutSecrets() throws InterruptedException {
    for (int status : List.of(400, 401, 403, 404, 405)) {
      server.answer(Answer.of(status));
      PurgeOutcome.Failed failed = failed(fastly(), TAGS);
      assertTrue(failed.hopeless(), failed.reason());
      assertTrue(failed.reason().contains("POST " + server.address()), failed.reason());
      assertTrue(failed.reason().endsWith("answered with " + status), failed.reason());
      assertFalse(failed.reason().contains(SECRET), failed.reason());
    }
    for (Purger purger : List.of(fastly(), cloudflare())) {
      assertFalse(purger.toString().contains(SECRET), purger.toString());
      assertFalse(purger.target().contains(SECRET), purger.target());
    }
  }

  @Test
  void failuresOfTheMomentMayPass() throws InterruptedException {
    for (int status : List.of(408, 425, 429, 500, 502, 503, 504)) {
      server.answer(Answer.of(status));
      assertFalse(failed(fastly(), TAGS).hopeless());
    }
  }

  @Test
  void theNetworkMayAskForTime() throws InterruptedException {
    assertEquals(Optional.of(Duration.ofSeconds(30)), retryAfter("30"));
    assertEquals(Optional.of(Duration.ofMinutes(1)), retryAfter("Sat, 21 Mar 2026 12:01:00 GMT"));
    assertEquals(Optional.empty(), retryAfter("Sat, 21 Mar 2026 11:00:00 GMT"));
    assertEquals(Optional.empty(), retryAfter("soon"));
    assertEquals(Optional.empty(), retryAfter("-5"));
  }

  @Test
  void redirectsAreNotFollowed() throws InterruptedException {
    server.answer(new Answer(307, Map.of("Location", server.address() + "/elsewhere"), ""));
    assertTrue(failed(fastly(), TAGS).hopeless());
    assertEquals(1, server.take().size());
  }

  @Test
  void whatComesAfterAFailureIsNotSent() throws InterruptedException {
    server.answer(Answer.of(503));
    failed(fastly(), TAGS);
    assertEquals(1, server.take().size());
  }

  @Test
  void aSilentNetworkAndAClosedPortAreFailures() throws InterruptedException {
    server.beSilent();
    PurgeClient hasty = new PurgeClient(Duration.ofMillis(200), NOON);
    PurgeOutcome.Failed late =
        assertInstanceOf(PurgeOutcome.Failed.class, hasty.send(fastly(), TAGS));
    assertTrue(late.reason().contains("no answer within 200 ms"), late.reason());
    server.close();
    PurgeOutcome.Failed refused = failed(fastly(), TAGS);
    assertFalse(refused.hopeless(), refused.reason());
    assertTrue(refused.reason().contains("ConnectException"), refused.reason());
  }

  private Purger fastly() {
    return new FastlyPurger(server.address(), "SU1", SECRET);
  }

  private Purger cloudflare() {
    return new CloudflarePurger(server.address(), "z9", SECRET);
  }

  private Purger varnish(VarnishPurger.Method method) {
    return new VarnishPurger(server.address(), method);
  }

  private void accepted(Purger purger, Purge purge) throws InterruptedException {
    assertInstanceOf(PurgeOutcome.Accepted.class, client.send(purger, purge));
  }

  private PurgeOutcome.Failed failed(Purger purger, Purge purge) throws InterruptedException {
    return assertInstanceOf(PurgeOutcome.Failed.class, client.send(purger, purge));
  }

  private Optional<Duration> retryAfter(String value) throws InterruptedException {
    server.answer(new Answer(429, Map.of("Retry-After", value), ""));
    return failed(fastly(), TAGS).retryAfter();
  }

  private static void assertParts(List<String> all, int limit, List<List<String>> parts) {
    assertEquals(all, parts.stream().flatMap(List::stream).toList());
    assertTrue(parts.stream().allMatch(part -> part.size() <= limit));
    assertEquals((all.size() + limit - 1) / limit, parts.size());
  }
}
