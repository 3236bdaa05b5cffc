package dev.sarkhat.paging;

import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of itself.
 *
 * @param limit the largest number of items on a page of this list
 * @param next the address of the next page, relative to the API's host; absent on the last page
 * @param total the number of items in the whole list, when asked for by {@code count}
 * @param totalRelation whether {@code total} is the exact number or a lower bound
 */
@Schema(
    name = "PageInfo",
    description = "The page's size, the way on, and the total when asked for.")
public record PageInfo(
    @Schema(
            required = true,
            examples = "20",
            description = "The largest number of items on a page.")
        int limit,
    @Schema(
            examples = "/v1/articles?section=international&limit=20&cursor=AQAAAVE...",
            description = "The next page; absent on the last one.")
        @Nullable String next,
    @Schema(examples = "4711", description = "Items in the whole list, with `count`.")
        @Nullable Long total,
    @Schema(description = "`exact`, or `atLeast` where counting stopped at its bound.")
        @Nullable TotalRelation totalRelation) {

  static PageInfo last(int limit) {
    return new PageInfo(limit, null, null, null);
  }

  static PageInfo before(int limit, String cursor) {
    return new PageInfo(limit, cursor, null, null);
  }

  PageInfo counted(@Nullable Total total) {
    return total == null ? this : new PageInfo(limit, next, total.value(), total.relation());
  }

  /** The same with the cursor turned into the address of the next page. */
  public PageInfo linked(UnaryOperator<String> link) {
    return next == null ? this : new PageInfo(limit, link.apply(next), total, totalRelation);
  }
}
