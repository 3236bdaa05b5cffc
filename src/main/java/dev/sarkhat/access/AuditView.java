package dev.sarkhat.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that was done. It names people and things by value, for it outlives them. */
@Schema(name = "AuditEntry", description = "Something that was done: who did what to what.")
record AuditView(
    @Schema(required = true, examples = "4711") long id,
    @Schema(required = true) Instant at,
    @Schema(
            description =
                "Who did it, by the name they had then; absent where the application did it by itself.")
        @Nullable PrincipalRef principal,
    @Schema(examples = "Ab3dE6g8", description = "The key they came with.") @Nullable String keyId,
    @Schema(examples = "192.0.2.7", description = "Where the request came from.")
        @Nullable String address,
    @Schema(
            examples = "4bf92f3577b34da6a3ce929d0e0e4736",
            description = "Finds the request in the server's log.")
        @Nullable String traceId,
    @Schema(
            required = true,
            examples = "replacePrincipal",
            description = "The operationId in this document, or the name of a job.")
        String operation,
    @Schema(required = true, examples = "principal") String kind,
    @Schema(required = true, examples = "51", description = "Its number or name.") String entity,
    @Schema(description = "What they said of it.") @Nullable String reason,
    @Schema(required = true, description = "The fields that changed.") List<ChangedField> changes) {

  /** A field that changed. */
  @Schema(name = "ChangedField", description = "A field before and after; absent is absent.")
  record ChangedField(
      @Schema(required = true, examples = "/name", description = "The field (RFC 6901).")
          String pointer,
      @Schema(description = "What it was.") @Nullable Object before,
      @Schema(description = "What it is.") @Nullable Object after) {

    static ChangedField of(Map<String, Object> stored) {
      return new ChangedField(
          String.valueOf(stored.get("pointer")), stored.get("before"), stored.get("after"));
    }
  }
}
