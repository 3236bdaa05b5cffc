package dev.sarkhat.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.ApiTest;
import dev.sarkhat.TestClock;
import dev.sarkhat.access.Keys.Holder;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A newsroom without an admin is opened by its operator, and by nobody else. */
@QuarkusTest
class FirstKeyTest extends ApiTest {

  private static final Holder NOBODY = new Holder(0, "", "", "");

  @Inject Keys keys;
  @Inject FirstKeys stored;
  @Inject Administrators administrators;
  @Inject KeyRegistry registry;
  @Inject AccessAudit audit;
  @Inject AdminApplication application;
  @Inject TestClock clock;
  @TempDir Path directory = Path.of("");

  @AfterEach
  void letTheClockRun() {
    clock.run();
  }

  @Test
  void aKeyIsMadeThatOnlyMakesOthers() {
    withoutAdmin(
        () -> {
          firstKey(true, Settings.NONE).provide();
          String key = read();

          assertProblem(as(key).get("/v1/admin/audit").then(), 403, "forbidden");
          int id =
              post(
                      key,
                      "/v1/admin/principals",
                      "{\"name\": \"مدیر\", \"grants\": [{\"role\": \"admin\"}]}")
                  .statusCode(201)
                  .extract()
                  .path("id");
          JsonPath made =
              post(key, "/v1/admin/principals/" + id + "/keys", "{}")
                  .statusCode(201)
                  .extract()
                  .jsonPath();
          as(key).get("/v1/admin/me").then().statusCode(200);

          // It ends when the other has come.
          as(made.getString("key")).get("/v1/admin/audit").then().statusCode(200);
          assertProblem(as(key).get("/v1/admin/me").then(), 401, "unauthenticated");

          firstKey(true, Settings.NONE).provide();
          assertFalse(Files.exists(file()), "a file whose key is not taken any more stays");
        });
  }

  @Test
  void theFileIsItsOwnersAlone() {
    withoutAdmin(
        () -> {
          firstKey(true, Settings.NONE).provide();
          try {
            assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
          } catch (IOException e) {
            throw new AssertionError(e);
          }
          assertTrue(AccessKey.parse(read()).isPresent());
        });
  }

  @Test
  void aSecondStartLeavesTheKeyAsItIs() {
    withoutAdmin(
        () -> {
          firstKey(true, Settings.NONE).provide();
          String key = read();
          firstKey(true, Settings.NONE).provide();

          assertEquals(key, read());
          as(key).get("/v1/admin/me").then().statusCode(200);
        });
  }

  @Test
  void afterADayAnotherIsMade() {
    withoutAdmin(
        () -> {
          Instant now = Instant.parse("2032-01-01T00:00:00Z");
          clock.stopAt(now);
          firstKey(true, Settings.NONE).provide();
          String first = read();
          clock.stopAt(now.plus(Duration.ofDays(1)));
          assertProblem(as(first).get("/v1/admin/me").then(), 401, "unauthenticated");

          firstKey(true, Settings.NONE).provide();

          as(read()).get("/v1/admin/me").then().statusCode(200);
          assertProblem(as(first).get("/v1/admin/me").then(), 401, "unauthenticated");
        });
  }

  @Test
  void whatAStartThatDiedHasWrittenIsReplaced() {
    withoutAdmin(
        () -> {
          write(AccessKey.generate(new SecureRandom()).text());
          firstKey(true, Settings.NONE).provide();

          as(read()).get("/v1/admin/me").then().statusCode(200);
        });
  }

  @Test
  void theOperatorsKeyIsAnAdmins() {
    withoutAdmin(
        () -> {
          String chosen = AccessKey.generate(new SecureRandom()).text();
          firstKey(false, chosen + "\n").provide();

          audited("provideFirstKey", "key", chosen.substring(4, 12), chosen)
              .body("data[0].changes.pointer", hasItem("/principalId"));
          assertFalse(Files.exists(file()));
          assertFalse(keys.isAnywhere(chosen.substring(13)));
          // A restart with the same key changes nothing.
          firstKey(false, chosen).provide();
          as(chosen).get("/v1/admin/me").then().statusCode(200);
        });
  }

