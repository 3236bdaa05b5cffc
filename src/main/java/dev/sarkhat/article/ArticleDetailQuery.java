package dev.sarkhat.article;

import dev.sarkhat.http.Calendar;
import dev.sarkhat.http.Fields;
import dev.sarkhat.http.Include;
import dev.sarkhat.http.Parameters;
import jakarta.ws.rs.QueryParam;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of one article. */
public class ArticleDetailQuery {

  @QueryParam("body")
  @Parameter(
      description = "The one form of the body to show; all three without it.",
      schema = @Schema(implementation = BodyForm.class))
  @Nullable String body;

  @QueryParam("include")
  @Parameter(
      description = "`related` adds the related articles.",
      explode = Explode.FALSE,
      schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
  @Nullable String include;

  @QueryParam("fields")
  @Nullable String fields;

  @QueryParam("calendar")
  @Nullable String calendar;

  Set<BodyForm> forms() {
    BodyForm form = Parameters.oneOf("body", body, BodyForm.class, BodyForm::value);
    return form == null ? EnumSet.allOf(BodyForm.class) : EnumSet.of(form);
  }

  boolean related() {
    return Include.has(include, "related");
  }

  Fields<ArticleView> fields() {
    return Fields.of(ArticleView.class, fields);
  }

  @Nullable Calendar calendar() {
    return Calendar.parse(calendar);
  }
}
