package dev.sarkhat.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sarkhat.json.FieldChange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Writes down who does what, in the transaction that does it. */
@ApplicationScoped
public class Audit {

  private final EntityManager entities;
  private final Caller caller;
  private final Clock clock;
  private final ObjectMapper json;
  private final AuditWords words;

  @Inject
  Audit(EntityManager entities, Caller caller, Clock clock, ObjectMapper json, AuditWords words) {
    this.entities = entities;
    this.caller = caller;
    this.clock = clock;
    this.json = json;
    this.words = words;
  }

  /**
   * Writes down what the caller of the present request does.
   *
   * @param operation the operationId of the API document
   * @param kind what the thing is, one of {@link AuditKind}
   * @param entity which one, by its number or name
   * @param reason what the caller says of it, or null
   * @param changes the fields that change
   */
  public void record(
      String operation,
      String kind,
      String entity,
      @Nullable String reason,
      List<FieldChange> changes) {
    record(Actor.of(caller), operation, kind, entity, reason, changes);
  }

  /** Writes down what somebody does who need not be sending a request, such as a job's owner. */
  public void record(
      Actor actor,
      String operation,
      String kind,
      String entity,
      @Nullable String reason,
      List<FieldChange> changes) {
    words.check(operation, kind);
    entities
        .unwrap(Session.class)
        .createNativeMutationQuery(
            """
            insert into audit_log (at, principal_id, principal_name, key_id, address, trace_id,
                                   operation, kind, entity, reason, changes)
            values (:at, :principal, :name, :key, :address, :trace,
                    :operation, :kind, :entity, :reason, cast(:changes as jsonb))
            """)
        .setParameter("at", clock.instant())
        .setParameter("principal", actor.principalId(), Long.class)
        .setParameter("name", actor.name())
        .setParameter("key", actor.keyId(), String.class)
        .setParameter("address", actor.address(), String.class)
        .setParameter("trace", actor.traceId(), String.class)
        .setParameter("operation", operation)
        .setParameter("kind", kind)
        .setParameter("entity", entity)
        .setParameter("reason", reason, String.class)
        .setParameter("changes", text(changes))
        .executeUpdate();
  }

  private String text(List<FieldChange> changes) {
    try {
      return json.writeValueAsString(changes);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("trees can always be written", impossible);
    }
  }
}
