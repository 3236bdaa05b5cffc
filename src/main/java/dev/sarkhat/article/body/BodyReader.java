package dev.sarkhat.article.body;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/**
 * Reads HTML into blocks in one walk without recursion, so that depth costs no stack.
 *
 * <p>Frames are the containers open in the result, scopes the elements open in the input.
 */
final class BodyReader implements NodeFilter {

  private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\t\\f\\r\\u00A0]*\\n");

  /**
   * An open element.
   *
   * @param parts whether it parts paragraphs
   * @param frame the container it opened
   * @param outer the context around it
   * @param own the context of its container
   */
  private record Scope(
      boolean parts, @Nullable Frame frame, InlineContext outer, InlineContext own) {}

  private final MediaReader media;
  private final UnaryOperator<String> normalizer;
  private final Set<Element> layoutTables;
  private final FrameStack frames;
  private final Deque<Scope> scopes = new ArrayDeque<>();
  private InlineContext context = InlineContext.NONE;

  private BodyReader(
      UnaryOperator<String> normalizer, EmbedProviders providers, Set<Element> layoutTables) {
    this.normalizer = normalizer;
    this.media = new MediaReader(providers, normalizer);
    this.layoutTables = layoutTables;
    this.frames = new FrameStack(normalizer);
  }

  static List<Block> read(String html, UnaryOperator<String> normalizer, EmbedProviders providers) {
    Element root = Parser.parseBodyFragment(html, "").body();
    BodyReader reader = new BodyReader(normalizer, providers, LayoutTables.in(root));
    NodeTraversor.filter(reader, root);
    return reader.frames.finish();
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      text(text.getWholeText());
      return FilterResult.CONTINUE;
    }
    if (!(node instanceof Element element)) {
      return FilterResult.SKIP_ENTIRELY;
    }
    return switch (ElementRole.of(element)) {
      case HIDDEN -> FilterResult.SKIP_ENTIRELY;
      case DROPPED -> skip(() -> append(" "));
      case LINE_BREAK -> skip(this::lineBreak);
      case SEPARATOR -> skip(() -> standalone(new SeparatorBlock()));
      case IMAGE -> skip(() -> image(element));
      case FRAME -> skip(() -> standalone(media.frame(element)));
      case VIDEO -> skip(() -> standalone(media.video(element)));
      case AUDIO -> skip(() -> standalone(media.audio(element)));
      case PREFORMATTED -> skip(() -> preformatted(element));
      case UNWRAPPED -> inline(element, context);
      case MARK -> inline(element, context.with(Mark.of(ElementRole.markOf(element))));
      case LINK, ABBREVIATION, TIME, ISOLATE -> inline(element, described(element));
      case QUOTATION -> {
        append("«");
        yield inline(element, context);
      }
      case BOUNDARY,
          PARAGRAPH,
          HEADING,
          TABLE_ROW,
          LIST,
          QUOTE,
          ITEM,
          FIGURE,
          TABLE,
          TABLE_CELL,
          CAPTION ->
          block(element);
    };
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (!(node instanceof Element element)) {
      return FilterResult.CONTINUE;
    }
    Scope scope = scopes.pop();
    ElementRole role = ElementRole.of(element);
    if (role == ElementRole.QUOTATION) {
      append("»");
    }
    if (scope.parts) {
      frames.endParagraph(context);
    }
    context = scope.outer;
    if (scope.frame != null) {
      frames.close(role, element, scope.own);
    } else if (role == ElementRole.TABLE_ROW && frames.top() instanceof Frame.Table table) {
      TableAssembly.endRow(table, element);
    }
    return FilterResult.CONTINUE;
  }

  private static FilterResult skip(Runnable action) {
    action.run();
    return FilterResult.SKIP_ENTIRELY;
  }

  private FilterResult inline(Element element, InlineContext inner) {
    scopes.push(new Scope(false, null, context, context));
    context = inner.withLanguage(ElementAttributes.lang(element), ElementAttributes.dir(element));
    return FilterResult.CONTINUE;
  }

  /** The context in an inline element that says something by its attributes. */
  private InlineContext described(Element element) {
    ElementRole role = ElementRole.of(element);
    String title = ElementAttributes.text(element, "title", normalizer);
    if (role == ElementRole.LINK) {
      String href = element.hasAttr("href") ? BodyUrls.link(element.attr("href")) : null;
      return href == null ? context : context.with(Mark.link(href, title));
    }
    if (role == ElementRole.ABBREVIATION) {
      return title == null ? context : context.with(Mark.abbreviation(title));
    }
    if (role == ElementRole.TIME) {
      String dateTime = ElementAttributes.dateTime(element);
      return dateTime == null ? context : context.with(Mark.time(dateTime));
    }
    return context.withLanguage(null, "auto");
  }

  private FilterResult block(Element element) {
    frames.endParagraph(context);
    ElementRole role = ElementRole.of(element);
    InlineContext own =
        context.wrapped(ElementAttributes.lang(element), ElementAttributes.dir(element));
    Frame frame = frames.open(role, layoutTables.contains(element));
    scopes.push(new Scope(true, frame, context, own));
    if (frame instanceof Frame.Line) {
      context = own.contained().withLanguage(own.lang(), own.dir());
    } else if (frame instanceof Frame.Flow flow && keepsLanguage(flow)) {
      context = own.contained().wrapped(own.lang(), own.dir());
    } else if (frame != null) {
      context = own.contained();
    } else if (role == ElementRole.HEADING) {
      context = own.heading(Math.max(2, element.normalName().charAt(1) - '0'));
    } else {
      context = role == ElementRole.PARAGRAPH ? own.paragraph() : own;
    }
    return FilterResult.CONTINUE;
  }

  /** Items and figures have no language in the result; what is in them takes it on. */
  private static boolean keepsLanguage(Frame.Flow flow) {
    return flow.kind == Frame.Flow.Kind.ITEM || flow.kind == Frame.Flow.Kind.FIGURE;
  }

  private void text(String text) {
    boolean freeFlow =
        !context.explicit()
            && frames.top() instanceof Frame.Flow flow
            && flow.kind != Frame.Flow.Kind.ITEM;
    if (!freeFlow || text.indexOf('\n') < 0) {
      append(text);
      return;
    }
    String[] paragraphs = BLANK_LINE.split(text, -1);
    for (int i = 0; i < paragraphs.length; i++) {
      if (i > 0) {
        frames.endParagraph(context);
      }
      append(paragraphs[i]);
    }
  }

  private void append(String run) {
    frames.text().append(run, context.marks());
  }

  private void lineBreak() {
    boolean paragraphEnds = frames.text().lineBreak(context.marks());
    if (paragraphEnds && context.level() == 0 && !(frames.top() instanceof Frame.Line)) {
      frames.endParagraph(context);
    }
  }

  private void image(Element element) {
    String emoji = MediaReader.emoji(element);
    Block image = emoji == null ? media.image(element) : null;
    if (image != null) {
      standalone(image);
    } else {
      append(emoji == null ? " " : emoji);
    }
  }

  /** A block that takes no text in; where it may not be kept, it still parts paragraphs. */
  private void standalone(@Nullable Block block) {
    frames.endParagraph(context);
    boolean lost = block instanceof SeparatorBlock && frames.top() instanceof Frame.Line;
    if (block != null && !lost) {
      frames.add(block);
    }
  }

  private void preformatted(Element element) {
    frames.endParagraph(context);
    String text = BodyCharacters.preformatted(element.wholeText());
    if (frames.top() instanceof Frame.Line) {
      for (String line : text.split("\n", -1)) {
        append(line);
        lineBreak();
      }
    } else if (BodyCharacters.hasInk(text)) {
      InlineContext own =
          context.wrapped(ElementAttributes.lang(element), ElementAttributes.dir(element));
      String trimmed = text.replaceFirst("^(?:[ \\t]*\\n)+", "").stripTrailing();
      frames.add(new CodeBlock(trimmed, own.lang(), own.dir()));
    }
  }
}
