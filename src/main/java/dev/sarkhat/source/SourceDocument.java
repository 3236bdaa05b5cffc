package dev.sarkhat.source;

import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One source, as the newsroom works on it. */
@Schema(name = "SourceDocument", description = "One source, as the newsroom works on it.")
record SourceDocument(
    @Schema(required = true, examples = "7") long id,
    @Schema(required = true, examples = "4") int revision,
    @Schema(required = true) SourceContent content) {

  static SourceDocument of(Source source) {
    return new SourceDocument(
        Objects.requireNonNull(source.id()), source.revision(), SourceContent.of(source));
  }
}
