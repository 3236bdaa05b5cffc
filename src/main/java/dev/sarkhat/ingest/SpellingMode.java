package dev.sarkhat.ingest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.EnumeratedValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an import does with wrong spelling. */
@Schema(
    name = "ImportSpellingMode",
    description =
        "`none`: words stay as they came; `propose`: repairs are proposed; `apply`: those that are"
            + " safe are made, and the others proposed.")
enum SpellingMode {
  /** Nothing: nobody looks for it. */
  @JsonProperty("none")
  NONE("none"),
  /** Proposes repairs. */
  @JsonProperty("propose")
  PROPOSE("propose"),
  /** Makes the repairs that are safe, and proposes the others. */
  @JsonProperty("apply")
  APPLY("apply");

  @EnumeratedValue private final String value;

  SpellingMode(String value) {
    this.value = value;
  }

  /** Its name in the API, at the command line and in the database. */
  String value() {
    return value;
  }
}
