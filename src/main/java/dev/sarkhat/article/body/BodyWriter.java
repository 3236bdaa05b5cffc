package dev.sarkhat.article.body;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes blocks as clean HTML. Every tag and attribute name is a literal here or in {@link
 * MarkType}; everything else is escaped.
 */
final class BodyWriter {

  /** A frame may run its player and open a page, but not navigate the reader's page away. */
  private static final String FRAME_RIGHTS =
      " allowfullscreen loading=\"lazy\" referrerpolicy=\"strict-origin-when-cross-origin\""
          + " sandbox=\"allow-scripts allow-same-origin allow-popups allow-presentation\"";

  /** Marks that end later are opened first. */
  private static final Comparator<Mark> OPENING =
      Comparator.comparingInt(Mark::end).reversed().thenComparing(Mark.ORDER);

  private final StringBuilder out = new StringBuilder();

  private BodyWriter() {}

  static String write(List<Block> blocks) {
    BodyWriter writer = new BodyWriter();
    writer.blocks(blocks);
    return writer.out.toString();
  }

  private void blocks(List<Block> blocks) {
    for (Block block : blocks) {
      block(block);
    }
  }

  // Chained because switch patterns are not in Java 17; a kind without a branch fails the tests.
  private void block(Block block) {
    if (block instanceof ParagraphBlock paragraph) {
      element("p", paragraph.lang(), paragraph.dir(), paragraph.text());
    } else if (block instanceof HeadingBlock heading) {
      element("h" + heading.level(), heading.lang(), heading.dir(), heading.text());
    } else if (block instanceof ListBlock list) {
      list(list);
    } else if (block instanceof QuoteBlock quote) {
      open("blockquote", quote.lang(), quote.dir());
      attribute("cite", quote.cite());
      out.append('>');
      blocks(quote.blocks());
      out.append("</blockquote>");
    } else if (block instanceof TableBlock table) {
      table(table);
    } else if (block instanceof CodeBlock code) {
      open("pre", code.lang(), code.dir());
      out.append("><code>");
      escape(code.code(), 0, code.code().length(), "\n");
      out.append("</code></pre>");
    } else if (block instanceof SeparatorBlock) {
      out.append("<hr>");
    } else {
      figure(block);
    }
  }

  private void figure(Block block) {
    out.append("<figure>");
    if (block instanceof ImageBlock image) {
      out.append("<img");
      attribute("src", image.url());
      attribute("alt", image.alt() == null ? "" : image.alt());
      attribute("title", image.title());
      size(image.width(), image.height());
      out.append('>');
      caption("figcaption", image.caption());
    } else if (block instanceof EmbedBlock embed) {
      out.append("<iframe");
      attribute("src", embed.url());
      attribute("title", embed.title());
      size(embed.width(), embed.height());
      out.append(FRAME_RIGHTS).append("></iframe>");
      caption("figcaption", embed.caption());
    } else if (block instanceof VideoBlock video) {
      out.append("<video controls preload=\"metadata\"");
      attribute("poster", video.poster());
      size(video.width(), video.height());
      out.append('>');
      sources(video.sources());
      out.append("</video>");
      caption("figcaption", video.caption());
    } else if (block instanceof AudioBlock audio) {
      out.append("<audio controls preload=\"metadata\">");
      sources(audio.sources());
      out.append("</audio>");
      caption("figcaption", audio.caption());
    }
    out.append("</figure>");
  }

  private void sources(List<MediaSource> sources) {
    for (MediaSource source : sources) {
      out.append("<source");
      attribute("src", source.url());
      attribute("type", source.type());
      out.append('>');
    }
  }

  private void list(ListBlock list) {
    String tag = list.ordered() ? "ol" : "ul";
    open(tag, list.lang(), list.dir());
    number("start", list.start());
    out.append('>');
    for (ListItem item : list.items()) {
      out.append("<li>");
      if (isTight(item)) {
        text(((ParagraphBlock) item.blocks().get(0)).text());
        blocks(item.blocks().subList(1, item.blocks().size()));
      } else {
        blocks(item.blocks());
      }
      out.append("</li>");
    }
    out.append("</").append(tag).append('>');
  }

