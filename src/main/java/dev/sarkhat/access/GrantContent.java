package dev.sarkhat.access;

import dev.sarkhat.json.JsonFields;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A role that somebody has somewhere.
 *
 * @param section the section's slug; absent for everywhere
 */
@Schema(name = "Grant", description = "A role, in a section with its subtree or everywhere.")
record GrantContent(
    @Schema(
            required = true,
            enumeration = {"reader", "reporter", "editor", "admin"},
            examples = "editor")
        String role,
    @Schema(
            examples = "sport",
            description = "The section's slug; absent for everywhere, where every admin is.")
        @Nullable String section) {

  private static final Map<String, Role> ROLES = JsonFields.words(Role.values(), Role::value);

  static GrantContent read(JsonFields fields) {
    Role role = fields.choice("role", ROLES);
    if (role == null && !fields.has("role")) {
      fields.refuse("role", "is missing");
    }
    String section = fields.slug("section");
    if (role == Role.ADMIN && section != null) {
      fields.refuse("section", "is not for an admin, who is one everywhere");
    }
    return new GrantContent((role == null ? Role.READER : role).value(), section);
  }

  /** The section, or nothing for everywhere: where two grants may not meet. */
  String place() {
    return Objects.requireNonNullElse(section, "");
  }
}
