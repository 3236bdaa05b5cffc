package dev.sarkhat.http;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Documents the parameters that mean the same wherever they occur. */
final class ParameterDocumentation {

  private ParameterDocumentation() {}

  /** The parameter with its description, bounds and example; one that has its own stays. */
  static Parameter complete(Parameter parameter) {
    if (parameter.getDescription() != null) {
      return parameter;
    }
    return switch (parameter.getName()) {
      case "limit" ->
          parameter
              .description("How many items a page holds at most.")
              .schema(
                  OASFactory.createSchema()
                      .addType(SchemaType.INTEGER)
                      .format("int32")
                      .minimum(BigDecimal.ONE)
                      .maximum(BigDecimal.valueOf(Parameters.MAXIMUM_LIMIT))
                      .defaultValue(Parameters.DEFAULT_LIMIT));
      case "cursor" ->
          parameter.description(
              "Where to continue, taken from `page.next`. Opaque; valid with the same filters and order only.");
      case "fields" ->
          commaSeparated(
                  parameter,
                  "The only properties to show, by name; others are left out, required ones too.")
              .example(List.of("id", "slug"));
      case "include" ->
          commaSeparated(
              parameter, "`articleCount` adds how many public articles there are, up to 10,000.");
      case "calendar" ->
          parameter
              .description(
                  "`jalali` adds `publishedAtText`, for readers, and changes nothing else.")
              .schema(
                  OASFactory.createSchema()
                      .addType(SchemaType.STRING)
                      .enumeration(List.of("jalali")));
      case "id" ->
          parameter
              .description("The article's number.")
              .schema(OASFactory.createSchema().addType(SchemaType.INTEGER).format("int64"))
              .example(2);
      case "note" ->
          parameter
              .description("Why, for the newsroom's record; up to 500 characters.")
              .schema(OASFactory.createSchema().addType(SchemaType.STRING).maxLength(500));
      case "If-Match" ->
          parameter
              .description("The `ETag` of what you have read, such as `\"3\"`.")
              .schema(OASFactory.createSchema().addType(SchemaType.STRING))
              .required(true);
      case "slug" -> parameter.description("The name in addresses.");
      default -> throw new IllegalStateException(parameter.getName() + " is not documented");
    };
  }

  private static Parameter commaSeparated(Parameter parameter, String description) {
    Schema item = OASFactory.createSchema().addType(SchemaType.STRING);
    return parameter
        .description(description)
        .style(Parameter.Style.FORM)
        .explode(false)
        .schema(OASFactory.createSchema().addType(SchemaType.ARRAY).items(item));
  }
}
