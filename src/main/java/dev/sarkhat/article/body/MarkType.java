package dev.sarkhat.article.body;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a mark says of its stretch of text; the order is that of nesting, outermost first. */
@Schema(
    enumeration = {
      "language",
      "link",
      "abbreviation",
      "time",
      "strong",
      "emphasis",
      "underline",
      "strikethrough",
      "inserted",
      "highlight",
      "subscript",
      "superscript",
      "code"
    })
public enum MarkType {
  /** In another language or direction; has {@code lang}, {@code dir} or both. */
  @JsonProperty("language")
  LANGUAGE("span"),
  /** A link; has {@code href} and perhaps {@code title}. */
  @JsonProperty("link")
  LINK("a"),
  /** An abbreviation, written out in {@code title}. */
  @JsonProperty("abbreviation")
  ABBREVIATION("abbr"),
  /** A time, for machines in {@code dateTime}. */
  @JsonProperty("time")
  TIME("time"),
  /** Of strong importance, shown bold. */
  @JsonProperty("strong")
  STRONG("strong"),
  /** Emphasised, shown in italics or as the script has it. */
  @JsonProperty("emphasis")
  EMPHASIS("em"),
  /** Underlined. */
  @JsonProperty("underline")
  UNDERLINE("u"),
  /** Struck out, no longer true. */
  @JsonProperty("strikethrough")
  STRIKETHROUGH("s"),
  /** Added later. */
  @JsonProperty("inserted")
  INSERTED("ins"),
  /** Highlighted. */
  @JsonProperty("highlight")
  HIGHLIGHT("mark"),
  /** Below the line. */
  @JsonProperty("subscript")
  SUBSCRIPT("sub"),
  /** Above the line. */
  @JsonProperty("superscript")
  SUPERSCRIPT("sup"),
  /** Code, shown in a fixed width. */
  @JsonProperty("code")
  CODE("code");

  private final String tag;

  MarkType(String tag) {
    this.tag = tag;
  }

  String tag() {
    return tag;
  }
}
