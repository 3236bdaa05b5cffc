package dev.sarkhat.section;

import dev.sarkhat.http.ProblemException;
import dev.sarkhat.json.JsonFields;
import dev.sarkhat.json.NameFields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the newsroom says of a section.
 *
 * @param parent the slug of the section above it, or null at the root
 * @param listed whether readers find it although no public article belongs to it
 * @param position its place among its siblings, ascending; null to stand behind them
 */
@Schema(
    name = "SectionContent",
    description = "What the newsroom says of a section.",
    requiredProperties = {"slug", "title"})
record SectionContent(
    @Schema(
            examples = "international",
            description = "Its name in addresses, unique among sections.",
            maxLength = 80)
        String slug,
    @Schema(examples = "بین‌الملل", maxLength = 200) String title,
    @Schema(examples = "خبرهای ایران و جهان", maxLength = 2000) @Nullable String description,
    @Schema(examples = "fa", description = "A BCP 47 tag; `fa` where it is left out.") String lang,
    @Schema(
            examples = "news",
            description = "The slug of the section above it; left out at the root.")
        @Nullable String parent,
    @Schema(
            description =
                "Whether readers find it although no public article belongs to it; `true` where it"
                    + " is left out.")
        boolean listed,
    @Schema(
            examples = "3",
            minimum = "0",
            maximum = "1000000",
            description =
                "Its place among its siblings, ascending; behind them where it is left out.")
        @Nullable Integer position) {

  static SectionContent of(Section section) {
    Section parent = section.parent();
    return new SectionContent(
        section.slug(),
        section.title(),
        section.description(),
        section.lang(),
        parent == null ? null : parent.slug(),
        section.isListed(),
        section.position());
  }

  /**
   * Reads a body.
   *
   * @throws ProblemException 400 naming all that is wrong with it
   */
  static SectionContent read(JsonFields body) {
    String lang = body.lang();
    Boolean listed = body.bool("listed");
    SectionContent content =
        new SectionContent(
            body.requiredSlug("slug"),
            NameFields.name(body, "title", lang),
            NameFields.description(body, lang),
            lang,
            body.slug("parent"),
            listed == null || listed,
            NameFields.position(body));
    ProblemException.requireSound(body);
    return content;
  }
}