  @Test
  void theOperatorsKeyMayStandInAFile() {
    withoutAdmin(
        () -> {
          String chosen = AccessKey.generate(new SecureRandom()).text();
          Path mounted = directory.resolve("secret");
          try {
            Files.writeString(mounted, chosen + "\n");
          } catch (IOException e) {
            throw new AssertionError(e);
          }
          firstKey(false, new Settings(Optional.empty(), Optional.of(mounted))).provide();

          as(chosen).get("/v1/admin/audit").then().statusCode(200);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "letmein",
        "correct horse battery staple correct horse battery staple",
        "srk_00000000_0000000000000000000000000000000000000000000000000"
      })
  void whatOthersCouldGuessIsNotTaken(String chosen) {
    withoutAdmin(
        () -> {
          FirstKey first = firstKey(false, chosen);
          ConfigurationException refused =
              assertThrows(ConfigurationException.class, first::provide);
          assertFalse(String.valueOf(refused.getMessage()).contains(chosen));
        });
  }

  @Test
  void aKeyThatWasTakenBackDoesNotComeBack() {
    withoutAdmin(
        () -> {
          String chosen = AccessKey.generate(new SecureRandom()).text();
          firstKey(false, chosen).provide();
          keys.revoke(chosen.substring(4, 12));
          firstKey(false, chosen).provide();

          assertProblem(as(chosen).get("/v1/admin/me").then(), 401, "unauthenticated");
        });
  }

  @Test
  void theOperatorsKeyMeansNothingOnceThereIsAnAdmin() {
    keys.with(Role.ADMIN);
    String chosen = AccessKey.generate(new SecureRandom()).text();

    firstKey(true, chosen).provide();

    assertProblem(as(chosen).get("/v1/admin/me").then(), 401, "unauthenticated");
    assertFalse(Files.exists(file()));
  }

  @Test
  void withADatabaseOfOthersNothingIsMade() {
    withoutAdmin(
        () -> {
          firstKey(false, Settings.NONE).provide();

          assertFalse(Files.exists(file()));
          assertFalse(keys.isFirstKeyValid());
        });
  }

  @Test
  void theCommandMakesAnotherAdmin() {
    IssuedKey made = keys.inTransaction(() -> application.make("بازگشت"));

    as(made.key())
        .get("/v1/admin/me")
        .then()
        .statusCode(200)
        .body("name", equalTo("بازگشت"))
        .body("grants[0].role", equalTo("admin"));
    audited("admin create-key", "key", made.id(), made.key())
        .body("data[0].principal", nullValue())
        .body("data[0].changes.pointer", contains("/bootstrap", "/createdAt", "/principalId"));
    int principal = as(made.key()).get("/v1/admin/me").then().extract().path("id");
    audited("admin create-key", "principal", Integer.toString(principal), made.key())
        .body("data[0].changes.pointer", contains("/disabled", "/grants", "/name"))
        .body("data[0].changes[1].after[0].role", equalTo("admin"))
        .body("data[0].changes[2].after", equalTo("بازگشت"));
  }

  private static ValidatableResponse audited(
      String operation, String kind, String entity, String key) {
    return as(key)
        .queryParam("operation", operation)
        .queryParam("kind", kind)
        .queryParam("entity", entity)
        .get("/v1/admin/audit")
        .then()
        .statusCode(200)
        .body("data", hasSize(1));
  }

  private record Settings(Optional<String> adminKey, Optional<Path> adminKeyFile)
      implements FirstKeySettings {

    private static final Settings NONE = new Settings(Optional.empty(), Optional.empty());
  }

  private FirstKey firstKey(boolean embedded, String chosen) {
    return firstKey(embedded, new Settings(Optional.of(chosen), Optional.empty()));
  }

  private FirstKey firstKey(boolean embedded, Settings settings) {
    return new FirstKey(
        settings,
        stored,
        administrators,
        registry,
        audit,
        clock,
        directory,
        embedded ? Optional.of("jdbc:postgresql://127.0.0.1/") : Optional.empty(),
        true);
  }

  private void withoutAdmin(Runnable action) {
    keys.withNoOtherAdmin(
        NOBODY,
        () -> {
          keys.revokeFirstKeys();
          try {
            action.run();
          } finally {
            keys.revokeAdmins();
          }
        });
  }

  private Path file() {
    return directory.resolve("bootstrap-admin.key");
  }

  private String read() {
    try {
      return Files.readString(file()).strip();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void write(String text) {
    try {
      Files.writeString(file(), text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static ValidatableResponse post(String key, String address, String body) {
    return as(key).contentType("application/json; charset=utf-8").body(body).post(address).then();
  }

  private static RequestSpecification as(String key) {
    return given().header("Authorization", "Bearer " + key);
  }
}
