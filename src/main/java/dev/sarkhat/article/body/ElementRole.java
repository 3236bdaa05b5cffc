package dev.sarkhat.article.body;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Element;

/** The allow list: what an element means to a body. Whatever is not listed is only unwrapped. */
enum ElementRole {
  /** Never seen by a reader: left out with all that is in it. */
  HIDDEN,
  /** Left out with all that is in it; a space stays, so that the words around do not join. */
  DROPPED,
  /** Unwrapped; the text before, in and after it is in different paragraphs. */
  BOUNDARY,
  /** Unwrapped within its paragraph. */
  UNWRAPPED,
  PARAGRAPH,
  HEADING,
  LINE_BREAK,
  SEPARATOR,
  LIST,
  ITEM,
  QUOTE,
  FIGURE,
  CAPTION,
  TABLE,
  TABLE_ROW,
  TABLE_CELL,
  PREFORMATTED,
  IMAGE,
  FRAME,
  VIDEO,
  AUDIO,
  /** A mark without attributes of its own, by {@link #markOf}. */
  MARK,
  LINK,
  ABBREVIATION,
  TIME,
  ISOLATE,
  QUOTATION;

  private static final Map<String, ElementRole> ROLES = new HashMap<>();
  private static final Map<String, MarkType> MARKS = new HashMap<>();

  static {
    roles(
        HIDDEN,
        "script style noscript template head title link meta base basefont bgsound source track param area");
    roles(
        DROPPED,
        "svg math object embed applet frameset frame noframes"
            + " noembed textarea select option optgroup button input datalist canvas"
            + " map plaintext xmp listing progress meter"
            + " dialog portal fencedframe keygen command menuitem");
    roles(
        BOUNDARY,
        "div section article header footer main aside nav address center form fieldset legend dl"
            + " dt dd details summary hgroup dir menu thead tbody tfoot body html search");
    roles(PARAGRAPH, "p");
    roles(HEADING, "h1 h2 h3 h4 h5 h6");
    roles(LINE_BREAK, "br");
    roles(SEPARATOR, "hr");
    roles(LIST, "ul ol");
    roles(ITEM, "li");
    roles(QUOTE, "blockquote");
    roles(FIGURE, "figure");
    roles(CAPTION, "figcaption caption");
    roles(TABLE, "table");
    roles(TABLE_ROW, "tr");
    roles(TABLE_CELL, "td th");
    roles(PREFORMATTED, "pre");
    roles(IMAGE, "img");
    roles(FRAME, "iframe");
    roles(VIDEO, "video");
    roles(AUDIO, "audio");
    roles(LINK, "a");
    roles(ABBREVIATION, "abbr acronym");
    roles(TIME, "time");
    roles(ISOLATE, "bdi");
    roles(QUOTATION, "q");
    marks(MarkType.STRONG, "strong b");
    marks(MarkType.EMPHASIS, "em i cite dfn var");
    marks(MarkType.UNDERLINE, "u");
    marks(MarkType.STRIKETHROUGH, "s del strike");
    marks(MarkType.INSERTED, "ins");
    marks(MarkType.HIGHLIGHT, "mark");
    marks(MarkType.SUBSCRIPT, "sub");
    marks(MarkType.SUPERSCRIPT, "sup");
    marks(MarkType.CODE, "code kbd samp tt");
  }

  private static void roles(ElementRole role, String names) {
    for (String name : names.split(" ", -1)) {
      ROLES.put(name, role);
    }
  }

  private static void marks(MarkType type, String names) {
    for (String name : names.split(" ", -1)) {
      ROLES.put(name, MARK);
      MARKS.put(name, type);
    }
  }

  static ElementRole of(Element element) {
    ElementRole role = ROLES.get(element.normalName());
    if (role != null) {
      return role;
    }
    return element.tag().isBlock() ? BOUNDARY : UNWRAPPED;
  }

  /** The mark that an element of role {@link #MARK} makes. */
  static MarkType markOf(Element element) {
    MarkType type = MARKS.get(element.normalName());
    if (type == null) {
      throw new IllegalArgumentException(element.normalName());
    }
    return type;
  }
}
