package dev.sarkhat.text.spelling;

/**
 * A stretch of a text of one kind.
 *
 * @param start where it begins, in UTF-16 code units
 * @param end where it ends, exclusive
 */
record Token(Kind kind, int start, int end) {

  /** What a stretch is made of. */
  enum Kind {
    /** Letters of the Arabic script with what stands on and in them. */
    WORD,
    /** Letters of another script. */
    FOREIGN,
    /** Decimal digits of any set. */
    NUMBER,
    /** White space within a line. */
    SPACE,
    /** White space with a line break in it. */
    BREAK,
    /** One character of anything else. */
    MARK,
    /** An address, a handle, a tag, code: not prose. */
    PROTECTED
  }

  int length() {
    return end - start;
  }
}
