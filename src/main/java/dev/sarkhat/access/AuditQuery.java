package dev.sarkhat.access;

import dev.sarkhat.http.Parameters;
import dev.sarkhat.http.ProblemException;
import dev.sarkhat.http.ProblemType;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Set;
import java.util.StringJoiner;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of the list of what was done. */
public class AuditQuery {

  @QueryParam("principal")
  @Parameter(description = "Only what the principal with this number has done.")
  @Nullable String principal;

  @QueryParam("operation")
  @Parameter(description = "Only what was done by this operation, such as `replacePrincipal`.")
  @Nullable String operation;

  @QueryParam("kind")
  @Parameter(
      description = "Only what was done to things of this kind.",
      schema = @Schema(implementation = AuditKind.class))
  @Nullable String kind;

  @QueryParam("entity")
  @Parameter(description = "Only what was done to this one; `kind` says of which kind it is.")
  @Nullable String entity;

  @QueryParam("from")
  @Parameter(
      description = "Only what was done at this instant or later.",
      schema = @Schema(type = SchemaType.STRING, format = "date-time"))
  @Nullable String from;

  @QueryParam("to")
  @Parameter(
      description = "Only what was done before this instant.",
      schema = @Schema(type = SchemaType.STRING, format = "date-time"))
  @Nullable String to;

  @QueryParam("limit")
  @Nullable String limit;

  @QueryParam("cursor")
  @Nullable String cursor;

  @Nullable Long principal() {
    if (principal == null) {
      return null;
    }
    Long id = Parameters.id(principal);
    if (id == null) {
      throw Parameters.invalid("principal", "It must be a principal's number.");
    }
    return id;
  }

  /** One of those that can have been done. */
  @Nullable String operation(Set<String> known) {
    if (operation != null && !known.contains(operation)) {
      throw Parameters.invalid("operation", "It must be one of " + String.join(", ", known) + ".");
    }
    return operation;
  }

  @Nullable String kind() {
    AuditKind known = Parameters.oneOf("kind", kind, AuditKind.class, AuditKind::value);
    return known == null ? null : known.value();
  }

  @Nullable String entity() {
    if (entity != null && kind == null) {
      throw ProblemException.ofParameter(
          ProblemType.INVALID_PARAMETER, "entity", "It needs `kind`, which says what it is.");
    }
    return entity;
  }

  @Nullable Instant from() {
    return Parameters.instant("from", from);
  }

  @Nullable Instant to() {
    return Parameters.instant("to", to);
  }

  int limit() {
    return Parameters.limit(limit);
  }

  @Nullable String cursor() {
    return cursor;
  }

  /** Names the list with its filters: a cursor continues no other. */
  String listName() {
    return new StringJoiner("&", "audit?", "")
        .add("principal=" + principal)
        .add("operation=" + operation)
        .add("kind=" + kind)
        .add("entity=" + entity)
        .add("from=" + from())
        .add("to=" + to())
        .toString();
  }
}