  /** Whether the item is one plain paragraph, perhaps with lists under it: written without p. */
  private static boolean isTight(ListItem item) {
    if (!(item.blocks().get(0) instanceof ParagraphBlock first)
        || first.lang() != null
        || first.dir() != null) {
      return false;
    }
    return item.blocks().stream().skip(1).allMatch(ListBlock.class::isInstance);
  }

  private void table(TableBlock table) {
    open("table", table.lang(), table.dir());
    out.append('>');
    caption("caption", table.caption());
    rows("thead", table.header());
    rows("tbody", table.rows());
    out.append("</table>");
  }

  private void rows(String section, List<TableRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    out.append('<').append(section).append('>');
    for (TableRow row : rows) {
      out.append("<tr>");
      for (TableCell cell : row.cells()) {
        String tag = cell.header() ? "th" : "td";
        out.append('<').append(tag);
        number("colspan", cell.colspan() == 1 ? null : cell.colspan());
        number("rowspan", cell.rowspan() == 1 ? null : cell.rowspan());
        attribute("scope", cell.scope());
        out.append('>');
        text(cell.text());
        out.append("</").append(tag).append('>');
      }
      out.append("</tr>");
    }
    out.append("</").append(section).append('>');
  }

  private void caption(String tag, @Nullable RichText caption) {
    if (caption != null) {
      element(tag, null, null, caption);
    }
  }

  private void element(String tag, @Nullable String lang, @Nullable String dir, RichText content) {
    open(tag, lang, dir);
    out.append('>');
    text(content);
    out.append("</").append(tag).append('>');
  }

  private void open(String tag, @Nullable String lang, @Nullable String dir) {
    out.append('<').append(tag);
    attribute("lang", lang);
    attribute("dir", dir);
  }

  /** Opens and closes tags so that they nest, though marks may overlap. */
  private void text(RichText rich) {
    List<Mark> open = new ArrayList<>();
    List<Mark> opening = new ArrayList<>();
    int next = 0;
    int position = 0;
    while (true) {
      closeEnded(open, opening, position);
      while (next < rich.marks().size() && rich.marks().get(next).start() == position) {
        opening.add(rich.marks().get(next++));
      }
      opening.sort(OPENING);
      for (Mark mark : opening) {
        openMark(mark);
        open.add(mark);
      }
      opening.clear();
      if (position == rich.text().length()) {
        return;
      }
      int end = next < rich.marks().size() ? rich.marks().get(next).start() : rich.text().length();
      for (Mark mark : open) {
        end = Math.min(end, mark.end());
      }
      escape(rich.text(), position, end, "<br>");
      position = end;
    }
  }

  /** Closes what ends here and whatever was opened after it; the latter is to be opened again. */
  private void closeEnded(List<Mark> open, List<Mark> reopened, int position) {
    int lowest = 0;
    while (lowest < open.size() && open.get(lowest).end() != position) {
      lowest++;
    }
    while (open.size() > lowest) {
      Mark mark = open.remove(open.size() - 1);
      out.append("</").append(mark.type().tag()).append('>');
      if (mark.end() > position) {
        reopened.add(mark);
      }
    }
  }

  private void openMark(Mark mark) {
    open(mark.type().tag(), mark.lang(), mark.dir());
    attribute("href", mark.href());
    attribute("title", mark.title());
    attribute("datetime", mark.dateTime());
    if (mark.href() != null && mark.href().startsWith("http")) {
      attribute("rel", "noopener nofollow");
    }
    out.append('>');
  }

  private void size(@Nullable Integer width, @Nullable Integer height) {
    number("width", width);
    number("height", height);
  }

  private void number(String name, @Nullable Integer value) {
    if (value != null) {
      attribute(name, Integer.toString(value));
    }
  }

  private void attribute(String name, @Nullable String value) {
    if (value != null) {
      out.append(' ').append(name).append("=\"");
      for (int i = 0; i < value.length(); i++) {
        char c = value.charAt(i);
        if (c == '"') {
          out.append("&quot;");
        } else {
          escape(c, " ");
        }
      }
      out.append('"');
    }
  }

  private void escape(String value, int start, int end, String lineBreak) {
    for (int i = start; i < end; i++) {
      escape(value.charAt(i), lineBreak);
    }
  }

  private void escape(char c, String lineBreak) {
    switch (c) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '\n' -> out.append(lineBreak);
      default -> out.append(c);
    }
  }
}
