package dev.sarkhat.text;

import java.util.Locale;
import java.util.Set;

/**
 * The letters yeh and kaf, which Arabic and Persian keyboards write with different characters.
 *
 * <p>Readers cannot tell them apart within a word, machines can: a title typed on an Arabic
 * keyboard is not found by one typed on a Persian keyboard.
 */
public final class PersianLetters {

  private static final int YEH = 0x06CC;
  private static final int KAF = 0x06A9;

  /**
   * Persian under each of its codes, its Afghan and Iranian forms, Central Kurdish, and the
   * neighbours of Persian that are written with its letters. Not among them: Arabic, where yeh and
   * alef maksura differ; Pashto, which tells several yehs apart; Urdu, Sindhi and Uyghur.
   */
  private static final Set<String> LANGUAGES =
      Set.of("fa", "fas", "per", "pes", "prs", "ckb", "glk", "mzn", "lrc");

  private PersianLetters() {}

  /**
   * Whether text in this language is written with the Persian yeh and kaf.
   *
   * @param lang a BCP 47 tag; only its primary subtag counts, anything else answers false
   */
  public static boolean areUsedIn(String lang) {
    int end = lang.indexOf('-');
    String primary = end < 0 ? lang : lang.substring(0, end);
    return LANGUAGES.contains(primary.toLowerCase(Locale.ROOT));
  }

  /**
   * The Persian form of a yeh, an alef maksura or a kaf, also of presentation forms; others stay.
   */
  public static int persian(int codePoint) {
    return switch (codePoint) {
      // Yeh and alef maksura, then their presentation forms, then those of the Persian yeh.
      case 0x064A, 0x0649 -> YEH;
      case 0xFEEF, 0xFEF0, 0xFEF1, 0xFEF2, 0xFEF3, 0xFEF4, 0xFBE8, 0xFBE9 -> YEH;
      case 0xFBFC, 0xFBFD, 0xFBFE, 0xFBFF -> YEH;
      // Kaf, then its presentation forms, then those of the Persian kaf.
      case 0x0643 -> KAF;
      case 0xFED9, 0xFEDA, 0xFEDB, 0xFEDC -> KAF;
      case 0xFB8E, 0xFB8F, 0xFB90, 0xFB91 -> KAF;
      default -> codePoint;
    };
  }

  /** Every character of the text in its Persian form. */
  public static String persian(String text) {
    StringBuilder result = new StringBuilder(text.length());
    text.codePoints().map(PersianLetters::persian).forEach(result::appendCodePoint);
    return result.toString();
  }
}
