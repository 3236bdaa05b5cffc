package dev.sarkhat.article.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jsoup.Jsoup;
import org.jsoup.safety.Safelist;

/** What every clean body must hold, checked by means other than the code under test. */
final class BodyFixtures {

  static final Set<String> HOSTS =
      Set.of("youtube.com", "youtube-nocookie.com", "aparat.com", "vimeo.com", "t.me");

  /** jsoup's own allow list, as a second opinion on what the writer lets out. */
  private static final Safelist CLEAN =
      new Safelist()
          .addTags(
              "p",
              "h2",
              "h3",
              "h4",
              "h5",
              "h6",
              "ul",
              "ol",
              "li",
              "blockquote",
              "figure",
              "img",
              "figcaption",
              "table",
              "caption",
              "thead",
              "tbody",
              "tr",
              "th",
              "td",
              "pre",
              "code",
              "hr",
              "br",
              "a",
              "strong",
              "em",
              "u",
              "s",
              "ins",
              "sub",
              "sup",
              "mark",
              "abbr",
              "time",
              "span",
              "iframe",
              "video",
              "audio",
              "source")
          .addAttributes(":all", "lang", "dir")
          .addAttributes("a", "href", "title", "rel")
          .addAttributes("abbr", "title")
          .addAttributes("time", "datetime")
          .addAttributes("ol", "start")
          .addAttributes("blockquote", "cite")
          .addAttributes("td", "colspan", "rowspan")
          .addAttributes("th", "colspan", "rowspan", "scope")
          .addAttributes("img", "src", "alt", "title", "width", "height")
          .addAttributes(
              "iframe",
              "src",
              "title",
              "width",
              "height",
              "allowfullscreen",
              "loading",
              "referrerpolicy",
              "sandbox")
          .addAttributes("video", "controls", "preload", "poster", "width", "height")
          .addAttributes("audio", "controls", "preload")
          .addAttributes("source", "src", "type")
          .addProtocols("a", "href", "http", "https", "mailto", "tel")
          .addProtocols("blockquote", "cite", "http", "https")
          .addProtocols("img", "src", "http", "https")
          .addProtocols("iframe", "src", "https")
          .addProtocols("video", "poster", "https")
          .addProtocols("source", "src", "https")
          .preserveRelativeLinks(true);

  private BodyFixtures() {}

  static String clean(String html) {
    return BodyHtml.sanitize(html, BodyFormat.HTML, HOSTS, UnaryOperator.identity());
  }

  /** Cleans and checks everything that holds for every body. */
  static String checked(String html) {
    return checked(html, UnaryOperator.identity());
  }

  static String checked(String html, UnaryOperator<String> normalizer) {
    String clean = BodyHtml.sanitize(html, BodyFormat.HTML, HOSTS, normalizer);
    assertEquals(
        clean,
        BodyHtml.sanitize(clean, BodyFormat.HTML, HOSTS, normalizer),
        () -> "cleaning again changes it: " + html);
    assertEquals(
        clean,
        BodyHtml.sanitize(clean, BodyFormat.AUTO, HOSTS, normalizer),
        () -> "clean HTML is not detected as HTML: " + html);
    assertTrue(
        new org.jsoup.safety.Cleaner(CLEAN)
            .isValid(Jsoup.parseBodyFragment(clean, "https://news.example.ir/")),
        () -> "not on the allow list: " + clean + "\n of " + html);
    List<Block> blocks = BodyHtml.blocks(clean);
    assertEquals(clean, BodyWriter.write(blocks), "blocks do not hold all of the HTML");
    checkTexts(blocks, BodyText.of(clean));
    return clean;
  }

  /** Every text of the blocks is in the plain text, in order, with only separators between. */
  private static void checkTexts(List<Block> blocks, String plain) {
    List<RichText> texts = new ArrayList<>();
    blocks.forEach(block -> collect(block, texts));
    String rest = squeezed(plain);
    for (RichText text : texts) {
      checkMarks(text);
      String expected = squeezed(text.text());
      int at = rest.indexOf(expected);
      assertTrue(at >= 0, () -> expected + " is missing from " + plain);
      assertTrue(rest.substring(0, at).matches("[-|0-9.]*"), "more than separators: " + rest);
      rest = rest.substring(at + expected.length());
    }
    assertTrue(rest.matches("[-|0-9.]*"), "more than separators: " + rest);
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s", "");
  }

  private static void checkMarks(RichText rich) {
    int start = 0;
    for (Mark mark : rich.marks()) {
      assertTrue(mark.start() >= start, () -> "marks are not sorted: " + rich);
      assertTrue(mark.end() > mark.start(), () -> "an empty mark: " + rich);
      assertTrue(mark.end() <= rich.text().length(), () -> "a mark beyond the text: " + rich);
      start = mark.start();
    }
  }

  private static void collect(Block block, List<RichText> texts) {
    if (block instanceof ParagraphBlock paragraph) {
      assertFalse(paragraph.text().text().isBlank(), "an empty paragraph");
      texts.add(paragraph.text());
    } else if (block instanceof HeadingBlock heading) {
      assertFalse(heading.text().text().isBlank(), "an empty heading");
      texts.add(heading.text());
    } else if (block instanceof ListBlock list) {
      assertFalse(list.items().isEmpty(), "an empty list");
      list.items().forEach(item -> item.blocks().forEach(inner -> collect(inner, texts)));
    } else if (block instanceof QuoteBlock quote) {
      assertFalse(quote.blocks().isEmpty(), "an empty quote");
      quote.blocks().forEach(inner -> collect(inner, texts));
    } else if (block instanceof TableBlock table) {
      if (table.caption() != null) {
        texts.add(table.caption());
      }
      table.header().forEach(row -> row.cells().forEach(cell -> texts.add(cell.text())));
      table.rows().forEach(row -> row.cells().forEach(cell -> texts.add(cell.text())));
    } else if (block instanceof CodeBlock code) {
      texts.add(new RichText(code.code(), List.of()));
    } else if (block instanceof ImageBlock image && image.caption() != null) {
      texts.add(image.caption());
    } else if (block instanceof EmbedBlock embed && embed.caption() != null) {
      texts.add(embed.caption());
    } else if (block instanceof VideoBlock video && video.caption() != null) {
      texts.add(video.caption());
    } else if (block instanceof AudioBlock audio && audio.caption() != null) {
      texts.add(audio.caption());
    }
  }
}
