package dev.sarkhat.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Something that was done, as {@link Audit} has written it down. */
@Entity
@Immutable
@Table(name = "audit_log")
class AuditEntry {

  @Id private long id;

  private Instant at;

  @Column(name = "principal_id")
  private @Nullable Long principalId;

  @Column(name = "principal_name")
  private String principalName;

  @Column(name = "key_id")
  private @Nullable String keyId;

  private @Nullable String address;

  @Column(name = "trace_id")
  private @Nullable String traceId;

  private String operation;
  private String kind;
  private String entity;
  private @Nullable String reason;

  @JdbcTypeCode(SqlTypes.JSON)
  private List<Map<String, Object>> changes;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected AuditEntry() {}

  /** When it was done. */
  Instant at() {
    return at;
  }

  /** Its number, which tells apart what was done at once. */
  long id() {
    return id;
  }

  /** What is told of it. */
  AuditView view() {
    return new AuditView(
        id,
        at,
        principalId == null ? null : new PrincipalRef(principalId, principalName),
        keyId,
        address,
        traceId,
        operation,
        kind,
        entity,
        reason,
        changes.stream().map(AuditView.ChangedField::of).toList());
  }
}
