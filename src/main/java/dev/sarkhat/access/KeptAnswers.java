package dev.sarkhat.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sarkhat.http.ProblemException;
import dev.sarkhat.http.ProblemType;
import dev.sarkhat.http.Saved;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.PessimisticLockException;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.hibernate.Session;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The answers of requests that may be sent again, in the database. */
@ApplicationScoped
class KeptAnswers {

  private final EntityManager entities;
  private final Clock clock;
  private final ObjectMapper json;
  private final Policy policy;

  @Inject
  KeptAnswers(EntityManager entities, Clock clock, ObjectMapper json, Policy policy) {
    this.entities = entities;
    this.policy = policy;
    this.clock = clock;
    this.json = json;
  }

  /**
   * Begins a request, unless it has been answered before. Whoever sends the same at the same time
   * waits here for the end of the transaction.
   *
   * @return the answer that it got before, or null if it begins now
   * @throws ProblemException 422 if the key was used for something else, 409 if the other takes too
   *     long or its answer was a secret, 403 or 404 if the caller might not do it any more
   */
  @Nullable RestResponse<?> begin(long principal, String key, byte[] fingerprint) {
    int begun;
    try {
      begun =
          session()
              .createNativeMutationQuery(
                  """
                  insert into idempotent_request (principal_id, key, fingerprint, created_at)
                  values (:principal, :key, :fingerprint, :now)
                  on conflict do nothing
                  """)
              .setParameter("principal", principal)
              .setParameter("key", key)
              .setParameter("fingerprint", fingerprint)
              .setParameter("now", clock.instant())
              .executeUpdate();
    } catch (LockTimeoutException | PessimisticLockException busy) {
      throw ProblemException.of(
          ProblemType.IN_PROGRESS,
          "A request with this Idempotency-Key is being worked on: send it again in a second.");
    }
    return begun == 1 ? null : answer(principal, key, fingerprint);
  }

  private RestResponse<?> answer(long principal, String key, byte[] fingerprint) {
    Object[] kept =
        session()
            .createNativeQuery(
                """
                select fingerprint, status, etag, location, answer, cast(permissions as text)
                from idempotent_request where principal_id = :principal and key = :key
                """,
                Object[].class)
            .setParameter("principal", principal)
            .setParameter("key", key)
            .getSingleResult();
    if (!Arrays.equals((byte[]) kept[0], fingerprint)) {
      throw ProblemException.of(
          ProblemType.KEY_REUSED,
          "This Idempotency-Key was used with another address or body: make a new key for each request.");
    }
    // It was told to somebody who might know it then.
    policy.requireStill(List.of(read((String) kept[5], Permission[].class)));
    if (kept[4] == null && kept[3] != null) {
      throw ProblemException.of(
          ProblemType.CONFLICT,
          "This request has made a key, which was told once and is not kept: revoke "
              + kept[3]
              + ", and make another.");
    }
    RestResponse.ResponseBuilder<Object> answer =
        RestResponse.ResponseBuilder.<Object>create(((Number) kept[1]).intValue())
            .header(HttpHeaders.CACHE_CONTROL, Saved.CACHE_CONTROL)
            .header("Idempotent-Replayed", "true");
    if (kept[2] != null) {
      answer.header(HttpHeaders.ETAG, kept[2]);
    }
    if (kept[3] != null) {
      answer.header(HttpHeaders.LOCATION, kept[3]);
    }
    if (kept[4] != null) {
      answer.entity(read((String) kept[4], JsonNode.class));
    }
    return answer.build();
  }

  /**
   * Keeps the answer, which the transaction makes true; of one that tells a secret, the rest.
   *
   * @param permissions what the request took
   */
  void keep(long principal, String key, List<Permission> permissions, RestResponse<?> answer) {
    session()
        .createNativeMutationQuery(
            """
            update idempotent_request
            set status = :status, etag = :etag, location = :location, answer = :answer,
                permissions = cast(:permissions as jsonb)
            where principal_id = :principal and key = :key
            """)
        .setParameter("status", answer.getStatus())
        .setParameter("etag", answer.getHeaderString(HttpHeaders.ETAG), String.class)
        .setParameter("location", answer.getHeaderString(HttpHeaders.LOCATION), String.class)
        .setParameter(
            "answer", tellsNothingOrOnce(answer) ? null : write(answer.getEntity()), String.class)
        .setParameter("permissions", write(permissions))
        .setParameter("principal", principal)
        .setParameter("key", key)
        .executeUpdate();
  }

  private static boolean tellsNothingOrOnce(RestResponse<?> answer) {
    return answer.getEntity() == null || answer.getEntity() instanceof IssuedKey;
  }

  private <T> T read(String text, Class<T> type) {
    try {
      return Objects.requireNonNull(json.readValue(text, type));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("what was written can be read", impossible);
    }
  }

  private String write(@Nullable Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("an answer can always be written", impossible);
    }
  }

  private Session session() {
    return entities.unwrap(Session.class);
  }
}
