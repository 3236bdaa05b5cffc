package dev.sarkhat.text.spelling;

import dev.sarkhat.text.spelling.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The spaces around punctuation marks, marks written twice, and doubled spaces between words. */
final class Marks {

  private static final double DOUBLED_SPACE_CONFIDENCE = 0.98;
  private static final double DOUBLED_COMMA_CONFIDENCE = 0.98;
  private static final double DOUBLED_END_CONFIDENCE = 0.85;
  private static final double SPACE_BEFORE_CONFIDENCE = 0.97;
  private static final double SPACE_AFTER_COMMA_CONFIDENCE = 0.97;
  private static final double SPACE_AFTER_STOP_CONFIDENCE = 0.85;

  /** No space before them. */
  private static final String CLOSING = "،؛؟!.:»)]}…,;?";

  /** No space after them. */
  private static final String OPENING = "«([{";

  private static final String ONCE = "،؛؟!:?";

  /** Suffixes are written to a closing quotation mark: «کیهان»ی. */
  private static final Set<String> SUFFIXES =
      Set.of("ی", "ها", "های", "هایی", "ام", "ای", "اند", "ست", "یی");

  private final Prose prose;
  private final List<SpellingProposal> proposals = new ArrayList<>();

  /** Where the last proposal ended. */
  private int done;

  private Marks(Prose prose) {
    this.prose = prose;
  }

  static List<SpellingProposal> proposals(Prose prose) {
    Marks marks = new Marks(prose);
    int token = 0;
    while (token < prose.tokens.size()) {
      token = prose.kind(token) == Kind.MARK ? marks.cluster(token) : marks.space(token);
    }
    return marks.proposals;
  }

  /** A doubled space that no mark takes care of; answers the next token. */
  private int space(int token) {
    Token space = prose.tokens.get(token);
    boolean doubled =
        space.kind() == Kind.SPACE
            && space.length() > 1
            && prose.isPersian(token)
            && space.start() >= done
            && prose.kind(token - 1) != Kind.BREAK
            && prose.kind(token + 1) != Kind.BREAK
            && !isCloser(token + 1);
    if (doubled) {
      add(
          space.start(),
          space.end(),
          List.of(
              new Edit(
                  space.start(), space.end(), " ", Rule.DOUBLED_SPACE, DOUBLED_SPACE_CONFIDENCE)));
    }
    return token + 1;
  }

  /** Marks that stand together, with the spaces about them; answers the token after them. */
  private int cluster(int first) {
    int end = first;
    while (prose.kind(end) == Kind.MARK) {
      end++;
    }
    if (!prose.isPersian(first)) {
      return end;
    }
    List<Edit> edits = new ArrayList<>();
    before(first, edits);
    doubled(first, end, edits);
    after(end - 1, edits);
    if (!edits.isEmpty() && edits.get(0).start() >= done) {
      int from = Math.min(edits.get(0).start(), prose.tokens.get(first).start());
      int to = Math.max(edits.get(edits.size() - 1).end(), prose.tokens.get(end - 1).end());
      add(from, to, edits);
    }
    return end;
  }

  private void add(int from, int to, List<Edit> edits) {
    proposals.add(Edit.proposal(prose.text, from, to, edits));
    done = to;
  }

  /** The space before a closing mark goes. */
  private void before(int mark, List<Edit> edits) {
    boolean alone = prose.kind(mark + 1) != Kind.MARK || CLOSING.indexOf(prose.mark(mark + 1)) >= 0;
    Kind beforeSpace = prose.kind(mark - 2);
    boolean afterText =
        beforeSpace == Kind.WORD
            || beforeSpace == Kind.NUMBER
            || (beforeSpace == Kind.MARK && "»)".indexOf(prose.mark(mark - 2)) >= 0);
    if (isCloser(mark) && alone && prose.kind(mark - 1) == Kind.SPACE && afterText) {
      Token space = prose.tokens.get(mark - 1);
      edits.add(new Edit(space.start(), space.end(), "", Rule.MARK_SPACE, SPACE_BEFORE_CONFIDENCE));
    }
  }

  /** A stop must end something: « .NET» and « :)» do not. */
  private boolean isCloser(int mark) {
    if (prose.kind(mark) != Kind.MARK || CLOSING.indexOf(prose.mark(mark)) < 0) {
      return false;
    }
    Kind next = prose.kind(mark + 1);
    return switch (prose.mark(mark)) {
      case '.' -> next == Kind.SPACE || next == Kind.BREAK || next == Kind.WORD;
      case ':', ';' -> next != Kind.MARK;
      case '…' -> false;
      default -> true;
    };
  }

  private void doubled(int first, int end, List<Edit> edits) {
    int mark = first;
    while (mark < end) {
      int last = mark;
      while (last + 1 < end && prose.mark(last + 1) == prose.mark(mark)) {
        last++;
      }
      if (last > mark && ONCE.indexOf(prose.mark(mark)) >= 0) {
        boolean ofSentence = "!؟?".indexOf(prose.mark(mark)) >= 0;
        edits.add(
            new Edit(
                prose.tokens.get(mark).end(),
                prose.tokens.get(last).end(),
                "",
                Rule.DOUBLED_MARK,
                ofSentence ? DOUBLED_END_CONFIDENCE : DOUBLED_COMMA_CONFIDENCE));
      }
      mark = last + 1;
    }
  }

  private void after(int mark, List<Edit> edits) {
    char character = prose.mark(mark);
    int end = prose.tokens.get(mark).end();
    if (OPENING.indexOf(character) >= 0) {
      Kind next = prose.kind(mark + 2);
      if (prose.kind(mark + 1) == Kind.SPACE && (next == Kind.WORD || next == Kind.NUMBER)) {
        int spaceEnd = prose.tokens.get(mark + 1).end();
        edits.add(new Edit(end, spaceEnd, "", Rule.MARK_SPACE, SPACE_BEFORE_CONFIDENCE));
      }
      return;
    }
    double confidence = spaceMissingAfter(mark, character);
    if (confidence > 0) {
      edits.add(new Edit(end, end, " ", Rule.MARK_SPACE, confidence));
    }
  }

  private double spaceMissingAfter(int mark, char character) {
    Kind before = prose.kind(mark - 1);
    Kind next = prose.kind(mark + 1);
    return switch (character) {
      case '،', '؛', '؟' ->
          next == Kind.WORD || next == Kind.FOREIGN ? SPACE_AFTER_COMMA_CONFIDENCE : 0;
      case '!', ':' -> next == Kind.WORD && before == Kind.WORD ? SPACE_AFTER_COMMA_CONFIDENCE : 0;
      case '.' ->
          isSentenceWord(mark - 1) && isSentenceWord(mark + 1) ? SPACE_AFTER_STOP_CONFIDENCE : 0;
      case '»' ->
          next == Kind.WORD && !SUFFIXES.contains(word(mark + 1)) ? SPACE_AFTER_STOP_CONFIDENCE : 0;
      default -> 0;
    };
  }

  /** Not of an abbreviation such as «ه.ش» or «ق.م». */
  private boolean isSentenceWord(int token) {
    return prose.kind(token) == Kind.WORD && word(token).length() > 2;
  }

  private String word(int token) {
    return Word.of(prose.text, prose.tokens.get(token).start(), prose.tokens.get(token).end())
        .spelling();
  }
}
