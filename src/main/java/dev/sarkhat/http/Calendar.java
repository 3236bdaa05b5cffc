package dev.sarkhat.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** Calendars in which an answer can also tell its dates, as text for readers. */
public enum Calendar {
  /** The calendar of Iran, in Tehran's time. */
  @JsonProperty("jalali")
  JALALI;

  /** Reads the parameter {@code calendar}; null where it is absent. */
  public static @Nullable Calendar parse(@Nullable String value) {
    return Parameters.oneOf("calendar", value, Calendar.class, calendar -> "jalali");
  }
}
