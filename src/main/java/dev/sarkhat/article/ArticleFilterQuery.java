package dev.sarkhat.article;

import dev.sarkhat.http.ListQuery;
import dev.sarkhat.http.Parameters;
import dev.sarkhat.text.LanguageTag;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * The parameters that lists and searches of articles are limited by. A comma between items means
 * any of them; a parameter that is repeated means that each of its values must hold.
 */
public abstract class ArticleFilterQuery extends ListQuery {

  @QueryParam("section")
  @Parameter(
      description =
          "Slugs of sections, each with its subtree. Comma: any of them. Repeated: all of them.",
      example = "international")
  List<String> section = List.of();

  @QueryParam("tag")
  @Parameter(
      description = "Slugs of tags, or their aliases. Comma: any of them. Repeated: all of them.",
      example = "فرانسوا-اولاند")
  List<String> tag = List.of();

  @QueryParam("source")
  @Parameter(
      description = "Slugs of sources. Comma: any of them. Repeated: all of them.",
      example = "isna")
  List<String> source = List.of();

  @QueryParam("contributor")
  @Parameter(description = "Slugs of contributors. Comma: any of them. Repeated: all of them.")
  List<String> contributor = List.of();

  @QueryParam("type")
  @Parameter(
      description = "Types of articles. Comma: any of them.",
      explode = Explode.FALSE,
      schema = @Schema(type = SchemaType.ARRAY, implementation = ArticleType.class))
  @Nullable String type;

  @QueryParam("lang")
  @Parameter(
      description = "Languages as BCP 47 tags. Comma: any of them.",
      explode = Explode.FALSE,
      schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
  @Nullable String lang;

  @QueryParam("ids")
  @Parameter(
      description =
          "Up to 100 article numbers, separated by commas. Those that are not public are left out.",
      explode = Explode.FALSE,
      schema = @Schema(type = SchemaType.ARRAY, implementation = Long.class))
  @Nullable String ids;

  @QueryParam("excludeSection")
  @Parameter(
      description = "Slugs of sections whose subtrees are left out, separated by commas.",
      explode = Explode.FALSE,
      schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
  @Nullable String excludeSection;

  @QueryParam("excludeTag")
  @Parameter(
      description = "Slugs of tags whose articles are left out, separated by commas.",
      explode = Explode.FALSE,
      schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
  @Nullable String excludeTag;

  @QueryParam("from")
  @Parameter(
      description = "Only articles published at this instant or later (RFC 3339).",
      schema = @Schema(type = SchemaType.STRING, format = "date-time"),
      example = "2015-01-01T00:00:00Z")
  @Nullable String from;

  @QueryParam("to")
  @Parameter(
      description = "Only articles published before this instant (RFC 3339).",
      schema = @Schema(type = SchemaType.STRING, format = "date-time"),
      example = "2027-01-01T00:00:00Z")
  @Nullable String to;

  List<Set<String>> sections() {
    return Parameters.choices("section", section);
  }

  List<Set<String>> tags() {
    return Parameters.choices("tag", tag);
  }

  List<Set<String>> sources() {
    return Parameters.choices("source", source);
  }

  List<Set<String>> contributors() {
    return Parameters.choices("contributor", contributor);
  }

  Set<ArticleType> types() {
    return Parameters.someOf("type", type, ArticleType.class, ArticleType::value);
  }

  Set<String> langs() {
    Set<String> langs = new LinkedHashSet<>();
    for (String each : Parameters.items("lang", lang)) {
      if (!LanguageTag.isValid(each)) {
        throw Parameters.invalid("lang", "It must be a BCP 47 language tag such as fa or en.");
      }
      langs.add(LanguageTag.canonical(each));
    }
    return langs;
  }

  Set<Long> ids() {
    return Parameters.ids("ids", ids);
  }

  Set<String> excludedSections() {
    return Parameters.items("excludeSection", excludeSection);
  }

  Set<String> excludedTags() {
    return Parameters.items("excludeTag", excludeTag);
  }

  @Nullable Instant from() {
    return Parameters.instant("from", from);
  }

  @Nullable Instant to() {
    Instant until = Parameters.instant("to", to);
    Instant since = from();
    if (until != null && since != null && !until.isAfter(since)) {
      throw Parameters.invalid("to", "It must be later than from.");
    }
    return until;
  }

  /** Adds the filters to the name of a list, however they were spelled. */
  protected final void appendFilters(StringBuilder name) {
    append(name, "section", sections());
    append(name, "tag", tags());
    append(name, "source", sources());
    append(name, "contributor", contributors());
    append(name, "type", List.of(Parameters.items("type", type)));
    append(name, "lang", List.of(langs()));
    append(name, "ids", List.of(Parameters.items("ids", ids)));
    append(name, "excludeSection", List.of(excludedSections()));
    append(name, "excludeTag", List.of(excludedTags()));
    name.append("&from=").append(from()).append("&to=").append(to());
  }

  private static void append(StringBuilder name, String parameter, List<Set<String>> choices) {
    choices.stream()
        .filter(choice -> !choice.isEmpty())
        .map(choice -> String.join(",", new TreeSet<>(choice)))
        .sorted()
        .forEach(value -> name.append('&').append(parameter).append('=').append(value));
  }
}
