package dev.sarkhat.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sarkhat.ApiTest;
import dev.sarkhat.Newsroom;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import io.restassured.response.ValidatableResponse;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.RsaJsonWebKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People come with tokens that the provider has signed for this newsroom, and with no others. */
@QuarkusTest
@WithTestResource(value = OidcWiremockTestResource.class, scope = TestResourceScope.GLOBAL)
class PersonTest extends ApiTest {

  private static final String ISSUER = "https://server.example.com";
  private static final String AUDIENCE = "newsroom";
  private static final String PRIVATE_KEY = "privateKey.jwk";
  private static final String KEY_ID = "1";

  @Inject Keys keys;

  @Test
  void aPersonHasTheRolesOfTheirGroups() {
    String subject = Newsroom.unique("subject");

    int id =
        me(signed(claims(subject).groups(Set.of("desk", "canteen")).claim("name", "مریم رضایی")))
            .statusCode(200)
            .body("name", equalTo("مریم رضایی"))
            .body("keyId", nullValue())
            .body("grants", hasSize(1))
            .body("grants[0].role", equalTo("editor"))
            .extract()
            .path("id");

    me(signed(claims(subject))).statusCode(200).body("id", equalTo(id)).body("grants", hasSize(0));
    given()
        .header("X-API-Key", keys.with(Role.ADMIN).text())
        .get("/v1/admin/principals/" + id)
        .then()
        .statusCode(200)
        .body("kind", equalTo("person"))
        .body("issuer", equalTo(ISSUER))
        .body("subject", equalTo(subject))
        .body("content.grants", hasSize(0));
  }

  @Test
  void whatTheNewsroomGrantsIsAdded() {
    String subject = Newsroom.unique("subject");
    String token = signed(claims(subject).groups("desk"));
    int id = me(token).statusCode(200).extract().path("id");
    String slug = newsroom.section().slug();

    patch(
        id,
        "{\"grants\": [{\"role\": \"admin\"}, {\"role\": \"reporter\", \"section\": \""
            + slug
            + "\"}]}");

    me(token).statusCode(200).body("grants.role", contains("admin", "editor", "reporter"));
    given()
        .header("Authorization", "Bearer " + token)
        .get("/v1/admin/principals")
        .then()
        .statusCode(200);
  }

  @Test
  void whoIsDisabledIsRefusedWhateverTheProviderSays() {
    String token = signed(claims(Newsroom.unique("subject")).groups("desk"));
    int id = me(token).statusCode(200).extract().path("id");

    patch(id, "{\"disabled\": true}");

    assertRefused(token);
  }

  @Test
  void aPersonHasNoKeys() {
    int id = me(signed(claims(Newsroom.unique("subject")))).extract().path("id");

    assertProblem(
        given()
            .header("X-API-Key", keys.with(Role.ADMIN).text())
            .contentType("application/json")
            .body("{}")
            .post("/v1/admin/principals/" + id + "/keys")
            .then(),
        409,
        "conflict");
  }

  @Test
  void whoComesManyTimesAtOnceIsOnePerson() throws Exception {
    String token = signed(claims(Newsroom.unique("subject")));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<Integer> ask = () -> me(token).statusCode(200).extract().path("id");
      List<Future<Integer>> answers =
          threads.invokeAll(List.of(ask, ask, ask, ask, ask, ask, ask, ask));
      Integer first = answers.get(0).get();
      for (Future<Integer> each : answers) {
        assertEquals(first, each.get());
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void keysAreTakenAsWell() {
    me(keys.with(Role.EDITOR).text()).statusCode(200);
  }

  @Test
  void aTokenForAnotherAudienceIsRefused() {
    assertRefused(signed(Jwt.subject("7").issuer(ISSUER).audience("intranet")));
    assertRefused(signed(Jwt.subject("7").issuer(ISSUER)));
  }

  @Test
  void aTokenOfAnotherIssuerIsRefused() {
    assertRefused(signed(Jwt.subject("7").issuer("https://evil.example").audience(AUDIENCE)));
    assertRefused(signed(Jwt.subject("7").audience(AUDIENCE)));
  }

  @Test
  void anOldTokenIsRefused() {
    assertRefused(signed(claims("7").expiresIn(Duration.ofSeconds(-60).toSeconds())));
  }

  @Test
  void aTokenOfNobodyIsRefused() {
    assertRefused(signed(Jwt.issuer(ISSUER).audience(AUDIENCE).groups("desk")));
  }

  @Test
  void aTokenThatIsNotSignedIsRefused() {
    String payload = signed(claims("7").groups("desk")).split("\\.", -1)[1];

    assertRefused(base64("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + payload + ".");
    assertRefused(base64("{\"alg\":\"none\",\"kid\":\"1\"}") + "." + payload + ".AA");
  }

  @Test
  void aTokenThatIsSignedByThePublicKeyAsASecretIsRefused() throws IOException {
    for (String secret : List.of(resource("publicKey.jwk"), resource("publicKey.jwk").strip())) {
      assertRefused(
          claims("7")
              .groups("desk")
              .jws()
              .keyId(KEY_ID)
              .algorithm(SignatureAlgorithm.HS256)
              .sign(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256")));
    }
  }

  @Test
  void aTokenOfAnAlgorithmThatWasNotChosenIsRefused() {
    assertRefused(
        claims("7")
            .groups("desk")
            .jws()
            .keyId(KEY_ID)
            .algorithm(SignatureAlgorithm.RS384)
            .sign(PRIVATE_KEY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../../../dev/null", "' or 1=1 --", "http://evil.example/key", "2"})
  void aKeyIdLeadsNowhere(String keyId) throws Exception {
    RsaJsonWebKey key = new RsaJsonWebKey(JsonUtil.parseJson(resource(PRIVATE_KEY)));
    assertRefused(claims("7").groups("desk").jws().keyId(keyId).sign(key.getPrivateKey()));
  }

  @Test
  void aTokenThatWasChangedIsRefused() {
    String[] parts = signed(claims("7")).split("\\.", -1);
    String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    String changed = payload.replace("\"sub\":\"7\"", "\"sub\":\"8\"");
    assertEquals(payload.length(), changed.length());

    assertRefused(parts[0] + "." + base64(changed) + "." + parts[2]);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "a.b.c", "..", "eyJhbGciOiJSUzI1NiJ9.e30.AA"})
  void whatIsNoTokenIsRefused(String text) {
    assertRefused(text);
  }

  private static JwtClaimsBuilder claims(String subject) {
    return Jwt.subject(subject).issuer(ISSUER).audience(AUDIENCE);
  }

  private static String signed(JwtClaimsBuilder claims) {
    return claims.jws().keyId(KEY_ID).sign(PRIVATE_KEY);
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String resource(String name) throws IOException {
    try (InputStream stream =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void patch(int id, String patch) {
    given()
        .header("X-API-Key", keys.with(Role.ADMIN).text())
        .header("If-Match", "\"0\"")
        .contentType("application/merge-patch+json")
        .body(patch.getBytes(StandardCharsets.UTF_8))
        .patch("/v1/admin/principals/" + id)
        .then()
        .statusCode(200);
  }

  private static void assertRefused(String token) {
    assertProblem(me(token), 401, "unauthenticated");
  }

  private static ValidatableResponse me(String token) {
    return given().header("Authorization", "Bearer " + token).get("/v1/admin/me").then();
  }
}
