package dev.sarkhat.paging;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list: the items, and where the next page is.
 *
 * @param data the items, in the list's order
 * @param page the page's size, the way on, and the total when it was asked for
 * @param <T> what the list holds
 */
public record Page<T>(@Schema(required = true) List<T> data, @Schema(required = true) PageInfo page)
    implements Paged {

  /**
   * Cuts a page out of rows that were read with one row more than the limit: the extra row only
   * tells that there is a next page.
   *
   * @param rows up to {@code limit + 1} rows
   * @param limit the largest number of items on the page
   * @param cursor makes the cursor that continues after a row
   */
  public static <T> Page<T> cut(List<T> rows, int limit, Function<T, String> cursor) {
    if (rows.size() <= limit) {
      return new Page<>(List.copyOf(rows), PageInfo.last(limit));
    }
    List<T> data = List.copyOf(rows.subList(0, limit));
    return new Page<>(data, PageInfo.before(limit, cursor.apply(data.get(limit - 1))));
  }

  /** A list that is always given whole, as one page. */
  public static <T> Page<T> whole(List<T> data) {
    return new Page<>(List.copyOf(data), PageInfo.last(data.size()));
  }

  /** The only page of a list that is cut short at its limit. */
  public static <T> Page<T> last(List<T> data, int limit) {
    return new Page<>(List.copyOf(data), PageInfo.last(limit));
  }

  /** The same page of other items, such as the JSON records of entities. */
  public <R> Page<R> map(Function<? super T, ? extends R> mapping) {
    return new Page<>(data.stream().<R>map(mapping).toList(), page);
  }

  /** The same page with its items replaced, one for one. */
  public <R> Page<R> with(List<R> items) {
    return new Page<>(items, page);
  }

  /** The same page with the number of items in the whole list. */
  public Page<T> counted(@Nullable Total total) {
    return new Page<>(data, page.counted(total));
  }

  @Override
  public Page<T> linked(UnaryOperator<String> link) {
    return new Page<>(data, page.linked(link));
  }
}
