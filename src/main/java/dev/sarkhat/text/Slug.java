package dev.sarkhat.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;

/**
 * The part of a path that names a thing in its own letters: «همکاری‌های ایران و روسیه» is {@code
 * همکاری-های-ایران-و-روسیه}.
 *
 * <p>A slug holds letters, digits and combining marks in NFKC (UAX #15) and lower case, with single
 * {@code -} between them. It is an IRI segment (RFC 3987) as it stands and must be percent-encoded
 * in a URI (RFC 3986). Digits stay as typed. Different titles may have one slug ({@code C} and
 * {@code C++}): uniqueness is the caller's.
 */
public final class Slug {

  /** How long a slug may be, in UTF-16 code units; percent-encoded Persian takes six times that. */
  public static final int MAXIMUM_LENGTH = 80;

  private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();

  private Slug() {}

  /**
   * The slug of a title, cut between two words where it would be too long, and inside the first
   * word only if that alone is.
   *
   * @return the slug, which is its own slug; empty if the title has no letter and no digit, and
   *     then the caller decides
   */
  public static String of(String title) {
    String lowerCase = UCharacter.toLowerCase(ULocale.ROOT, NFKC.normalize(title));
    return cut(NFKC.normalize(words(NFKC.normalize(lowerCase))));
  }

  /**
   * Whether this is a slug as {@link #of} makes them: not empty, not too long, nothing to change.
   */
  public static boolean isValid(String slug) {
    return !slug.isEmpty() && slug.length() <= MAXIMUM_LENGTH && of(slug).equals(slug);
  }

  private static String words(String text) {
    StringBuilder slug = new StringBuilder(text.length());
    boolean separated = false;
    for (int codePoint : text.codePoints().toArray()) {
      if (isDropped(codePoint)) {
        continue;
      }
      boolean mark = CodePoints.isCombiningMark(codePoint);
      if (!mark && !UCharacter.isLetter(codePoint) && !CodePoints.isNumber(codePoint)) {
        separated = true;
        continue;
      }
      if (mark && (separated || slug.isEmpty())) {
        // A mark on something that is not kept.
        continue;
      }
      if (separated && !slug.isEmpty()) {
        slug.append('-');
      }
      separated = false;
      slug.appendCodePoint(PersianLetters.persian(codePoint));
    }
    return slug.toString();
  }

  /** Half-spaces part words; everything else that is unseen goes, with vowel signs and tatweel. */
  private static boolean isDropped(int codePoint) {
    if (codePoint == CodePoints.ZWNJ || codePoint == CodePoints.ZERO_WIDTH_SPACE) {
      return false;
    }
    return codePoint == CodePoints.TATWEEL
        || CodePoints.isHaraka(codePoint)
        || CodePoints.isIgnorable(codePoint);
  }

  private static String cut(String slug) {
    if (slug.length() <= MAXIMUM_LENGTH) {
      return slug;
    }
    int betweenWords = slug.lastIndexOf('-', MAXIMUM_LENGTH);
    return betweenWords > 0
        ? slug.substring(0, betweenWords)
        : slug.substring(0, new Graphemes(slug).lastBoundaryUpTo(MAXIMUM_LENGTH));
  }
}
