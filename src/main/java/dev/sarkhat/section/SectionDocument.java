package dev.sarkhat.section;

import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One section, as the newsroom works on it. */
@Schema(name = "SectionDocument", description = "One section, as the newsroom works on it.")
record SectionDocument(
    @Schema(required = true, examples = "3") long id,
    @Schema(required = true, examples = "/international", description = "Where it stands.")
        String path,
    @Schema(required = true, examples = "4") int revision,
    @Schema(required = true) SectionContent content) {

  static SectionDocument of(Section section) {
    return new SectionDocument(
        Objects.requireNonNull(section.id()),
        section.path(),
        section.revision(),
        SectionContent.of(section));
  }
}
