package dev.sarkhat.tag;

import dev.sarkhat.http.ProblemException;
import dev.sarkhat.json.JsonFields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which tag another is to become.
 *
 * @param into the slug of the tag that stays
 */
@Schema(name = "TagMerge", description = "Which tag another is to become.")
record TagMerge(
    @Schema(required = true, examples = "سوریه", description = "The slug of the tag that stays.")
        String into) {

  static TagMerge read(JsonFields body) {
    TagMerge merge = new TagMerge(body.requiredSlug("into"));
    ProblemException.requireSound(body);
    return merge;
  }
}
