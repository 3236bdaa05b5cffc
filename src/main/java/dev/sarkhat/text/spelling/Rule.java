package dev.sarkhat.text.spelling;

/** What a proposal repairs. */
public enum Rule {
  /**
   * A half-space that is lost («گزینههای», «می روم»), doubled, dangling or of another character.
   */
  HALF_SPACE("halfSpace"),
  /** An Arabic letter where Persian has its own: «كتاب», «علي». */
  LETTER("letter"),
  /** Digits of another set than the rest of the text. */
  DIGIT("digit"),
  /** A space before a mark, none after it, or one inside brackets: «سلام ،», «سلام،دنیا». */
  MARK_SPACE("markSpace"),
  /** A mark written twice: «؟؟», «،،». */
  DOUBLED_MARK("doubledMark"),
  /** More than one space between two words. */
  DOUBLED_SPACE("doubledSpace");

  private final String code;

  Rule(String code) {
    this.code = code;
  }

  /** The name that is stable in documents. */
  public String code() {
    return code;
  }
}
