package dev.sarkhat.article.body;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The running text of a clean body with the place of each character in the HTML, for what changes
 * words and leaves the markup alone.
 *
 * <p>Paragraphs, items, cells and captions are lines. What is preformatted or in an unwanted
 * language is left out; within a line, an object replacement character stands for it.
 */
public final class BodyProse {

  private static final char LEFT_OUT = '\uFFFC';
  private static final String MARKUP = "<>&";

  /** They stand within a line and do not end it. */
  private static final Set<String> INLINE =
      Set.of(
          "a", "strong", "em", "u", "s", "ins", "sub", "sup", "mark", "abbr", "time", "span",
          "code");

  private static final Set<String> VOID = Set.of("br", "hr", "img", "source");
  private static final Set<String> PREFORMATTED = Set.of("pre", "code");

  private static final Pattern TAG = Pattern.compile("</?([a-z][a-z0-9]*)");
  private static final Pattern LANG = Pattern.compile("\\slang=\"([^\"]*)\"");
  private static final Pattern ENTITY = Pattern.compile("&(amp|lt|gt|quot);");

  private final String html;
  private final Predicate<String> languages;
  private final StringBuilder text = new StringBuilder();

  /** Where each character of the text stands in the HTML. */
  private int[] places;

  /** Where the HTML has characters of the text that stand for themselves. */
  private final BitSet plain = new BitSet();

  private final Deque<Element> open = new ArrayDeque<>();

  /** An element that is open, and whether its text is wanted. */
  private record Element(String name, boolean wanted) {}

  private BodyProse(String html, boolean wanted, Predicate<String> languages) {
    this.html = html;
    this.languages = languages;
    this.places = new int[html.length()];
    open.push(new Element("", wanted));
  }

  /**
   * Reads a body.
   *
   * @param cleanHtml what {@link BodyHtml#sanitize} gave
   * @param lang the language of what does not say its own
   * @param languages whether texts in a language are wanted
   */
  public static BodyProse of(String cleanHtml, String lang, Predicate<String> languages) {
    BodyProse prose = new BodyProse(cleanHtml, languages.test(lang), languages);
    prose.read();
    return prose;
  }

  /** Whether a text means the same in HTML, for it has nothing that HTML reads as markup. */
  public static boolean isPlain(String text) {
    return text.chars().noneMatch(each -> MARKUP.indexOf(each) >= 0);
  }

  /** The text. */
  public String text() {
    return text.toString();
  }

  /**
   * Where a stretch of the text stands in the HTML.
   *
   * @return the place where it begins there; empty if it does not stand there as it is, such as
   *     where markup is within it
   */
  public Optional<Integer> place(int start, int end) {
    int place = places[start];
    boolean whole = places[end - 1] - place == end - 1 - start;
    return whole && isProse(place, place + end - start) ? Optional.of(place) : Optional.empty();
  }

  /** Whether a stretch of the HTML, which is not empty, is nothing but running text. */
  public boolean isProse(int start, int end) {
    return start >= 0 && start < end && plain.nextClearBit(start) >= end;
  }

  private void read() {
    Matcher entity = ENTITY.matcher(html);
    int at = 0;
    while (at < html.length()) {
      char character = html.charAt(at);
      int end = at + 1;
      if (character == '<') {
        int close = html.indexOf('>', at);
        end = close < 0 ? html.length() : close + 1;
        tag(at, html.substring(at, end));
      } else if (character == '&' && entity.region(at, html.length()).lookingAt()) {
        end = entity.end();
        add(meaning(entity.group(1)), at);
      } else {
        plain.set(at, open.element().wanted && MARKUP.indexOf(character) < 0);
        add(character, at);
      }
      at = end;
    }
    places = Arrays.copyOf(places, text.length());
  }

  private void tag(int at, String tag) {
    Matcher name = TAG.matcher(tag);
    if (!name.lookingAt()) {
      return;
    }
    String element = name.group(1);
    if (!INLINE.contains(element)) {
      append('\n', at);
    }
    if (tag.startsWith("</")) {
      close(element);
    } else if (!VOID.contains(element)) {
      Matcher lang = LANG.matcher(tag);
      boolean wanted = lang.find() ? languages.test(lang.group(1)) : open.element().wanted;
      open.push(new Element(element, wanted && !isPreformatted(element)));
    }
  }

  private boolean isPreformatted(String element) {
    return PREFORMATTED.contains(element)
        || open.stream().anyMatch(each -> PREFORMATTED.contains(each.name));
  }

  private void close(String element) {
    if (open.stream().anyMatch(each -> each.name.equals(element))) {
      while (!open.pop().name.equals(element)) {
        // What was left open ends with it.
        continue;
      }
    }
  }

  /** One sign stands for all that is left out at a place. */
  private void add(char character, int at) {
    if (open.element().wanted) {
      append(character, at);
    } else if (text.length() == 0 || text.charAt(text.length() - 1) != LEFT_OUT) {
      append(LEFT_OUT, at);
    }
  }

  private void append(char character, int at) {
    places[text.length()] = at;
    text.append(character);
  }

  private static char meaning(String entity) {
    return switch (entity) {
      case "amp" -> '&';
      case "lt" -> '<';
      case "gt" -> '>';
      default -> '"';
    };
  }
}
