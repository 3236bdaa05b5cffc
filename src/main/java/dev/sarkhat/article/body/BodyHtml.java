package dev.sarkhat.article.body;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Makes the clean HTML in which a body is kept.
 *
 * <p>The result is a flat row of {@code p h2 h3 h4 h5 h6 ul ol blockquote figure table pre hr}.
 * Wrappers are unwrapped; bare text becomes paragraphs, parted at blank lines and double line
 * breaks; every image, frame, video and sound stands in a figure of its own; {@code h1} becomes
 * {@code h2}, {@code b} {@code strong}, {@code i} {@code em}, {@code del} {@code s}; {@code q}
 * becomes «»; {@code bdi} and {@code bdo} become {@code span dir}. Tables of layout are dissolved,
 * and images in cells follow their table.
 *
 * <p>Addresses are {@code http} or {@code https} or begin at the site's root; links may also be
 * {@code mailto} and {@code tel}, media files and frames are {@code https} only. Links to other
 * sites bear {@code rel="noopener nofollow"}, for a body is foreign text until an editor says
 * otherwise; links by root path bear none. Scripts, styles, forms, SVG and MathML are dropped with
 * their content.
 *
 * <p>Lists and quotes nest at most {@value FrameStack#MAX_NESTING} deep, an address has at most
 * {@value BodyUrls#MAX_LENGTH} characters. Depth costs no stack. A mebibyte of hostile markup takes
 * seconds, so callers bound the length.
 */
public final class BodyHtml {

  private BodyHtml() {}

  /**
   * Makes clean HTML of any input. Cleaning clean HTML again changes nothing, given that the
   * normaliser is idempotent and the format is not {@link BodyFormat#TEXT}.
   *
   * @param input what was sent or scraped, at most a mebibyte or so
   * @param format what it is written in
   * @param embedHosts hosts whose frames are kept, such as {@code aparat.com}, those under them
   *     included
   * @param normalizer applied to each line of running text as a whole, and to the texts of
   *     attributes, but not to preformatted text
   * @return clean HTML, empty if the input shows nothing
   */
  public static String sanitize(
      String input, BodyFormat format, Set<String> embedHosts, UnaryOperator<String> normalizer) {
    boolean html =
        switch (format) {
          case HTML -> true;
          case TEXT -> false;
          case AUTO -> HtmlDetection.isHtml(input);
        };
    List<Block> blocks =
        html
            ? BodyReader.read(input, normalizer, EmbedProviders.of(embedHosts))
            : PlainTextReader.read(input, normalizer);
    return BodyWriter.write(blocks);
  }

  /**
   * Reads the blocks of clean HTML.
   *
   * @param cleanHtml what {@link #sanitize} gave
   * @return the blocks from top to bottom
   */
  public static List<Block> blocks(String cleanHtml) {
    return List.copyOf(BodyReader.read(cleanHtml, UnaryOperator.identity(), EmbedProviders.any()));
  }
}
