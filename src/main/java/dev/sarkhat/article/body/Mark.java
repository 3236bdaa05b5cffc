package dev.sarkhat.article.body;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What holds for a stretch of a text. Offsets count UTF-16 code units, as strings of JavaScript,
 * Java, Kotlin and NSString do, and never part a surrogate pair.
 *
 * @param type what it says
 * @param start offset of the first unit
 * @param end offset after the last unit, above {@code start}
 * @param href where a link leads: an {@code http}, {@code https}, {@code mailto} or {@code tel}
 *     address or a path from the site's root
 * @param title a link's advisory title, or an abbreviation written out
 * @param dateTime a time in the machine format of HTML's {@code time} element
 * @param lang BCP 47 tag
 * @param dir {@code ltr}, {@code rtl} or {@code auto}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    name = "TextMark",
    description = "What holds for a stretch of a text; offsets count UTF-16 code units.",
    requiredProperties = {"type", "start", "end"})
public record Mark(
    MarkType type,
    @Schema(description = "The offset of the first unit.", minimum = "0", examples = "15")
        int start,
    @Schema(description = "The offset after the last unit.", minimum = "1", examples = "20")
        int end,
    @Schema(description = "Where a link leads.", examples = "https://www.isna.ir/")
        @Nullable String href,
    @Schema(
            description = "A link's advisory title, or an abbreviation written out.",
            examples = "خبرگزاری دانشجویان ایران")
        @Nullable String title,
    @Schema(description = "A time for machines.", examples = "2015-11-25")
        @Nullable String dateTime,
    @Schema(description = "The language, BCP 47.", examples = "en") @Nullable String lang,
    @Schema(
            description = "The direction.",
            enumeration = {"ltr", "rtl", "auto"},
            examples = "ltr")
        @Nullable String dir) {

  private static final Comparator<@Nullable String> TEXT =
      Comparator.nullsFirst(Comparator.naturalOrder());

  /** By start, the longer first, then in order of nesting. */
  static final Comparator<Mark> ORDER =
      Comparator.comparingInt(Mark::start)
          .thenComparing(Comparator.comparingInt(Mark::end).reversed())
          .thenComparing(Mark::type)
          .thenComparing(Mark::href, TEXT)
          .thenComparing(Mark::title, TEXT)
          .thenComparing(Mark::dateTime, TEXT)
          .thenComparing(Mark::lang, TEXT)
          .thenComparing(Mark::dir, TEXT);

  static Mark of(MarkType type) {
    return new Mark(type, 0, 0, null, null, null, null, null);
  }

  static Mark link(String href, @Nullable String title) {
    return new Mark(MarkType.LINK, 0, 0, href, title, null, null, null);
  }

  static Mark abbreviation(@Nullable String title) {
    return new Mark(MarkType.ABBREVIATION, 0, 0, null, title, null, null, null);
  }

  static Mark time(@Nullable String dateTime) {
    return new Mark(MarkType.TIME, 0, 0, null, null, dateTime, null, null);
  }

  static Mark language(@Nullable String lang, @Nullable String dir) {
    return new Mark(MarkType.LANGUAGE, 0, 0, null, null, null, lang, dir);
  }

  /** The same said of another stretch. */
  Mark at(int newStart, int newEnd) {
    return new Mark(type, newStart, newEnd, href, title, dateTime, lang, dir);
  }
}
