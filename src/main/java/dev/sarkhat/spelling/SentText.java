package dev.sarkhat.spelling;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A text to be proofread, as it is documented; it is read field by field. */
@Schema(name = "SentText", description = "A text without markup, to be proofread.")
record SentText(
    @Schema(required = true, maxLength = SentText.LONGEST, examples = "آنها به خانه می روند .")
        String text,
    @Schema(
            examples = "fa",
            description =
                "A BCP 47 language tag; `fa` where it is not told. For other languages than Persian"
                    + " nothing is proposed.")
        @Nullable String lang) {

  /** As long may the body of an article be. */
  static final int LONGEST = 1_000_000;
}
