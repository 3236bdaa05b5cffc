package dev.sarkhat.text;

import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names of months and weekdays, and the day numbers in words: written in one spelling, read in
 * all.
 *
 * <p>They are our own, so that no locale and no version of its data changes what readers see.
 */
final class JalaliNames {

  private static final List<String> MONTHS =
      List.of(
          "فروردین",
          "اردیبهشت",
          "خرداد",
          "تیر",
          "مرداد",
          "شهریور",
          "مهر",
          "آبان",
          "آذر",
          "دی",
          "بهمن",
          "اسفند");

  /** The same months in Afghanistan. */
  private static final List<String> AFGHAN_MONTHS =
      List.of(
          "حمل", "ثور", "جوزا", "سرطان", "اسد", "سنبله", "میزان", "عقرب", "قوس", "جدی", "دلو",
          "حوت");

  /** From Monday, as {@link DayOfWeek} counts; the week begins on Saturday. */
  private static final List<String> WEEKDAYS =
      List.of("دوشنبه", "سه\u200Cشنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه", "یکشنبه");

  /** The days of a month as ordinals, from the first. */
  private static final List<String> ORDINALS =
      List.of(
          "یکم",
          "دوم",
          "سوم",
          "چهارم",
          "پنجم",
          "ششم",
          "هفتم",
          "هشتم",
          "نهم",
          "دهم",
          "یازدهم",
          "دوازدهم",
          "سیزدهم",
          "چهاردهم",
          "پانزدهم",
          "شانزدهم",
          "هفدهم",
          "هجدهم",
          "نوزدهم",
          "بیستم",
          "بیست و یکم",
          "بیست و دوم",
          "بیست و سوم",
          "بیست و چهارم",
          "بیست و پنجم",
          "بیست و ششم",
          "بیست و هفتم",
          "بیست و هشتم",
          "بیست و نهم",
          "سی\u200Cام",
          "سی و یکم");

  private static final Map<String, Integer> MONTHS_BY_KEY = months();
  private static final Map<String, DayOfWeek> WEEKDAYS_BY_KEY = weekdays();
  private static final Map<String, Integer> ORDINALS_BY_KEY = ordinals();

  private JalaliNames() {}

  /** The name of a month from 1 to 12. */
  static String month(int month) {
    return MONTHS.get(month - 1);
  }

  static String weekday(DayOfWeek weekday) {
    return WEEKDAYS.get(weekday.getValue() - 1);
  }

  /** The month that a key of {@link MatchKey} names, «آذرماه» too; 0 if none. */
  static int monthOf(String key) {
    return MONTHS_BY_KEY.getOrDefault(key, 0);
  }

  /** The weekdays by the keys of their names. */
  static Map<String, DayOfWeek> weekdaysByKey() {
    return WEEKDAYS_BY_KEY;
  }

  /** The number of the day that a key names in words, from 1 to 31; 0 if none. */
  static int dayOf(String key) {
    return ORDINALS_BY_KEY.getOrDefault(key, 0);
  }

  private static Map<String, Integer> months() {
    Map<String, Integer> months = new HashMap<>();
    for (int index = 0; index < MONTHS.size(); index++) {
      for (String name : List.of(MONTHS.get(index), AFGHAN_MONTHS.get(index))) {
        months.put(MatchKey.of(name), index + 1);
        months.put(MatchKey.of(name + "ماه"), index + 1);
      }
    }
    months.put(MatchKey.of("امرداد"), 5);
    return Map.copyOf(months);
  }

  private static Map<String, DayOfWeek> weekdays() {
    Map<String, DayOfWeek> weekdays = new HashMap<>();
    for (DayOfWeek weekday : DayOfWeek.values()) {
      weekdays.put(MatchKey.of(weekday(weekday)), weekday);
    }
    weekdays.put(MatchKey.of("آدینه"), DayOfWeek.FRIDAY);
    return Map.copyOf(weekdays);
  }

  private static Map<String, Integer> ordinals() {
    Map<String, Integer> ordinals = new HashMap<>();
    for (int index = 0; index < ORDINALS.size(); index++) {
      ordinals.put(MatchKey.of(ORDINALS.get(index)), index + 1);
    }
    ordinals.put(MatchKey.of("اول"), 1);
    ordinals.put(MatchKey.of("هیجدهم"), 18);
    return Map.copyOf(ordinals);
  }
}
