package dev.sarkhat.access;

import dev.sarkhat.json.JsonFields;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a newsroom says of somebody who may come.
 *
 * @param name what they are called
 * @param disabled whether none of their credentials is taken
 * @param grants their roles; at most one without a section, and one for each section
 */
@Schema(
    name = "PrincipalContent",
    description = "Somebody's name and roles. What is left out is false, or empty.")
record PrincipalContent(
    @Schema(required = true, maxLength = StoredPrincipal.NAME_LENGTH, examples = "تحریریهٔ ورزشی")
        String name,
    @Schema(
            required = false,
            description = "Whether none of their credentials is taken.",
            examples = "false")
        boolean disabled,
    @Schema(maxItems = MOST_GRANTS, description = "Their roles, each section named once.")
        List<GrantContent> grants) {

  static final int MOST_GRANTS = 200;

  /** Copies the grants. */
  PrincipalContent {
    grants = List.copyOf(grants);
  }

  /** Reads the fields; what is wrong with them, they tell. */
  static PrincipalContent read(JsonFields fields) {
    String name = fields.required("name", StoredPrincipal.NAME_LENGTH);
    Boolean disabled = fields.bool("disabled");
    List<GrantContent> grants = fields.objects("grants", MOST_GRANTS, GrantContent::read);
    fields.refuseUnknown();
    if (grants.stream().map(GrantContent::place).distinct().count() < grants.size()) {
      fields.refuse("grants", "names a section twice, or everywhere twice");
    }
    return new PrincipalContent(name, Boolean.TRUE.equals(disabled), grants);
  }
}
