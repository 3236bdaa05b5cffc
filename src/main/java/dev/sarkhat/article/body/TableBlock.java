package dev.sarkhat.article.body;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.jspecify.annotations.Nullable;

/**
 * A table of data; tables used for layout are dissolved on entry.
 *
 * @param caption what the table shows
 * @param header the rows of its head
 * @param rows the rows of its body, the foot's last
 * @param lang BCP 47 tag of the block where its markup gave one
 * @param dir base direction, {@code ltr}, {@code rtl} or {@code auto}, where its markup gave one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    name = "TableBlock",
    description = "A table of data.",
    requiredProperties = {"type", "header", "rows"},
    properties = @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "table"))
public record TableBlock(
    @Schema(description = "The caption.") @Nullable RichText caption,
    @Schema(description = "The rows of the head, possibly none.") List<TableRow> header,
    @Schema(description = "The rows of the body.") List<TableRow> rows,
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
  public TableBlock {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }
}
