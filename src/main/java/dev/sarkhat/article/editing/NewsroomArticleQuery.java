package dev.sarkhat.article.editing;

import dev.sarkhat.http.Parameters;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of the newsroom's list of articles. */
public class NewsroomArticleQuery {

  @QueryParam("limit")
  @Nullable String limit;

  @QueryParam("cursor")
  @Nullable String cursor;

  @QueryParam("status")
  @Parameter(
      description = "Where they stand now. Comma: any of them.",
      explode = Explode.FALSE,
      schema = @Schema(type = SchemaType.ARRAY, implementation = NewsroomStatus.class))
  @Nullable String status;

  @QueryParam("section")
  @Parameter(description = "The slug of a section, with its subtree.", example = "international")
  @Nullable String section;

  @QueryParam("creator")
  @Parameter(description = "The number of whoever made them, or `me`.", example = "me")
  @Nullable String creator;

  @QueryParam("contributor")
  @Parameter(description = "The slug of a contributor.")
  @Nullable String contributor;

  @QueryParam("dueFrom")
  @Parameter(
      description = "Only those public from this instant or later (RFC 3339).",
      schema = @Schema(type = SchemaType.STRING, format = "date-time"))
  @Nullable String dueFrom;

  @QueryParam("dueTo")
  @Parameter(
      description = "Only those public from before this instant (RFC 3339).",
      schema = @Schema(type = SchemaType.STRING, format = "date-time"))
  @Nullable String dueTo;

  @QueryParam("q")
  @Parameter(
      description =
          "Words of the title, kicker, subtitle or lead, all of them, in any of their spellings.")
  @Nullable String q;

  @QueryParam("sort")
  @Parameter(
      description = "The order; `-` is descending.",
      schema = @Schema(implementation = NewsroomSort.class, defaultValue = "-savedAt"))
  @Nullable String sort;

  Set<NewsroomStatus> statuses() {
    return Parameters.someOf("status", status, NewsroomStatus.class, NewsroomStatus::value);
  }

  @Nullable Instant from() {
    return Parameters.instant("dueFrom", dueFrom);
  }

  @Nullable Instant to() {
    return Parameters.instant("dueTo", dueTo);
  }

  NewsroomSort sort() {
    return Parameters.oneOf("sort", sort, NewsroomSort.LAST_SAVED, NewsroomSort::value);
  }

  /**
   * The number of the creator; null for everybody.
   *
   * @param me who {@code me} is
   */
  @Nullable Long creator(long me) {
    if (creator == null) {
      return null;
    }
    Long id = creator.equals("me") ? Long.valueOf(me) : Parameters.id(creator);
    if (id == null) {
      throw Parameters.invalid("creator", "It must be a number, or me.");
    }
    return id;
  }

  /** What a cursor of the list belongs to: the filters and the order. */
  String listName() {
    return String.join(
        "|",
        "newsroom",
        String.valueOf(statuses()),
        String.valueOf(section),
        String.valueOf(creator),
        String.valueOf(contributor),
        String.valueOf(from()),
        String.valueOf(to()),
        String.valueOf(q),
        sort().value());
  }
}
