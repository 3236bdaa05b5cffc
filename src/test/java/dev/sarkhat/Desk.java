package dev.sarkhat;

import static io.restassured.RestAssured.given;

import dev.sarkhat.access.Keys.Holder;
import dev.sarkhat.http.MergePatch;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's desk in the newsroom: sends requests with their key.
 *
 * @param key the key's text; null for somebody without one
 */
public record Desk(@Nullable String key) {

  /** The desk of somebody who has a key. */
  public static Desk of(Holder holder) {
    return new Desk(holder.text());
  }

  /** The desk of somebody whom nobody knows. */
  public static Desk ofStranger() {
    return new Desk(null);
  }

  public ValidatableResponse get(String path) {
    return request(null).get(path).then();
  }

  public ValidatableResponse post(String path, Object body) {
    return request(null).contentType("application/json").body(body).post(path).then();
  }

  /** Sends an action on a thing. */
  public ValidatableResponse post(String path, @Nullable Integer revision, Object body) {
    return request(revision).contentType("application/json").body(body).post(path).then();
  }

  public ValidatableResponse put(String path, @Nullable Integer revision, Object body) {
    return request(revision).contentType("application/json").body(body).put(path).then();
  }

  public ValidatableResponse patch(String path, @Nullable Integer revision, String patch) {
    return request(revision)
        .contentType(MergePatch.MEDIA_TYPE + "; charset=utf-8")
        .body(patch)
        .patch(path)
        .then();
  }

  public ValidatableResponse delete(String path, @Nullable Integer revision) {
    return request(revision).delete(path).then();
  }

  private RequestSpecification request(@Nullable Integer revision) {
    RequestSpecification request = given();
    if (key != null) {
      request.header("Authorization", "Bearer " + key);
    }
    return revision == null ? request : request.header("If-Match", "\"" + revision + "\"");
  }
}
