package dev.sarkhat.contributor;

import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One contributor, as the newsroom works on it. */
@Schema(name = "ContributorDocument", description = "One contributor, as the newsroom works on it.")
record ContributorDocument(
    @Schema(required = true, examples = "7") long id,
    @Schema(required = true, examples = "4") int revision,
    @Schema(required = true) ContributorContent content) {

  static ContributorDocument of(Contributor contributor) {
    return new ContributorDocument(
        Objects.requireNonNull(contributor.id()),
        contributor.revision(),
        ContributorContent.of(contributor));
  }
}
