package dev.sarkhat.article.body;

/** Which characters a body may hold, which of them are seen, and which only part words. */
final class BodyCharacters {

  private BodyCharacters() {}

  /**
   * Replaces what no feed or database may carry: line ends and other control characters that part
   * words become spaces, other controls and noncharacters go, lone surrogates become U+FFFD (XML
   * 1.0 section 2.2).
   */
  static String flowing(String input) {
    return cleaned(input, false);
  }

  /** As {@link #flowing}, but keeps line feeds and tabs; other line ends become line feeds. */
  static String preformatted(String input) {
    return cleaned(input.replace("\r\n", "\n").replace('\r', '\n'), true);
  }

  private static String cleaned(String input, boolean keepLines) {
    int first = 0;
    while (first < input.length() && plain(input.charAt(first))) {
      first++;
    }
    if (first == input.length()) {
      return input;
    }
    StringBuilder result = new StringBuilder(input.length()).append(input, 0, first);
    for (int i = first; i < input.length(); ) {
      int c = input.codePointAt(i);
      i += Character.charCount(c);
      if (keepLines && (c == '\n' || c == '\t')) {
        result.append((char) c);
      } else if (c <= ' ' && Character.isWhitespace(c) || c == 0x85) {
        result.append(' ');
      } else if (Character.getType(c) == Character.SURROGATE) {
        result.append('\uFFFD');
      } else if (!Character.isISOControl(c) && !noncharacter(c)) {
        result.appendCodePoint(c);
      }
    }
    return result.toString();
  }

  private static boolean plain(char c) {
    return c >= ' ' && c < 0x7F || c > 0x9F && c < 0xD800;
  }

  private static boolean noncharacter(int c) {
    return (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF;
  }

  /** Whether it is a space of any width, breaking or not. */
  static boolean space(int c) {
    return c == ' '
        || c > 0x7F && (Character.isSpaceChar(c) || c == 0x200B || c == 0xFEFF)
        || c < ' ' && Character.isWhitespace(c);
  }

  /** Whether something of it is seen: no space, no control, no invisible joiner or direction. */
  static boolean ink(int c) {
    return c > ' '
        && (c < 0x7F
            || !space(c)
                && Character.getType(c) != Character.FORMAT
                && Character.getType(c) != Character.CONTROL);
  }

  /** Whether anything of the text is seen. */
  static boolean hasInk(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      if (ink(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
