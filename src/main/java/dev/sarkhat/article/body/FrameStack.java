package dev.sarkhat.article.body;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The containers open at one place of the input, and the blocks they become when they close. */
final class FrameStack {

  /** How deep quotes and lists nest; deeper ones are unwrapped into the innermost allowed. */
  static final int MAX_NESTING = 8;

  private final UnaryOperator<String> normalizer;
  private final Frame.Flow body = new Frame.Flow(Frame.Flow.Kind.BODY);
  private final Deque<Frame> frames = new ArrayDeque<>();
  private int nesting;

  FrameStack(UnaryOperator<String> normalizer) {
    this.normalizer = normalizer;
    frames.push(body);
  }

  Frame top() {
    return Objects.requireNonNull(frames.peek());
  }

  List<Block> finish() {
    flush(body, InlineContext.NONE);
    return body.blocks;
  }

  /** The text being gathered here. */
  RichTextBuilder text() {
    Frame top = top();
    return top instanceof Frame.Line line ? line.text : flow(top).text;
  }

  private Frame.Flow flow(Frame frame) {
    if (frame instanceof Frame.Flow flow) {
      return flow;
    }
    if (frame instanceof Frame.Items items) {
      return items.loose;
    }
    if (frame instanceof Frame.Table table) {
      return table.after;
    }
    return enclosing((Frame.Line) frame);
  }

  /** What takes in the media found in a cell or caption. */
  private Frame.Flow enclosing(Frame.Line line) {
    for (Frame frame : frames) {
      if (frame != line) {
        return flow(frame);
      }
    }
    return body;
  }

  /** Ends the paragraph, or in a cell or caption the line. */
  void endParagraph(InlineContext context) {
    if (top() instanceof Frame.Line line) {
      line.text.lineBreak(context.marks());
    } else {
      flush(flow(top()), context);
    }
  }

  private void flush(Frame.Flow flow, InlineContext context) {
    RichText text = flow.text.take(normalizer);
    if (text.hasNoText()) {
      return;
    }
    flow.blocks.add(
        context.level() == 0
            ? new ParagraphBlock(text, context.lang(), context.dir())
            : new HeadingBlock(context.level(), text, context.lang(), context.dir()));
  }

  /** Adds a block; in a cell or caption it goes to what is around that. */
  void add(Block block) {
    if (block instanceof ListBlock
        && top() instanceof Frame.Items parent
        && parent.loose.blocks.isEmpty()
        && !parent.items.isEmpty()) {
      parent.items.get(parent.items.size() - 1).add(block);
    } else {
      flow(top()).blocks.add(block);
    }
  }

  /** Opens a container; null where it may not stand here and only parts paragraphs. */
  @Nullable Frame open(ElementRole role, boolean layoutTable) {
    Frame top = top();
    boolean inLine = top instanceof Frame.Line;
    boolean inFigure = top instanceof Frame.Flow flow && flow.kind == Frame.Flow.Kind.FIGURE;
    boolean inTable = top instanceof Frame.Table;
    boolean deeper = !inLine && nesting < MAX_NESTING;
    Frame frame =
        switch (role) {
          case LIST -> deeper ? new Frame.Items() : null;
          case QUOTE -> deeper ? new Frame.Flow(Frame.Flow.Kind.QUOTE) : null;
          case ITEM -> top instanceof Frame.Items ? new Frame.Flow(Frame.Flow.Kind.ITEM) : null;
          case FIGURE -> inLine || inFigure ? null : new Frame.Flow(Frame.Flow.Kind.FIGURE);
          case TABLE -> inLine || layoutTable ? null : new Frame.Table();
          case TABLE_CELL -> inTable ? new Frame.Line() : null;
          case CAPTION -> inTable || inFigure ? new Frame.Line() : null;
          default -> null;
        };
    if (frame != null) {
      if (top instanceof Frame.Items items && role == ElementRole.ITEM) {
        looseItem(items);
      }
      frames.push(frame);
      nesting += nests(role) ? 1 : 0;
    }
    return frame;
  }

  private static boolean nests(ElementRole role) {
    return role == ElementRole.LIST || role == ElementRole.QUOTE;
  }

  /** Closes the innermost container, whose last paragraph has ended. */
  void close(ElementRole role, Element element, InlineContext own) {
    Frame frame = frames.pop();
    nesting -= nests(role) ? 1 : 0;
    if (frame instanceof Frame.Items items) {
      closeList(items, element, own);
    } else if (frame instanceof Frame.Table table) {
      TableAssembly.blocks(table, own.lang(), own.dir()).forEach(this::add);
    } else if (frame instanceof Frame.Line line) {
      closeLine(line, element);
    } else if (frame instanceof Frame.Flow flow) {
      closeFlow(flow, element, own);
    }
  }

  private void closeList(Frame.Items list, Element element, InlineContext own) {
    looseItem(list);
    if (list.items.isEmpty()) {
      return;
    }
    boolean ordered = element.normalName().equals("ol");
    add(
        new ListBlock(
            ordered,
            ordered ? ElementAttributes.start(element) : null,
            list.items.stream().map(ListItem::new).toList(),
            own.lang(),
            own.dir()));
  }

  private void looseItem(Frame.Items list) {
    flush(list.loose, InlineContext.NONE);
    if (!list.loose.blocks.isEmpty()) {
      list.items.add(list.loose.blocks);
      list.loose = new Frame.Flow(Frame.Flow.Kind.LOOSE);
    }
  }

  private void closeLine(Frame.Line line, Element element) {
    RichText text = line.text.take(normalizer);
    if (!(top() instanceof Frame.Table table)) {
      if (!text.hasNoText() && top() instanceof Frame.Flow figure) {
        caption(figure, text);
      }
    } else if (ElementRole.of(element) == ElementRole.TABLE_CELL) {
      table.cells.add(TableAssembly.cell(element, text));
    } else if (!text.hasNoText()) {
      table.caption = text;
    }
  }

  /** Gives the caption to the medium before it, or keeps it for one that follows. */
  private static void caption(Frame.Flow figure, RichText caption) {
    if (captionLast(figure, caption)) {
      return;
    }
    if (figure.caption != null) {
      figure.blocks.add(new ParagraphBlock(figure.caption, null, null));
    }
    figure.caption = caption;
  }

  private static boolean captionLast(Frame.Flow figure, RichText caption) {
    if (figure.blocks.isEmpty()) {
      return false;
    }
    int last = figure.blocks.size() - 1;
    Block captioned = MediaReader.captioned(figure.blocks.get(last), caption);
    if (captioned == null) {
      return false;
    }
    figure.blocks.set(last, captioned);
    return true;
  }

  private void closeFlow(Frame.Flow flow, Element element, InlineContext own) {
    switch (flow.kind) {
      case QUOTE -> {
        if (!flow.blocks.isEmpty()) {
          String cite = BodyUrls.resource(element.attr("cite"));
          add(
              new QuoteBlock(
                  flow.blocks,
                  cite == null || cite.isEmpty() ? null : cite,
                  own.lang(),
                  own.dir()));
        }
      }
      case ITEM -> {
        if (!flow.blocks.isEmpty() && top() instanceof Frame.Items list) {
          list.items.add(flow.blocks);
        }
      }
      case FIGURE -> {
        if (flow.caption != null && !captionLast(flow, flow.caption)) {
          flow.blocks.add(new ParagraphBlock(flow.caption, null, null));
        }
        flow.blocks.forEach(this::add);
      }
      case BODY, LOOSE -> throw new IllegalStateException(flow.kind.name());
    }
  }
}
