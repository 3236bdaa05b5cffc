package dev.sarkhat.section;

import dev.sarkhat.http.ProblemException;
import dev.sarkhat.json.FieldFormat;
import dev.sarkhat.json.JsonFields;
import dev.sarkhat.text.Slug;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * In which order siblings are to stand.
 *
 * @param parent the slug of the section above them, or null for those at the root
 * @param slugs all of them, each once
 */
@Schema(
    name = "SectionOrder",
    description = "In which order the sections below one, or at the root, are to stand.",
    requiredProperties = {"slugs"})
record SectionOrder(
    @Schema(
            examples = "news",
            description = "The slug of the section above them; left out for those at the root.")
        @Nullable String parent,
    @Schema(examples = "[\"politics\", \"economy\"]", description = "All of them, each once.")
        List<String> slugs) {

  private static final int MOST = 1_000;

  static SectionOrder read(JsonFields body) {
    String parent = body.slug("parent");
    List<String> slugs = body.texts("slugs", MOST, Slug.MAXIMUM_LENGTH);
    for (int index = 0; index < slugs.size(); index++) {
      if (!FieldFormat.isSlug(slugs.get(index))) {
        body.refuse("slugs", "has an item that is not a slug, at index " + index);
      }
    }
    ProblemException.requireSound(body);
    return new SectionOrder(parent, slugs.stream().map(Slug::of).toList());
  }
}
