package dev.sarkhat.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.sarkhat.ApiTest;
import dev.sarkhat.TestClock;
import dev.sarkhat.access.Keys.Holder;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A key's holder is told when it was last used, without any request waiting for it. */
@QuarkusTest
class KeyUsesTest extends ApiTest {

  @Inject Keys keys;
  @Inject KeyUses uses;
  @Inject TestClock clock;

  @AfterEach
  void letTheClockRun() {
    clock.run();
  }

  @Test
  void theLastUseIsWrittenLater() throws SQLException {
    Holder admin = keys.with(Role.ADMIN);
    Holder used = keys.with(Role.EDITOR);
    clock.stopAt(Instant.parse("2031-05-01T10:00:00Z"));
    me(used);
    clock.stopAt(Instant.parse("2031-05-01T10:00:07Z"));
    me(used);

    assertLastUse(admin, used, null, null);
    uses.write();
    assertLastUse(admin, used, "2031-05-01T10:00:07.000Z", "127.0.0.1");

    // Another process may have seen an earlier use, and write it later.
    clock.stopAt(Instant.parse("2031-05-01T10:00:05Z"));
    uses.note(used.keyId(), "192.0.2.7");
    uses.note("00000000", "192.0.2.7");
    uses.write();
    assertLastUse(admin, used, "2031-05-01T10:00:07.000Z", "127.0.0.1");
  }

  private static void me(Holder holder) {
    given().header("X-API-Key", holder.text()).get("/v1/admin/me").then().statusCode(200);
  }

  private static void assertLastUse(
      Holder admin, Holder used, @Nullable String at, @Nullable String from) {
    given()
        .header("X-API-Key", admin.text())
        .get("/v1/admin/principals/" + used.principalId() + "/keys/" + used.keyId())
        .then()
        .statusCode(200)
        .body("lastUsedAt", at == null ? nullValue() : equalTo(at))
        .body("lastUsedFrom", from == null ? nullValue() : equalTo(from));
  }
}
