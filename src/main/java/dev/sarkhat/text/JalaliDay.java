package dev.sarkhat.text;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.PersianCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A day of the Jalali calendar by its parts; ICU does the arithmetic.
 *
 * @param year of the Solar Hijra; 0 and less before it
 * @param month from 1 for فروردین to 12 for اسفند
 * @param day of the month, from 1
 */
record JalaliDay(int year, int month, int day) {

  /** Where the leap years of the arithmetic are those of the astronomical calendar. */
  static final int FIRST_YEAR = 1178;

  static final int LAST_YEAR = 1633;

  static final int MONTHS = 12;

  static JalaliDay of(LocalDate date) {
    Calendar calendar = calendar();
    calendar.setTimeInMillis(TimeUnit.DAYS.toMillis(date.toEpochDay()));
    return new JalaliDay(
        calendar.get(Calendar.EXTENDED_YEAR),
        calendar.get(Calendar.MONTH) + 1,
        calendar.get(Calendar.DAY_OF_MONTH));
  }

  /** The same day in the ISO calendar; empty if there is none, or its year is out of range. */
  Optional<LocalDate> toLocalDate() {
    if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > MONTHS || day < 1) {
      return Optional.empty();
    }
    Calendar calendar = calendar();
    calendar.set(year, month - 1, 1);
    if (day > calendar.getActualMaximum(Calendar.DAY_OF_MONTH)) {
      return Optional.empty();
    }
    calendar.set(year, month - 1, day);
    return Optional.of(
        LocalDate.ofEpochDay(TimeUnit.MILLISECONDS.toDays(calendar.getTimeInMillis())));
  }

  /** A calendar at the start of 1970 in UTC; calendars are mutable, so each call has its own. */
  private static Calendar calendar() {
    Calendar calendar = new PersianCalendar(TimeZone.GMT_ZONE, ULocale.ROOT);
    calendar.setTimeInMillis(0);
    return calendar;
  }
}
