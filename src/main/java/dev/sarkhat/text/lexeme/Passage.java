package dev.sarkhat.text.lexeme;

import java.util.List;

/**
 * A piece of a longer text.
 *
 * @param start where it begins in that text, in UTF-16 code units
 * @param text the piece itself, in its own spelling
 * @param ranges what was found in it, relative to the piece, in order
 */
public record Passage(int start, String text, List<Range> ranges) {

  public Passage {
    ranges = List.copyOf(ranges);
  }
}
