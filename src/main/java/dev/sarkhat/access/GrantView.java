package dev.sarkhat.access;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A role that somebody has somewhere.
 *
 * @param sectionId the section, with its subtree; absent for everywhere
 */
@Schema(name = "Grant", description = "A role, in a section with its subtree or everywhere.")
record GrantView(
    @Schema(
            required = true,
            enumeration = {"reader", "reporter", "editor", "admin"},
            examples = "editor")
        String role,
    @Schema(examples = "3", description = "Absent for everywhere.") @Nullable Long sectionId) {

  static GrantView of(Grant grant) {
    return new GrantView(grant.role().value(), grant.sectionId());
  }
}
