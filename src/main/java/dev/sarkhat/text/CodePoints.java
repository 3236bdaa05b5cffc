package dev.sarkhat.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;

/** The kinds of characters that Persian text makes trouble with, by the Unicode character data. */
public final class CodePoints {

  /** Stands for "no character": before the first and after the last one. */
  public static final int NONE = -1;

  /** ARABIC TATWEEL (kashida), which stretches a word. */
  public static final int TATWEEL = 0x0640;

  /** ZERO WIDTH SPACE, in Persian text a mistyped half-space. */
  public static final int ZERO_WIDTH_SPACE = 0x200B;

  /** ZERO WIDTH NON-JOINER, the half-space (نیم‌فاصله). */
  public static final int ZWNJ = 0x200C;

  /** ZERO WIDTH NO-BREAK SPACE, left behind by byte order marks. */
  public static final int BYTE_ORDER_MARK = 0xFEFF;

  private static final int VIRAMA_COMBINING_CLASS = 9;

  private CodePoints() {}

  /**
   * White_Space of the Unicode Character Database: also the no-break spaces, which the JDK's
   * methods leave out.
   */
  public static boolean isWhiteSpace(int codePoint) {
    return UCharacter.isUWhiteSpace(codePoint);
  }

  /** General category P. */
  public static boolean isPunctuation(int codePoint) {
    return switch (UCharacter.getType(codePoint)) {
      case UCharacterCategory.CONNECTOR_PUNCTUATION,
          UCharacterCategory.DASH_PUNCTUATION,
          UCharacterCategory.START_PUNCTUATION,
          UCharacterCategory.END_PUNCTUATION,
          UCharacterCategory.INITIAL_PUNCTUATION,
          UCharacterCategory.FINAL_PUNCTUATION,
          UCharacterCategory.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  /** Marks that sit on or beside a base character: general categories Mn and Mc. */
  public static boolean isCombiningMark(int codePoint) {
    int type = UCharacter.getType(codePoint);
    return type == UCharacterCategory.NON_SPACING_MARK
        || type == UCharacterCategory.COMBINING_SPACING_MARK;
  }

  /** Numbers of every kind: general category N. */
  public static boolean isNumber(int codePoint) {
    int type = UCharacter.getType(codePoint);
    return type == UCharacterCategory.DECIMAL_DIGIT_NUMBER
        || type == UCharacterCategory.LETTER_NUMBER
        || type == UCharacterCategory.OTHER_NUMBER;
  }

  /** Bidi_Control (UAX #9): the marks, embeddings, overrides and isolates. */
  public static boolean isBidiControl(int codePoint) {
    return UCharacter.hasBinaryProperty(codePoint, UProperty.BIDI_CONTROL);
  }

  /**
   * Default_Ignorable_Code_Point (UAX #44): what is not seen, such as joiners and bidi controls.
   */
  public static boolean isIgnorable(int codePoint) {
    return UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
  }

  /**
   * Vowel signs and the other marks of the Arabic script, the combining hamza and madda included.
   */
  public static boolean isHaraka(int codePoint) {
    boolean arabicBlock =
        (codePoint >= 0x0600 && codePoint <= 0x06FF)
            || (codePoint >= 0x0750 && codePoint <= 0x077F)
            || (codePoint >= 0x0870 && codePoint <= 0x08FF);
    return arabicBlock && UCharacter.getType(codePoint) == UCharacterCategory.NON_SPACING_MARK;
  }

  /**
   * Whether a ZWNJ after this character carries meaning even at the end of a word, as in Kannada.
   */
  public static boolean isVirama(int codePoint) {
    return UCharacter.getCombiningClass(codePoint) == VIRAMA_COMBINING_CLASS;
  }
}
