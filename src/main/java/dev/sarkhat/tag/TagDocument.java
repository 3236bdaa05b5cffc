package dev.sarkhat.tag;

import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One tag, as the newsroom works on it. */
@Schema(name = "TagDocument", description = "One tag, as the newsroom works on it.")
record TagDocument(
    @Schema(required = true, examples = "7") long id,
    @Schema(required = true, examples = "4") int revision,
    @Schema(required = true) TagContent content) {

  static TagDocument of(Tag tag) {
    return new TagDocument(Objects.requireNonNull(tag.id()), tag.revision(), TagContent.of(tag));
  }
}
