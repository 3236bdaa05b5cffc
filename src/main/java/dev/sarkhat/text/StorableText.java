package dev.sarkhat.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import java.util.Optional;

/**
 * Tells whether a text may be stored.
 *
 * <p>What is stored leaves as JSON (RFC 8259), as XML 1.0 feeds and from a PostgreSQL column, so
 * only what all of them carry is taken: no NUL, no control characters but tab, line feed and
 * carriage return, no unpaired surrogates, no noncharacters. The C1 controls, which XML merely
 * discourages, are refused too: they come of text in another encoding, not of an author.
 *
 * <p>Check what was sent before normalising it, so that the index is one the sender can find.
 */
public final class StorableText {

  private StorableText() {}

  /** Why a character cannot be stored. */
  public enum Reason {
    /** U+0000, which PostgreSQL's {@code text} cannot hold. */
    NUL("a NUL character"),
    /** U+0001–U+001F without tab, line feed and carriage return; U+007F–U+009F. */
    CONTROL("a control character"),
    /** A UTF-16 surrogate without its other half, which has no UTF-8 form (RFC 3629). */
    UNPAIRED_SURROGATE("an unpaired surrogate"),
    /** U+FDD0–U+FDEF and the last two code points of each plane (Unicode 23.7). */
    NONCHARACTER("a noncharacter");

    private final String description;

    Reason(String description) {
      this.description = description;
    }

    /** English words that fit after "contains", with their article. */
    public String description() {
      return description;
    }
  }

  /**
   * The first character that cannot be stored.
   *
   * @param reason what is wrong with it
   * @param index where it is, in UTF-16 code units from 0
   */
  public record Offence(Reason reason, int index) {}

  /** The first character that cannot be stored; empty if the text may be stored. */
  public static Optional<Offence> firstOffence(String text) {
    int index = 0;
    while (index < text.length()) {
      int codePoint = text.codePointAt(index);
      Optional<Reason> reason = reason(codePoint);
      if (reason.isPresent()) {
        return Optional.of(new Offence(reason.get(), index));
      }
      index += Character.charCount(codePoint);
    }
    return Optional.empty();
  }

  private static Optional<Reason> reason(int codePoint) {
    if (codePoint == 0) {
      return Optional.of(Reason.NUL);
    }
    if (codePoint == '\t' || codePoint == '\n' || codePoint == '\r') {
      return Optional.empty();
    }
    if (UCharacter.getType(codePoint) == UCharacterCategory.CONTROL) {
      return Optional.of(Reason.CONTROL);
    }
    // A pair was read as one code point above the surrogates, so what is left is half of one.
    if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
      return Optional.of(Reason.UNPAIRED_SURROGATE);
    }
    boolean noncharacter =
        (codePoint >= 0xFDD0 && codePoint <= 0xFDEF) || (codePoint & 0xFFFE) == 0xFFFE;
    return noncharacter ? Optional.of(Reason.NONCHARACTER) : Optional.empty();
  }
}
