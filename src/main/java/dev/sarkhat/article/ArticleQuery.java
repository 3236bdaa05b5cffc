package dev.sarkhat.article;

import dev.sarkhat.http.Calendar;
import dev.sarkhat.http.Parameters;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of the list of articles. */
public class ArticleQuery extends ArticleFilterQuery {

  @QueryParam("sort")
  @Parameter(
      description = "The order; `-` is descending.",
      schema = @Schema(implementation = ArticleSort.class, defaultValue = "-publishedAt"))
  @Nullable String sort;

  @QueryParam("count")
  @Parameter(
      description =
          "Adds `page.total`: `exact`, or `capped` at 10,000. Without it nothing is counted.",
      schema = @Schema(implementation = CountMode.class))
  @Nullable String count;

  @QueryParam("calendar")
  @Nullable String calendar;

  ArticleSort sort() {
    return Parameters.oneOf("sort", sort, ArticleSort.NEWEST, ArticleSort::value);
  }

  @Nullable CountMode count() {
    return Parameters.oneOf("count", count, CountMode.class, CountMode::value);
  }

  @Nullable Calendar calendar() {
    return Calendar.parse(calendar);
  }

  /** Names the list: its order and its filters, however they were spelled. */
  String listName() {
    StringBuilder name = new StringBuilder("articles?sort=").append(sort().value());
    appendFilters(name);
    return name.toString();
  }
}
