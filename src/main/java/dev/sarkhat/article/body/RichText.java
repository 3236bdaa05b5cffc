package dev.sarkhat.article.body;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A text with its inline formatting as marks over stretches of it, without markup.
 *
 * @param text the text; {@code \n} is a hard line break
 * @param marks sorted by start, the longer first; none is empty or reaches outside the text, and
 *     two that say the same neither touch nor overlap
 */
@Schema(
    description = "A text with its inline formatting as marks; a line feed is a hard line break.",
    requiredProperties = {"text", "marks"})
public record RichText(
    @Schema(
            description = "The text; a line feed is a hard line break.",
            examples = "به گزارش ایسنا، اولاند به مسکو می\u200Cرود.")
        String text,
    @Schema(description = "The formatting, sorted by start; empty for plain text.")
        List<Mark> marks) {

  /** Copies the list, so that a text never changes. */
  public RichText {
    marks = List.copyOf(marks);
  }

  // Not named as a property, for the OpenAPI document would list it as one.
  boolean hasNoText() {
    return text.isEmpty();
  }
}
