package dev.sarkhat.search;

import dev.sarkhat.http.Parameters;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of suggestions. */
public class SuggestQuery {

  private static final int LONGEST = 100;
  private static final int DEFAULT_LIMIT = 10;

  @QueryParam("q")
  @Parameter(
      required = true,
      description = "What was typed until now, at most 100 characters.",
      schema = @Schema(type = SchemaType.STRING, maxLength = LONGEST),
      example = "بین ال")
  @Nullable String q;

  @QueryParam("limit")
  @Parameter(
      description = "How many are shown at most.",
      schema =
          @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "10"))
  @Nullable String limit;

  String q() {
    return Q.read(q, LONGEST);
  }

  int limit() {
    return limit == null ? DEFAULT_LIMIT : Parameters.limit(limit);
  }
}
