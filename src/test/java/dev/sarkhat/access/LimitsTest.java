package dev.sarkhat.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.sarkhat.ApiTest;
import dev.sarkhat.access.Keys.Holder;
import dev.sarkhat.section.Section;
import io.github.bucket4j.Bucket;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever asks too much is told when to go on; what the cache answers is free. */
@QuarkusTest
class LimitsTest extends ApiTest {

  private static final AddressBlock HERE = AddressBlock.of("127.0.0.1");

  /** Longer than any test takes to fill up again. */
  private static final long DEBT = 1_000_000_000L;

  @Inject Keys keys;
  @Inject RateLimits limits;

  @AfterEach
  void forget() {
    limits.perAddress().bucket(HERE).reset();
    limits.failures().bucket(HERE).reset();
  }

  @Test
  void aNewsroomAnswerTellsWhatIsLeft() {
    me(keys.with(Role.EDITOR).text())
        .statusCode(200)
        .header("RateLimit-Policy", "\"key\";q=1000000;w=60")
        .header("RateLimit", matchesPattern("\"key\";r=[0-9]+;t=[0-9]+"))
        .header("Retry-After", nullValue());
  }

  @Test
  void aKeyThatAsksTooMuchWaits() {
    Holder busy = keys.with(Role.EDITOR);
    me(busy.text()).statusCode(200);
    exhaust(limits.perKey().bucket(busy.keyId()));

    assertTooMany(me(busy.text()), "key");
    me(keys.with(Role.EDITOR).text()).statusCode(200);
  }

  @Test
  void anAddressThatGuessesKeysWaits() {
    Holder good = keys.with(Role.EDITOR);
    String guessed = AccessKey.generate(new SecureRandom()).text();
    me(good.text()).statusCode(200);
    assertProblem(me(guessed), 401, "unauthenticated");
    exhaust(limits.failures().bucket(HERE));

    assertTooMany(me(guessed), "failures");
    assertTooMany(me(AccessKey.generate(new SecureRandom()).text()), "failures");
    assertTooMany(me("srk_no-key"), "failures");
    assertTooMany(me(keys.with(Role.EDITOR).text()), "failures");
    // Whoever was let in lately and shares the address goes on; so does whoever shows nothing.
    me(good.text()).statusCode(200);
    assertProblem(get("/v1/admin/me"), 401, "unauthenticated");
  }

  @Test
  void whoeverGuessesTheSecretOfAKeyHarmsOnlyThemselves() {
    Holder good = keys.with(Role.EDITOR);
    String guessed = AccessKeyTest.withOtherSecret(good.keyId());
    me(good.text()).statusCode(200);
    for (int guesses = 0; guesses < 3; guesses++) {
      assertProblem(me(guessed), 401, "unauthenticated");
    }
    me(good.text()).statusCode(200);

    // What it is counted by is not the key's.
    exhaust(limits.perKey().bucket(good.keyId()));
    assertProblem(me(guessed), 401, "unauthenticated");
    limits.perKey().bucket(good.keyId()).reset();

    exhaust(limits.failures().bucket(HERE));
    assertTooMany(me(guessed), "failures");
    me(good.text()).statusCode(200);
  }

  @Test
  void previewsAreCountedAsWell() {
    exhaust(limits.perAddress().bucket(HERE));

    assertTooMany(get("/v1/previews/AAAA"), "address");
  }

  @Test
  void anAddressThatAsksPastTheCacheWaits() {
    Section section = newsroom.section();
    String cached = "/v1/sections/" + section.slug();
    String spelledAnew = cached + "?utm_source=a";
    get(cached).statusCode(200);
    exhaust(limits.perAddress().bucket(HERE));

    get(cached).statusCode(200).header("Cache-Status", containsString("hit"));
    get(spelledAnew).statusCode(200).header("Cache-Status", containsString("hit"));
    get("/health/live").statusCode(200);
    assertTooMany(get("/v1/sections/" + newsroom.section().slug()), "address")
        .header("Access-Control-Allow-Origin", "*");
    assertTooMany(get("/v1/articles?limit=0"), "address");
    assertTooMany(me(keys.with(Role.EDITOR).text()), "address");
  }

  @Test
  void onePassesAgainAfterwards() {
    Section section = newsroom.section();
    exhaust(limits.perAddress().bucket(HERE));
    assertTooMany(get("/v1/sections/" + section.slug()), "address");

    limits.perAddress().bucket(HERE).reset();

    get("/v1/sections/" + section.slug()).statusCode(200);
  }

  private static void exhaust(Bucket bucket) {
    bucket.consumeIgnoringRateLimits(DEBT);
  }

  private static ValidatableResponse me(String key) {
    return given().header("Authorization", "Bearer " + key).get("/v1/admin/me").then();
  }

  private static ValidatableResponse assertTooMany(ValidatableResponse response, String policy) {
    return assertProblem(response, 429, "too-many-requests")
        .header("Retry-After", matchesPattern("[1-9][0-9]*"))
        .header("RateLimit-Policy", containsString("\"" + policy + "\""))
        .header("RateLimit", matchesPattern("\"" + policy + "\";r=0;t=[0-9]+"))
        .header("Cache-Control", notNullValue());
  }
}
