package dev.sarkhat.text.lexeme;

import java.util.List;

/** Words that are written with different letters, none of them wrong: one spelling for each. */
final class Spellings {

  private record Spelling(String written, String one) {}

  /** At the beginning of a word, folded and joined. */
  private static final List<Spelling> TABLE =
      List.of(
          new Spelling("گفتوگو", "گفتگو"),
          new Spelling("جستوجو", "جستجو"),
          new Spelling("شستوشو", "شستشو"),
          new Spelling("روبهرو", "روبرو"),
          new Spelling("هییت", "هیت"),
          new Spelling("هیات", "هیت"),
          new Spelling("جرات", "جریت"),
          new Spelling("نشات", "نشیت"),
          new Spelling("مساله", "مسیله"),
          new Spelling("مسیول", "مسول"),
          new Spelling("ویدیو", "ویدو"),
          new Spelling("طوفان", "توفان"),
          new Spelling("اطاق", "اتاق"),
          new Spelling("بلیط", "بلیت"),
          new Spelling("باطری", "باتری"),
          new Spelling("ذغال", "زغال"),
          new Spelling("امپراطور", "امپراتور"));

  private Spellings() {}

  /** The one spelling of a word, cut to {@link Lexemes#MAXIMUM_LENGTH}. */
  static String one(String joined) {
    String word = joined.contains("وو") ? joined.replaceAll("وو+", "و") : joined;
    for (Spelling each : TABLE) {
      if (word.startsWith(each.written)) {
        return cut(each.one + word.substring(each.written.length()));
      }
    }
    return cut(word);
  }

  private static String cut(String word) {
    if (word.length() <= Lexemes.MAXIMUM_LENGTH) {
      return word;
    }
    int end = Lexemes.MAXIMUM_LENGTH;
    return word.substring(0, Character.isHighSurrogate(word.charAt(end - 1)) ? end - 1 : end);
  }
}
