package dev.sarkhat.article.body;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.jspecify.annotations.Nullable;

/**
 * A quotation, as blocks of its own.
 *
 * @param blocks what is quoted, never empty
 * @param cite address of what is quoted
 * @param lang BCP 47 tag of the block where its markup gave one
 * @param dir base direction, {@code ltr}, {@code rtl} or {@code auto}, where its markup gave one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    name = "QuoteBlock",
    description = "A quotation.",
    requiredProperties = {"type", "blocks"},
    properties = @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "quote"))
public record QuoteBlock(
    @Schema(description = "What is quoted.") List<Block> blocks,
    @Schema(
            description = "The address of what is quoted.",
            examples = "https://www.isna.ir/news/94090402435")
        @Nullable String cite,
    @Schema(
            description = "The language, BCP 47, where it differs from the article's.",
            examples = "en")
        @Nullable String lang,
    @Schema(
            description = "The base direction, where it differs from the article's.",
            enumeration = {"ltr", "rtl", "auto"},
            examples = "ltr")
        @Nullable String dir)
    implements Block {

  /** Copies the lists, so that a block never changes. */
  public QuoteBlock {
    blocks = List.copyOf(blocks);
  }
}
