package dev.sarkhat.source;

import dev.sarkhat.http.ProblemException;
import dev.sarkhat.json.JsonFields;
import dev.sarkhat.json.NameFields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the newsroom says of a source.
 *
 * @param url its own site, or null
 * @param listed whether readers find it although no public article names it
 */
@Schema(
    name = "SourceContent",
    description = "What the newsroom says of a source.",
    requiredProperties = {"title"})
record SourceContent(
    @Schema(
            examples = "ایسنا",
            description =
                "Its name in addresses, unique among sources; made of the title where it is left out.",
            maxLength = 80)
        String slug,
    @Schema(
            examples = "ایسنا",
            description = "No other source has a title that is another spelling of it.",
            maxLength = 200)
        String title,
    @Schema(examples = "خبرگزاری دانشجویان ایران", maxLength = 2000) @Nullable String description,
    @Schema(examples = "https://www.isna.ir", maxLength = 2048) @Nullable String url,
    @Schema(examples = "fa", description = "A BCP 47 tag; `fa` where it is left out.") String lang,
    @Schema(
            description =
                "Whether readers find it although no public article names it; `true` where it is"
                    + " left out.")
        boolean listed) {

  static SourceContent of(Source source) {
    return new SourceContent(
        source.slug(),
        source.title(),
        source.description(),
        source.url(),
        source.lang(),
        source.isListed());
  }

  /**
   * Reads a body.
   *
   * @throws ProblemException 400 naming all that is wrong with it
   */
  static SourceContent read(JsonFields body) {
    String lang = body.lang();
    String title = NameFields.name(body, "title", lang);
    Boolean listed = body.bool("listed");
    SourceContent content =
        new SourceContent(
            NameFields.slug(body, title),
            title,
            NameFields.description(body, lang),
            body.url("url"),
            lang,
            listed == null || listed);
    ProblemException.requireSound(body);
    return content;
  }
}
