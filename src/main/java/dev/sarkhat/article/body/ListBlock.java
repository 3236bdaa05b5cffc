package dev.sarkhat.article.body;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.jspecify.annotations.Nullable;

/**
 * A list of at least one item.
 *
 * @param ordered whether the items are numbered
 * @param start the first number of an ordered list, if not 1
 * @param items the items in order
 * @param lang BCP 47 tag of the block where its markup gave one
 * @param dir base direction, {@code ltr}, {@code rtl} or {@code auto}, where its markup gave one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    name = "ListBlock",
    description = "A bulleted or numbered list; an item can hold lists.",
    requiredProperties = {"type", "ordered", "items"},
    properties = @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "list"))
public record ListBlock(
    @Schema(description = "Whether the items are numbered.") boolean ordered,
    @Schema(description = "The first number, if not 1.", examples = "5") @Nullable Integer start,
    @Schema(description = "The items.") List<ListItem> items,
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
  public ListBlock {
    items = List.copyOf(items);
  }
}
