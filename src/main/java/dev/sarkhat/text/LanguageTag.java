package dev.sarkhat.text;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tags that name the language of a text, such as {@code fa} or {@code az-Arab-IR} (BCP 47). */
public final class LanguageTag {

  /** The longest tag taken, in characters: what RFC 5646, section 4.4.1 asks room for. */
  public static final int MAXIMUM_LENGTH = 35;

  /**
   * The production {@code langtag} of RFC 5646, section 2.1, with a primary language of two or
   * three letters: language, script, region, variants, extensions, private use. Registered longer
   * languages do not exist, and the grandfathered tags have successors.
   */
  private static final Pattern LANGTAG =
      Pattern.compile(
          "[a-z]{2,3}(-[a-z]{3}){0,3}"
              + "(-[a-z]{4})?"
              + "(-([a-z]{2}|[0-9]{3}))?"
              + "(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"
              + "(-[0-9a-wy-z](-[a-z0-9]{2,8})+)*"
              + "(-x(-[a-z0-9]{1,8})+)?",
          Pattern.CASE_INSENSITIVE);

  private LanguageTag() {}

  /**
   * Whether the tag is well-formed (RFC 5646, section 2.2.9) and not longer than 35 characters. The
   * registry of subtags is not asked.
   */
  public static boolean isValid(String tag) {
    return tag.length() <= MAXIMUM_LENGTH && LANGTAG.matcher(tag).matches();
  }

  /**
   * The tag in the case that RFC 5646, section 2.1.1, recommends: tags are compared without regard
   * to case, and stored in one.
   */
  public static String canonical(String tag) {
    return Locale.forLanguageTag(tag).toLanguageTag();
  }
}
