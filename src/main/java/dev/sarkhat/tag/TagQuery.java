package dev.sarkhat.tag;

import dev.sarkhat.http.NameListQuery;
import dev.sarkhat.http.Parameters;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of the list of tags. */
public class TagQuery extends NameListQuery {

  @QueryParam("type")
  @Parameter(
      description = "Only tags of this type.",
      schema = @Schema(implementation = TagType.class))
  @Nullable String type;

  @Nullable TagType type() {
    return Parameters.oneOf("type", type, TagType.class, TagType::value);
  }
}
