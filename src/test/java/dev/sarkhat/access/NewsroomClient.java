package dev.sarkhat.access;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sarkhat.access.Keys.Holder;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody's requests to the newsroom's side of the API. */
public record NewsroomClient(Holder holder) {

  private static final ObjectMapper JSON = new ObjectMapper();

  private RequestSpecification request() {
    return given().urlEncodingEnabled(false).header("Authorization", "Bearer " + holder.text());
  }

  /** A change of a revision; of none where there is none. */
  private RequestSpecification request(@Nullable Integer revision) {
    return revision == null ? request() : request().header("If-Match", "\"" + revision + "\"");
  }

  /** Reads something. */
  public ValidatableResponse get(String address) {
    return request().get(address).then();
  }

  /** Makes something. */
  public ValidatableResponse post(String address, @Nullable Object body) {
    return post(address, body, Map.of());
  }

  /** Makes something, with header fields. */
  public ValidatableResponse post(
      String address, @Nullable Object body, Map<String, String> fields) {
    RequestSpecification request = request().headers(fields);
    return (body == null
            ? request.noContentType()
            : request.contentType("application/json").body(bytes(body)))
        .post(address)
        .then();
  }

  /** In UTF-8, whatever the type of the body; RestAssured has its own mind about some. */
  private static byte[] bytes(Object body) {
    try {
      return body instanceof String text
          ? text.getBytes(StandardCharsets.UTF_8)
          : JSON.writeValueAsBytes(body);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Moves something that has a revision. */
  public ValidatableResponse act(String address, int revision, @Nullable Object body) {
    return post(address, body, Map.of("If-Match", "\"" + revision + "\""));
  }

  /** Replaces something. */
  public ValidatableResponse put(String address, @Nullable Integer revision, Object body) {
    return request(revision).contentType("application/json").body(bytes(body)).put(address).then();
  }

  /** Changes something in part. */
  public ValidatableResponse patch(String address, @Nullable Integer revision, Object body) {
    return request(revision)
        .contentType("application/merge-patch+json")
        .body(bytes(body))
        .patch(address)
        .then();
  }

  /** Removes something. */
  public ValidatableResponse delete(String address, @Nullable Integer revision) {
    return request(revision).delete(address).then();
  }
}
