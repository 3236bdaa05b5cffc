package dev.sarkhat.text.lexeme;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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
          new Spelling("طوفان", "توفان"),
          new Spelling("اطاق", "اتاق"),
          new Spelling("بلیط", "بلیت"),
          new Spelling("باطری", "باتری"),
          new Spelling("ذغال", "زغال"),
          new Spelling("امپراطور", "امپراتور"));

  /** مسئول, مسؤول and مسوول are one. */
  private static final Pattern WAWS = Pattern.compile("ئ?وو*");

  private Spellings() {}

  /** A word with ئو as it is written with یو, such as «ویدیو»; null if it is not with ئو. */
  static @Nullable String withYeh(List<String> parts) {
    if (parts.stream().noneMatch(part -> part.indexOf(Folding.YEH_WITH_HAMZA) >= 0)) {
      return null;
    }
    return cut(String.join("", parts).replace((char) Folding.YEH_WITH_HAMZA, (char) Folding.YEH));
  }

  /** The one spelling of a word, cut to {@link Lexemes#MAXIMUM_LENGTH}. */
  static String one(String joined) {
    String word =
        joined.contains("وو") || joined.contains("ئو")
            ? WAWS.matcher(joined).replaceAll("و")
            : joined;
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
