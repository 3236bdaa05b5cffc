package dev.sarkhat.contributor;

import dev.sarkhat.http.ProblemException;
import dev.sarkhat.json.JsonFields;
import dev.sarkhat.json.NameFields;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the newsroom says of a contributor.
 *
 * @param url their own page, or null
 * @param listed whether readers find it although no public article names it
 */
@Schema(
    name = "ContributorContent",
    description = "What the newsroom says of a contributor.",
    requiredProperties = {"name"})
record ContributorContent(
    @Schema(
            examples = "مریم-رستگار",
            description =
                "Its name in addresses, unique among contributors; made of the name where it is left out.",
            maxLength = 80)
        String slug,
    @Schema(
            examples = "مریم رستگار",
            description = "No other contributor has a name that is another spelling of it.",
            maxLength = 200)
        String name,
    @Schema(description = "`reporter` where it is left out.") ContributorRole role,
    @Schema(examples = "خبرنگار حوزه انرژی", maxLength = 2000) @Nullable String description,
    @Schema(examples = "https://www.isna.ir", maxLength = 2048) @Nullable String url,
    @Schema(examples = "fa", description = "A BCP 47 tag; `fa` where it is left out.") String lang,
    @Schema(
            description =
                "Whether readers find it although no public article names it; `true` where it is"
                    + " left out.")
        boolean listed) {

  private static final Map<String, ContributorRole> ROLES =
      JsonFields.words(ContributorRole.values(), ContributorRole::value);

  static ContributorContent of(Contributor contributor) {
    return new ContributorContent(
        contributor.slug(),
        contributor.name(),
        contributor.role(),
        contributor.description(),
        contributor.url(),
        contributor.lang(),
        contributor.isListed());
  }

  /**
   * Reads a body.
   *
   * @throws ProblemException 400 naming all that is wrong with it
   */
  static ContributorContent read(JsonFields body) {
    String lang = body.lang();
    String name = NameFields.name(body, "name", lang);
    Boolean listed = body.bool("listed");
    ContributorContent content =
        new ContributorContent(
            NameFields.slug(body, name),
            name,
            body.choice("role", ROLES, ContributorRole.REPORTER),
            NameFields.description(body, lang),
            body.url("url"),
            lang,
            listed == null || listed);
    ProblemException.requireSound(body);
    return content;
  }
}
