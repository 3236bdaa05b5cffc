package dev.sarkhat.text;

/**
 * Sets text apart from what stands around it, so that neither reorders the other (UAX #9): a Latin
 * name in a Persian sentence, a Persian title in an English message.
 *
 * <p>For plain text; in HTML, use {@code <bdi>} or {@code dir}.
 */
public final class BidiIsolation {

  private static final char LEFT_TO_RIGHT_ISOLATE = 0x2066;
  private static final char RIGHT_TO_LEFT_ISOLATE = 0x2067;
  private static final char FIRST_STRONG_ISOLATE = 0x2068;
  private static final char POP_DIRECTIONAL_ISOLATE = 0x2069;

  private BidiIsolation() {}

  /** The text between FSI and PDI: its direction is that of its first strong letter. */
  public static String isolate(String text) {
    return FIRST_STRONG_ISOLATE + balanced(text) + POP_DIRECTIONAL_ISOLATE;
  }

  /** The text between LRI or RLI and PDI: its direction is known. */
  public static String isolate(String text, TextDirection direction) {
    char opening =
        switch (direction) {
          case LTR -> LEFT_TO_RIGHT_ISOLATE;
          case RTL -> RIGHT_TO_LEFT_ISOLATE;
        };
    return opening + balanced(text) + POP_DIRECTIONAL_ISOLATE;
  }

  /**
   * The text with a PDI for each isolate it opens, and none more, so that it cannot end the isolate
   * it is put into. Embeddings and overrides need no closing: the isolate around them ends them
   * (rule X6a). Line and paragraph separators, which would end every isolate (rule P1), become
   * spaces.
   */
  public static String balanced(String text) {
    StringBuilder result = new StringBuilder(text.length() + 2);
    int open = 0;
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      switch (character) {
        case LEFT_TO_RIGHT_ISOLATE, RIGHT_TO_LEFT_ISOLATE, FIRST_STRONG_ISOLATE -> {
          open++;
          result.append(character);
        }
        case POP_DIRECTIONAL_ISOLATE -> {
          if (open > 0) {
            open--;
            result.append(character);
          }
        }
        case '\n', '\r', 0x001C, 0x001D, 0x001E, 0x0085, 0x2029 -> result.append(' ');
        default -> result.append(character);
      }
    }
    return result.append(String.valueOf(POP_DIRECTIONAL_ISOLATE).repeat(open)).toString();
  }
}
