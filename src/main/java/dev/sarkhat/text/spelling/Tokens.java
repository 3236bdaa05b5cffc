package dev.sarkhat.text.spelling;

import com.ibm.icu.lang.UCharacter;
import dev.sarkhat.text.CodePoints;
import dev.sarkhat.text.spelling.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a text into tokens; they lie end to end and cover it. */
final class Tokens {

  /** As long may a tag of HTML be. */
  private static final int LONGEST_TAG = 300;

  /** What makes a run without white space an address, a handle, a path or code. */
  private static final Pattern NOT_PROSE =
      Pattern.compile("://|www\\.|[@#_\\\\{}=]|%[0-9A-Za-z]|[A-Za-z0-9-]\\.[A-Za-z]{2}");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int index;

  private Tokens(String text) {
    this.text = text;
  }

  static List<Token> of(String text) {
    Tokens scanner = new Tokens(text);
    while (scanner.index < text.length()) {
      scanner.chunk();
    }
    return scanner.tokens;
  }

  /** White space, or a run without it. */
  private void chunk() {
    int start = index;
    if (isSpace(start)) {
      boolean lineBreak = false;
      while (index < text.length() && isSpace(index)) {
        lineBreak |= isLineBreak(text.charAt(index));
        index++;
      }
      tokens.add(new Token(lineBreak ? Kind.BREAK : Kind.SPACE, start, index));
      return;
    }
    int end = start;
    while (end < text.length() && !isSpace(end)) {
      end++;
    }
    if (NOT_PROSE.matcher(text).region(start, end).find()) {
      add(Kind.PROTECTED, end);
      return;
    }
    while (index < end) {
      token(end);
    }
  }

  private void token(int end) {
    int codePoint = text.codePointAt(index);
    int next = index + Character.charCount(codePoint);
    int protectedEnd = codePoint == '<' ? endOfTag() : codePoint == '`' ? endOfCode() : 0;
    if (protectedEnd > 0) {
      add(Kind.PROTECTED, protectedEnd);
    } else if (Word.isLetter(codePoint) || codePoint == CodePoints.ZWNJ) {
      add(Kind.WORD, endOfWord(next, end));
    } else if (UCharacter.isDigit(codePoint)) {
      while (next < end && UCharacter.isDigit(text.charAt(next))) {
        next++;
      }
      add(Kind.NUMBER, next);
    } else if (UCharacter.isLetter(codePoint)) {
      add(Kind.FOREIGN, endOfForeign(next, end));
    } else {
      add(Kind.MARK, next);
    }
  }

  private void add(Kind kind, int end) {
    tokens.add(new Token(kind, index, end));
    index = end;
  }

  private int endOfWord(int from, int end) {
    int at = from;
    while (at < end && isInWord(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isInWord(char character) {
    return Word.isLetter(character) || Word.isHalfSpace(character) || Word.isUnseen(character);
  }

  private int endOfForeign(int from, int end) {
    int at = from;
    while (at < end) {
      int codePoint = text.codePointAt(at);
      boolean inside =
          (UCharacter.isLetter(codePoint) && !Word.isLetter(codePoint))
              || CodePoints.isCombiningMark(codePoint)
              || codePoint == 0x2019
              || codePoint == '\'';
      if (!inside) {
        break;
      }
      at += Character.charCount(codePoint);
    }
    return Math.min(at, end);
  }

  /** Where the tag that begins here ends; 0 if none does. */
  private int endOfTag() {
    if (index + 1 >= text.length()) {
      return 0;
    }
    char first = text.charAt(index + 1);
    boolean tag = first == '/' || first == '!' || (first < 0x80 && Character.isLetter(first));
    int limit = Math.min(text.length(), index + LONGEST_TAG);
    for (int at = index + 1; tag && at < limit && text.charAt(at) != '<'; at++) {
      if (text.charAt(at) == '>') {
        return at + 1;
      }
    }
    return 0;
  }

  /** Where the code between backticks that begins here ends, on the same line; 0 if nowhere. */
  private int endOfCode() {
    int limit = Math.min(text.length(), index + LONGEST_TAG);
    for (int at = index + 1; at < limit && !isLineBreak(text.charAt(at)); at++) {
      if (text.charAt(at) == '`') {
        return at + 1;
      }
    }
    return 0;
  }

  private boolean isSpace(int at) {
    return CodePoints.isWhiteSpace(text.charAt(at));
  }

  private static boolean isLineBreak(char character) {
    return switch (character) {
      case '\n', '\r', 0x000B, 0x000C, 0x0085, 0x2028, 0x2029 -> true;
      default -> false;
    };
  }
}
