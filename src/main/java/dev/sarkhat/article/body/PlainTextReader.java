package dev.sarkhat.article.body;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Reads plain text: blank lines part paragraphs, other line ends are line breaks. */
final class PlainTextReader {

  private static final Pattern LINE_END = Pattern.compile("\\R");

  private PlainTextReader() {}

  static List<Block> read(String text, UnaryOperator<String> normalizer) {
    List<Block> blocks = new ArrayList<>();
    RichTextBuilder paragraph = new RichTextBuilder();
    for (String line : LINE_END.split(text, -1)) {
      if (!BodyCharacters.hasInk(line)) {
        end(paragraph, normalizer, blocks);
        continue;
      }
      if (!paragraph.isBlank()) {
        paragraph.lineBreak(List.of());
      }
      paragraph.append(line, List.of());
    }
    end(paragraph, normalizer, blocks);
    return blocks;
  }

  private static void end(
      RichTextBuilder paragraph, UnaryOperator<String> normalizer, List<Block> blocks) {
    RichText text = paragraph.take(normalizer);
    if (!text.hasNoText()) {
      blocks.add(new ParagraphBlock(text, null, null));
    }
  }
}
