package dev.sarkhat.access;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who the caller is.
 *
 * @param keyId the key that was sent, without its secret
 */
@Schema(name = "Caller", description = "Who the caller is, and what they may do.")
record CallerView(
    @Schema(required = true, examples = "1") long id,
    @Schema(required = true, examples = "تحریریه") String name,
    @Schema(examples = "Ab3dE6g8") @Nullable String keyId,
    @Schema(required = true) List<GrantContent> grants) {

  /**
   * The caller.
   *
   * @param slugs the slugs of the sections that the grants name
   */
  static CallerView of(Principal principal, Map<Long, String> slugs) {
    return new CallerView(
        principal.id(),
        principal.name(),
        principal.keyId(),
        PrincipalDocument.grants(principal.grants(), slugs));
  }
}
