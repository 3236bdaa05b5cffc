package dev.sarkhat.search;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may be about to type.
 *
 * @param type what it is
 * @param id its number, of an article
 * @param slug its name in addresses
 * @param title what readers call it
 * @param path its page on the site
 */
@Schema(name = "Suggestion", description = "What somebody may be about to type.")
record Suggestion(
    @Schema(required = true) Type type,
    @Schema(description = "The news code of an article.") @Nullable Long id,
    @Schema(required = true, examples = "فرانسوا-اولاند") String slug,
    @Schema(required = true, examples = "فرانسوا اولاند") String title,
    @Schema(required = true, examples = "/tags/فرانسوا-اولاند") String path) {

  /** What a suggestion is. */
  enum Type {
    @JsonProperty("section")
    SECTION,
    @JsonProperty("tag")
    TAG,
    @JsonProperty("contributor")
    CONTRIBUTOR,
    @JsonProperty("article")
    ARTICLE
  }
}
