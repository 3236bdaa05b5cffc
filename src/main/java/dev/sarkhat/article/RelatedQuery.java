package dev.sarkhat.article;

import dev.sarkhat.http.Calendar;
import dev.sarkhat.http.Fields;
import dev.sarkhat.http.Parameters;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of the list of related articles, which is short and has no further page. */
public class RelatedQuery {

  @QueryParam("limit")
  @Parameter(
      description = "How many are shown at most.",
      schema =
          @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "5"))
  @Nullable String limit;

  @QueryParam("fields")
  @Nullable String fields;

  @QueryParam("calendar")
  @Nullable String calendar;

  int limit() {
    return limit == null ? RelatedArticles.DEFAULT_LIMIT : Parameters.limit(limit);
  }

  Fields<ArticleSummary> fields() {
    return Fields.of(ArticleSummary.class, fields);
  }

  @Nullable Calendar calendar() {
    return Calendar.parse(calendar);
  }
}
