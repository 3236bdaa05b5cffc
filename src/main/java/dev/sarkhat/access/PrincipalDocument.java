package dev.sarkhat.access;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody who may come, with what the server knows of them. */
@Schema(
    name = "Principal",
    description = "Somebody who may come: `content` is what a change of them sends.")
record PrincipalDocument(
    @Schema(required = true, examples = "51") long id,
    @Schema(required = true) PrincipalKind kind,
    @Schema(
            examples = "https://login.example.org/realms/newsroom",
            description = "The OpenID Connect provider that knows a person.")
        @Nullable String issuer,
    @Schema(
            examples = "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
            description = "What the provider calls a person.")
        @Nullable String subject,
    @Schema(required = true) Instant createdAt,
    @Schema(description = "Since when none of their credentials is taken.")
        @Nullable Instant disabledAt,
    @Schema(required = true, examples = "3") int revision,
    @Schema(required = true) PrincipalContent content) {

  /**
   * The document.
   *
   * @param slugs the slugs of the sections that the grants name
   */
  static PrincipalDocument of(StoredPrincipal principal, Map<Long, String> slugs) {
    return new PrincipalDocument(
        principal.id(),
        principal.kind(),
        principal.issuer(),
        principal.subject(),
        principal.createdAt(),
        principal.disabledAt(),
        principal.revision(),
        content(principal, slugs));
  }

  /** What a change of them sends. */
  static PrincipalContent content(StoredPrincipal principal, Map<Long, String> slugs) {
    return new PrincipalContent(
        principal.name(), principal.disabledAt() != null, grants(principal.grants(), slugs));
  }

  /** The grants in the order of their sections, everywhere first. */
  static List<GrantContent> grants(List<Grant> grants, Map<Long, String> slugs) {
    return grants.stream()
        .map(
            each ->
                new GrantContent(
                    each.role().value(),
                    each.sectionId() == null ? null : slugs.get(each.sectionId())))
        .sorted(Comparator.comparing(GrantContent::place).thenComparing(GrantContent::role))
        .toList();
  }
}
