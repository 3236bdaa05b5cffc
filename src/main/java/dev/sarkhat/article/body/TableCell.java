package dev.sarkhat.article.body;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One cell of a table.
 *
 * @param text the text with its marks, possibly empty
 * @param header whether it heads a row or a column
 * @param scope what a header cell heads: {@code row}, {@code col}, {@code rowgroup} or {@code
 *     colgroup}, if the markup said
 * @param colspan columns it covers, 1 to {@value #MAX_COLSPAN}
 * @param rowspan rows it covers, 1 to {@value #MAX_ROWSPAN}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    description = "One cell of a table.",
    requiredProperties = {"text", "header", "colspan", "rowspan"})
public record TableCell(
    @Schema(description = "The text, possibly empty.") RichText text,
    @Schema(description = "Whether the cell heads a row or a column.") boolean header,
    @Schema(
            description = "What a header cell heads.",
            enumeration = {"row", "col", "rowgroup", "colgroup"})
        @Nullable String scope,
    @Schema(description = "The columns it covers.", minimum = "1", maximum = "100", examples = "1")
        int colspan,
    @Schema(description = "The rows it covers.", minimum = "1", maximum = "1000", examples = "1")
        int rowspan) {

  static final int MAX_COLSPAN = 100;
  static final int MAX_ROWSPAN = 1000;
}
