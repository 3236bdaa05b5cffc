package dev.sarkhat.ingest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.sarkhat.ApiTest;
import dev.sarkhat.Newsroom;
import dev.sarkhat.access.Keys;
import dev.sarkhat.access.Keys.Holder;
import dev.sarkhat.access.Role;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;

/**
 * What tests of imports over HTTP share. The lines are done by the test, which is the scheduler.
 */
abstract class ImportJobTests extends ApiTest {

  static final String PATH = "/v1/admin/imports";

  @Inject Keys keys;
  @Inject ImportRunner runner;
  @Inject EntityManager entities;

  private final String mark = Newsroom.unique("job");
  Holder admin;

  @BeforeEach
  void makeAdmin() {
    admin = keys.with(Role.ADMIN);
  }

  String article(int number, String more) {
    return "{\"externalId\":\""
        + mark
        + "-"
        + number
        + "\",\"publishedAt\":\"2020-01-01T00:00:00Z\","
        + more
        + "}\n";
  }

  long send(String lines) {
    return id(
        asAdmin()
            .contentType("application/x-ndjson")
            .body(lines.getBytes(StandardCharsets.UTF_8))
            .post(PATH)
            .then());
  }

  static long id(ValidatableResponse response) {
    response.statusCode(202);
    long id = response.extract().jsonPath().getLong("id");
    response.header("Location", equalTo(PATH + "/" + id));
    return id;
  }

  ValidatableResponse job(long id) {
    return asAdmin().get(PATH + "/" + id).then().statusCode(200);
  }

  ValidatableResponse cancel(long id) {
    return asAdmin().post(PATH + "/" + id + "/cancel").then();
  }

  RequestSpecification asAdmin() {
    return with(admin);
  }

  static RequestSpecification with(Holder holder) {
    return given()
        .header("Authorization", "Bearer " + holder.text())
        .config(
            io.restassured.RestAssured.config()
                .encoderConfig(
                    io.restassured.config.EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                        .encodeContentTypeAs(
                            "application/x-ndjson", io.restassured.http.ContentType.TEXT)));
  }

  long articles() {
    return count("select count(*) from article where external_id like :mark || '-%'", mark);
  }

  long count(String sql, String parameter) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                entities
                    .unwrap(Session.class)
                    .createNativeQuery(sql, Long.class)
                    .setParameter("mark", parameter)
                    .getSingleResult());
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }
}
