package dev.sarkhat.article.body;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Gathers the text of one paragraph, cell or caption from the runs between tags.
 *
 * <p>Spaces are collapsed and the text is normalised only when all of it is there: a half-space at
 * the edge of an element belongs to a word that may go on in the next one, as in {@code
 * می<b>\u200cرود</b>}.
 */
final class RichTextBuilder {

  private final StringBuilder text = new StringBuilder();
  private final List<Mark> marks = new ArrayList<>();
  private final Map<Mark, Integer> lastOf = new HashMap<>();
  private boolean ink;
  private boolean lineInk;

  /** Appends a run to which all the given marks apply; line ends in it are mere spaces. */
  void append(String run, List<Mark> active) {
    String clean = BodyCharacters.flowing(run);
    if (!lineInk && BodyCharacters.hasInk(clean)) {
      lineInk = true;
      ink = true;
    }
    add(clean, active);
  }

  /**
   * Appends a hard line break.
   *
   * @return whether the line that it ends is blank and follows one that is not: the end of a
   *     paragraph rather than of a line
   */
  boolean lineBreak(List<Mark> active) {
    boolean blankLine = !lineInk;
    add("\n", active);
    lineInk = false;
    return blankLine && ink;
  }

  /** Whether nothing of the text so far would be seen. */
  boolean isBlank() {
    return !ink;
  }

  private void add(String run, List<Mark> active) {
    int start = text.length();
    text.append(run);
    for (Mark mark : active) {
      Integer index = lastOf.get(mark);
      if (index != null && marks.get(index).end() == start) {
        marks.set(index, mark.at(marks.get(index).start(), text.length()));
      } else {
        lastOf.put(mark, marks.size());
        marks.add(mark.at(start, text.length()));
      }
    }
  }

  /** The text so far, spaces collapsed, each line normalised; empties the builder. */
  RichText take(UnaryOperator<String> normalizer) {
    RichText result = new RichText("", List.of());
    if (ink) {
      Draft draft = collapsed(new Draft(text.toString(), marks));
      String normalized = normalizedLines(draft.text, normalizer);
      if (!normalized.equals(draft.text)) {
        List<Mark> moved =
            draft.marks.isEmpty()
                ? draft.marks
                : moved(draft.marks, TextAlignment.map(draft.text, normalized));
        draft = collapsed(new Draft(normalized, moved));
      }
      result = new RichText(draft.text, canonical(draft));
    }
    text.setLength(0);
    marks.clear();
    lastOf.clear();
    ink = false;
    lineInk = false;
    return result;
  }

  private record Draft(String text, List<Mark> marks) {}

  private static String normalizedLines(String text, UnaryOperator<String> normalizer) {
    if (text.indexOf('\n') < 0) {
      return text.isEmpty() ? text : BodyCharacters.flowing(normalizer.apply(text));
    }
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      lines.add(BodyCharacters.flowing(normalizer.apply(line)));
    }
    return String.join("\n", lines);
  }

  /** Drops lines on which nothing is seen and spaces at line edges; runs of spaces become one. */
  private static Draft collapsed(Draft draft) {
    String text = draft.text;
    StringBuilder result = new StringBuilder(text.length());
    int[] map = draft.marks.isEmpty() ? new int[0] : new int[text.length() + 1];
    int lineStart = 0;
    while (lineStart <= text.length()) {
      int newline = text.indexOf('\n', lineStart);
      int lineEnd = newline < 0 ? text.length() : newline;
      collapseLine(text, lineStart, lineEnd, result, map);
      lineStart = lineEnd + 1;
    }
    if (map.length == 0) {
      return new Draft(result.toString(), draft.marks);
    }
    map[text.length()] = result.length();
    return new Draft(result.toString(), moved(draft.marks, map));
  }

  private static void collapseLine(
      String text, int start, int end, StringBuilder result, int[] map) {
    int from = start;
    int to = end;
    while (from < to && BodyCharacters.space(text.charAt(from))) {
      from++;
    }
    while (to > from && BodyCharacters.space(text.charAt(to - 1))) {
      to--;
    }
    if (!BodyCharacters.hasInk(text.substring(from, to))) {
      fill(map, start, end, result.length());
      return;
    }
    if (result.length() > 0) {
      result.append('\n');
    }
    fill(map, start, from, result.length());
    boolean afterSpace = false;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (map.length > 0) {
        map[i] = result.length();
      }
      if (c != ' ' || !afterSpace) {
        result.append(c);
      }
      afterSpace = c == ' ';
    }
    fill(map, to, end, result.length());
  }

  private static void fill(int[] map, int start, int end, int value) {
    if (map.length > 0) {
      Arrays.fill(map, start, end + 1, value);
    }
  }

  private static List<Mark> moved(List<Mark> marks, int[] map) {
    List<Mark> result = new ArrayList<>(marks.size());
    for (Mark mark : marks) {
      result.add(mark.at(map[mark.start()], map[mark.end()]));
    }
    return result;
  }

  /** Marks that begin and end at something seen, joined where they touch, sorted. */
  private static List<Mark> canonical(Draft draft) {
    if (draft.marks.isEmpty()) {
      return List.of();
    }
    List<Mark> sorted = new ArrayList<>(draft.marks);
    sorted.sort(Mark.ORDER);
    List<Mark> result = new ArrayList<>(sorted.size());
    Map<Mark, Integer> last = new HashMap<>();
    for (Mark mark : sorted) {
      Mark meaning = mark.at(0, 0);
      Integer index = last.get(meaning);
      if (index != null && result.get(index).end() >= mark.start()) {
        Mark earlier = result.get(index);
        result.set(index, earlier.at(earlier.start(), Math.max(earlier.end(), mark.end())));
      } else {
        last.put(meaning, result.size());
        result.add(mark);
      }
    }
    result.replaceAll(mark -> trimmed(mark, draft.text));
    result.removeIf(mark -> mark.end() <= mark.start());
    result.sort(Mark.ORDER);
    return result;
  }

  private static Mark trimmed(Mark mark, String text) {
    int start = mark.start();
    int end = mark.end();
    while (start < end && BodyCharacters.space(text.charAt(start))) {
      start++;
    }
    while (end > start && BodyCharacters.space(text.charAt(end - 1))) {
      end--;
    }
    boolean seen = BodyCharacters.hasInk(text.substring(start, end));
    return seen ? mark.at(start, end) : mark.at(start, start);
  }
}
