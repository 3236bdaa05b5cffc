package dev.sarkhat.purge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sarkhat.purge.RunningVarnish.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The purges and {@code operations/varnish*.vcl} against a real Varnish, where one is installed
 * (Debian's packages varnish and varnish-modules).
 */
class VarnishTest {

  private static final String FRONT = "/v1/articles";
  private static final String EDITED = "/v1/articles/5";
  private static final String OTHER = "/v1/articles/55";

  private final PurgeClient client = new PurgeClient(Duration.ofSeconds(10), Clock.systemUTC());
  private Path directory;
  private VarnishOrigin origin;

  @BeforeEach
  void startOrigin(@TempDir Path directory) throws IOException {
    this.directory = directory;
    origin = new VarnishOrigin();
    origin.serve(FRONT, "l articles a5 a55");
    origin.serve(EDITED, "a5");
    origin.serve(OTHER, "a55");
  }

  @AfterEach
  void stopOrigin() {
    origin.close();
  }

  @Test
  void bansDropWhatBearsATagAndKeepTheRest() throws Exception {
    try (RunningVarnish varnish = start("varnish.vcl")) {
      fill(varnish);
      purge(varnish, VarnishPurger.Method.BAN, Purge.Tags.of(List.of(), List.of("a5", "s3")));
      assertEquals("2", varnish.get(FRONT).body());
      assertEquals("2", varnish.get(EDITED).body());
      assertEquals("1", varnish.get(OTHER).body());
    }
  }

  @Test
  void everythingIsEverythingOfOurs() throws Exception {
    origin.serve("/v1/untagged", "");
    try (RunningVarnish varnish = start("varnish.vcl")) {
      fill(varnish);
      varnish.get("/v1/untagged");
      purge(varnish, VarnishPurger.Method.BAN, new Purge.Everything());
      assertEquals("2", varnish.get(FRONT).body());
      assertEquals("2", varnish.get(OTHER).body());
      assertEquals("1", varnish.get("/v1/untagged").body());
    }
  }

  @Test
  void aBatchOfTheLargestSizeIsTaken() throws Exception {
    List<String> tags =
        LongStream.range(0, 256).mapToObj(i -> "l:s" + Long.toString(Long.MAX_VALUE - i)).toList();
    try (RunningVarnish varnish = start("varnish.vcl")) {
      origin.serve("/v1/last", tags.get(255));
      varnish.get("/v1/last");
      purge(varnish, VarnishPurger.Method.BAN, Purge.Tags.of(List.of(), tags));
      assertEquals("2", varnish.get("/v1/last").body());
    }
  }

  @Test
  void readersSeeNoTagsAndOutsidersPurgeNothing() throws Exception {
    try (RunningVarnish varnish = start("varnish.vcl")) {
      Reply reply = varnish.get(FRONT);
      assertEquals(200, reply.status());
      for (String name :
          List.of("Surrogate-Key", "Cache-Tag", "Surrogate-Control", "CDN-Cache-Control")) {
        assertTrue(reply.headers().firstValue(name).isEmpty(), name);
      }
      assertEquals("public, max-age=5", reply.headers().firstValue("Cache-Control").orElseThrow());
      assertEquals(400, varnish.send("BAN", "/", "ban-tags", "a5) || (obj").status());
      assertEquals(400, varnish.send("BAN", "/", "unrelated", "a5").status());
      assertEquals(405, varnish.send("PURGE", FRONT, "xkey-purge", "a5").status());
    }
    try (RunningVarnish strangers =
        RunningVarnish.start(directory, "varnish.vcl", origin.port(), "192.0.2.1")) {
      assertEquals(403, strangers.send("BAN", "/", "ban-tags", "a5").status());
    }
  }

  @Test
  void theAnswersPolicyIsFollowed() throws Exception {
    origin.policy(EDITED, "Cache-Control", "public, max-age=0, s-maxage=0");
    origin.policy(EDITED, "CDN-Cache-Control", "max-age=300");
    origin.policy(EDITED, "Surrogate-Control", null);
    origin.policy(OTHER, "Surrogate-Control", "no-store");
    try (RunningVarnish varnish = start("varnish.vcl")) {
      varnish.get(EDITED);
      assertEquals("1", varnish.get(EDITED).body());
      varnish.get(OTHER);
      assertEquals("2", varnish.get(OTHER).body());
    }
  }

  @Test
  void withXkeyEditsAreSeenAtOnceAndServeWhileTheOriginIsAway() throws Exception {
    try (RunningVarnish varnish = startWithXkey()) {
      fill(varnish);
      purge(varnish, VarnishPurger.Method.XKEY, Purge.Tags.of(List.of(), List.of("a5")));
      assertEquals("2", varnish.get(FRONT).body());
      assertEquals("2", varnish.get(EDITED).body());
      assertEquals("1", varnish.get(OTHER).body());

      purge(varnish, VarnishPurger.Method.XKEY, Purge.Tags.of(List.of(), List.of("a5")));
      origin.fail(true);
      assertEquals("2", varnish.get(EDITED).body());
      assertEquals("2", varnish.get(EDITED).body());
      origin.fail(false);
      varnish.getUntil(EDITED, reply -> Integer.parseInt(reply.body()) > 2);
    }
  }

  @Test
  void withXkeyWhatWasTakenDownIsGoneEvenWhileTheOriginIsAway() throws Exception {
    try (RunningVarnish varnish = startWithXkey()) {
      fill(varnish);
      purge(varnish, VarnishPurger.Method.XKEY, Purge.Tags.of(List.of("a5"), List.of("a55")));
      origin.fail(true);
      assertEquals(503, varnish.get(EDITED).status());
      assertEquals(503, varnish.get(FRONT).status());
      assertEquals("1", varnish.get(OTHER).body());
    }
  }

  @Test
  void withXkeyEverythingIsDropped() throws Exception {
    try (RunningVarnish varnish = startWithXkey()) {
      fill(varnish);
      purge(varnish, VarnishPurger.Method.XKEY, new Purge.Everything());
      origin.fail(true);
      assertEquals(503, varnish.get(OTHER).status());
      assertTrue(varnish.get(OTHER).headers().firstValue("xkey").isEmpty());
    }
  }

  private RunningVarnish start(String vcl) throws IOException, InterruptedException {
    assumeTrue(RunningVarnish.isInstalled(), "Skipped: there is no varnishd here.");
    return RunningVarnish.start(directory, vcl, origin.port(), "127.0.0.1");
  }

  private RunningVarnish startWithXkey() throws IOException, InterruptedException {
    assumeTrue(RunningVarnish.isInstalled(), "Skipped: there is no varnishd here.");
    assumeTrue(RunningVarnish.hasXkey(directory), "Skipped: this Varnish has no vmod_xkey.");
    return start("varnish-xkey.vcl");
  }

  private void fill(RunningVarnish varnish) throws IOException, InterruptedException {
    for (String path : List.of(FRONT, EDITED, OTHER)) {
      assertEquals("1", varnish.get(path).body());
      assertEquals("1", varnish.get(path).body(), "must be kept");
    }
  }

  private void purge(RunningVarnish varnish, VarnishPurger.Method method, Purge purge)
      throws InterruptedException {
    assertInstanceOf(
        PurgeOutcome.Accepted.class,
        client.send(new VarnishPurger(varnish.address(), method), purge));
  }
}
