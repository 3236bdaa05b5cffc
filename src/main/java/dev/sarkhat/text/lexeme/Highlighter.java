package dev.sarkhat.text.lexeme;

import dev.sarkhat.text.CodePoints;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds lexemes in the text that they were made of. Takes linear time. */
public final class Highlighter {

  private record Hit(String lexeme, int start, int end) {}

  private Highlighter() {}

  /** Where any of the lexemes is, in order; ranges that overlap are one. */
  public static List<Range> ranges(String text, Set<String> lexemes) {
    return joined(hits(text, lexemes));
  }

  /**
   * The piece with most of the lexemes, and of those the one where they are found most often; the
   * beginning of the text if none is found.
   *
   * @param maximumLength how long the piece may be, in UTF-16 code units; it is cut between words
   */
  public static Passage best(String text, Set<String> lexemes, int maximumLength) {
    List<Hit> hits = hits(text, lexemes);
    Range window = bestWindow(hits, maximumLength);
    int spare = Math.max(0, maximumLength - (window.end() - window.start()));
    int start = wordStart(text, Math.max(0, window.start() - spare / 3), window.start());
    int end = wordEnd(text, Math.min(text.length(), start + maximumLength), start, window.end());
    List<Range> ranges =
        joined(hits).stream()
            .filter(each -> each.start() >= start && each.end() <= end)
            .map(each -> new Range(each.start() - start, each.end() - start))
            .toList();
    return new Passage(start, text.substring(start, end), ranges);
  }

  private static List<Hit> hits(String text, Set<String> lexemes) {
    List<Hit> hits = new ArrayList<>();
    if (!lexemes.isEmpty()) {
      Occurrences.visit(
          text,
          (lexeme, start, end) -> {
            if (lexemes.contains(lexeme)) {
              hits.add(new Hit(lexeme, start, end));
            }
          });
    }
    hits.sort(Comparator.comparingInt(Hit::start));
    return hits;
  }

  private static List<Range> joined(List<Hit> hits) {
    List<Range> ranges = new ArrayList<>();
    for (Hit hit : hits) {
      int last = ranges.size() - 1;
      if (last >= 0 && hit.start() < ranges.get(last).end()) {
        Range range = ranges.get(last);
        ranges.set(last, new Range(range.start(), Math.max(range.end(), hit.end())));
      } else {
        ranges.add(new Range(hit.start(), hit.end()));
      }
    }
    return ranges;
  }

  /** Moves a window over the hits; both its ends only go forward. */
  private static Range bestWindow(List<Hit> hits, int maximumLength) {
    Map<String, Integer> inside = new HashMap<>();
    Range best = new Range(0, 0);
    int mostDistinct = 0;
    int most = 0;
    int first = 0;
    for (int last = 0; last < hits.size(); last++) {
      inside.merge(hits.get(last).lexeme(), 1, Integer::sum);
      while (first < last && hits.get(last).end() - hits.get(first).start() > maximumLength) {
        String left = hits.get(first).lexeme();
        if (inside.merge(left, -1, Integer::sum) == 0) {
          inside.remove(left);
        }
        first++;
      }
      int count = last - first + 1;
      if (inside.size() > mostDistinct || (inside.size() == mostDistinct && count > most)) {
        mostDistinct = inside.size();
        most = count;
        best = new Range(hits.get(first).start(), hits.get(last).end());
      }
    }
    return best;
  }

  /** The first beginning of a word from the index on, at the limit at the latest. */
  private static int wordStart(String text, int index, int limit) {
    if (index == 0) {
      return 0;
    }
    int start = index;
    while (start < limit && !isWhiteSpace(text, start - 1)) {
      start++;
    }
    while (start < limit && isWhiteSpace(text, start)) {
      start++;
    }
    return start;
  }

  /** The last end of a word up to the index; inside a word only if there is no end before it. */
  private static int wordEnd(String text, int index, int start, int limit) {
    if (index == text.length()) {
      return index;
    }
    int end = index;
    while (end > start && end > limit && !isWhiteSpace(text, end)) {
      end--;
    }
    while (end > start && end > limit && isWhiteSpace(text, end - 1)) {
      end--;
    }
    if (end <= start) {
      end = index;
    }
    boolean pair =
        end > start && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
    return pair ? end - 1 : end;
  }

  private static boolean isWhiteSpace(String text, int index) {
    return CodePoints.isWhiteSpace(text.charAt(index));
  }
}
