package dev.sarkhat.article.body;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A body as plain text, for search, excerpts and clients that show no formatting.
 *
 * <p>Blocks are parted by one blank line. Items of lists stand on lines of their own after {@code
 * "- "} or their number, what continues an item is indented by two spaces; cells are parted by
 * {@code " | "}; of images and other media only the caption is left, of separators nothing.
 */
public final class BodyText {

  private static final String BETWEEN_BLOCKS = "\n\n";

  private BodyText() {}

  /**
   * The text of a body.
   *
   * @param cleanHtml what {@link BodyHtml#sanitize} gave
   * @return the text, empty if there is none
   */
  public static String of(String cleanHtml) {
    return of(BodyHtml.blocks(cleanHtml));
  }

  /**
   * The text of a body whose blocks are at hand.
   *
   * @param blocks what {@link BodyHtml#blocks} gave
   * @return the text, empty if there is none
   */
  public static String of(List<Block> blocks) {
    return joined(blocks, BETWEEN_BLOCKS);
  }

  private static String joined(List<Block> blocks, String separator) {
    return blocks.stream()
        .map(BodyText::text)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(separator));
  }

  private static String text(Block block) {
    if (block instanceof ParagraphBlock paragraph) {
      return paragraph.text().text();
    } else if (block instanceof HeadingBlock heading) {
      return heading.text().text();
    } else if (block instanceof ListBlock list) {
      return list(list);
    } else if (block instanceof QuoteBlock quote) {
      return of(quote.blocks());
    } else if (block instanceof ImageBlock image) {
      return caption(image.caption());
    } else if (block instanceof EmbedBlock embed) {
      return caption(embed.caption());
    } else if (block instanceof VideoBlock video) {
      return caption(video.caption());
    } else if (block instanceof AudioBlock audio) {
      return caption(audio.caption());
    } else if (block instanceof TableBlock table) {
      return table(table);
    } else if (block instanceof CodeBlock code) {
      return code.code();
    }
    return "";
  }

  private static String caption(@Nullable RichText caption) {
    return caption == null ? "" : caption.text();
  }

  private static String list(ListBlock list) {
    List<String> lines = new ArrayList<>();
    int number = list.start() == null ? 1 : list.start();
    for (ListItem item : list.items()) {
      String text = joined(item.blocks(), "\n");
      String bullet = list.ordered() ? number++ + ". " : "- ";
      if (!text.isEmpty()) {
        lines.add(bullet + text.replace("\n", "\n  "));
      }
    }
    return String.join("\n", lines);
  }

  private static String table(TableBlock table) {
    List<String> lines = new ArrayList<>();
    if (table.caption() != null) {
      lines.add(table.caption().text());
    }
    for (List<TableRow> rows : List.of(table.header(), table.rows())) {
      for (TableRow row : rows) {
        lines.add(
            row.cells().stream()
                .map(cell -> cell.text().text().replace('\n', ' '))
                .collect(Collectors.joining(" | ")));
      }
    }
    return String.join("\n", lines);
  }
}
