package dev.sarkhat.ingest;

import dev.sarkhat.article.ArticleStatus;
import dev.sarkhat.json.FieldFormat;
import dev.sarkhat.json.JsonFields;
import dev.sarkhat.text.JalaliDate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When an article is to be public, out of the several fields that may tell it.
 *
 * @param precision how exactly the instant is known, or null where nobody says
 */
record PublishingTime(
    @Nullable Instant publishedAt, @Nullable String precision, @Nullable Instant expireAt) {

  /** The words of {@code publishedAtPrecision}. */
  private enum Precision {
    DAY,
    MINUTE,
    SECOND,
    MILLISECOND;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Map<String, Precision> PRECISIONS =
      JsonFields.words(Precision.values(), Precision::word);

  /** Reads the fields and refuses what contradicts itself. */
  static PublishingTime read(JsonFields fields, @Nullable ArticleStatus status, Set<Note> notes) {
    Precision told = fields.choice("publishedAtPrecision", PRECISIONS);
    Instant jalali = jalali(fields);
    Instant publishedAt = null;
    boolean day = false;
    String text = fields.text("publishedAt", FieldFormat.INSTANT_LENGTH);
    if (text != null) {
      publishedAt = FieldFormat.day(text);
      day = publishedAt != null;
      publishedAt = day ? publishedAt : FieldFormat.instant(text);
      if (publishedAt == null && fields.isText("publishedAt")) {
        fields.refuse("publishedAt", reason(text));
      }
    } else if (jalali != null) {
      publishedAt = jalali;
      day = true;
      notes.add(Note.PUBLISHED_AT_JALALI);
    }
    if (day) {
      notes.add(Note.DATE_WITHOUT_TIME);
    }
    if (status == ArticleStatus.SCHEDULED && text == null && jalali == null) {
      fields.refuse("publishedAt", "is missing, and the status is scheduled");
    }
    Instant expireAt = fields.instant("expireAt");
    if (expireAt != null && publishedAt != null && !expireAt.isAfter(publishedAt)) {
      fields.refuse("expireAt", "is not later than publishedAt");
    }
    Precision precision = told == null && day ? Precision.DAY : told;
    return new PublishingTime(publishedAt, precision == null ? null : precision.word(), expireAt);
  }

  private static @Nullable Instant jalali(JsonFields fields) {
    String text = fields.text("publishedAtJalali", FieldFormat.INSTANT_LENGTH);
    if (text == null) {
      return null;
    }
    Optional<LocalDate> day =
        FieldFormat.isJalaliDay(text) ? JalaliDate.parse(text) : Optional.empty();
    if (day.isEmpty() && fields.isText("publishedAtJalali")) {
      fields.refuse("publishedAtJalali", "is not a Jalali date, as 1405/08/29");
    }
    return day.map(FieldFormat::startOf).orElse(null);
  }

  private static String reason(String text) {
    if (FieldFormat.isTooEarly(text)) {
      return "is before "
          + FieldFormat.EARLIEST_YEAR
          + ": is it a Jalali date? That goes into publishedAtJalali, as 1405/08/29";
    }
    return FieldFormat.isJalaliDay(text)
        ? "is not RFC 3339; a Jalali date goes into publishedAtJalali"
        : "is neither an RFC 3339 date-time with its offset nor a date, as 2026-11-20T10:00:00+03:30";
  }
}
