package dev.sarkhat.article.body;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A container that is open while a body is read. */
sealed interface Frame {

  /** Holds blocks: the body, a quote, a list item or a figure. */
  final class Flow implements Frame {
    enum Kind {
      BODY,
      QUOTE,
      ITEM,
      FIGURE,
      /** What stands in a list or table but outside its items and cells. */
      LOOSE
    }

    final Kind kind;
    final List<Block> blocks = new ArrayList<>();
    final RichTextBuilder text = new RichTextBuilder();

    /** A figure's caption that has met no medium yet. */
    @Nullable RichText caption;

    Flow(Kind kind) {
      this.kind = kind;
    }
  }

  /** Holds items. Text and blocks that stand between them gather in {@link #loose}. */
  final class Items implements Frame {
    final List<List<Block>> items = new ArrayList<>();
    Flow loose = new Flow(Flow.Kind.LOOSE);
  }

  /** Holds rows. Media out of its cells gather in {@link #after}, to follow it. */
  final class Table implements Frame {
    final List<TableRow> header = new ArrayList<>();
    final List<TableRow> rows = new ArrayList<>();
    final List<TableRow> footer = new ArrayList<>();
    final List<TableCell> cells = new ArrayList<>();
    final Flow after = new Flow(Flow.Kind.LOOSE);
    @Nullable RichText caption;
  }

  /** Holds text only: a cell or a caption. Paragraphs in it become lines. */
  final class Line implements Frame {
    final RichTextBuilder text = new RichTextBuilder();
  }
}
