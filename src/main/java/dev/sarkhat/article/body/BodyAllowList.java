package dev.sarkhat.article.body;

import org.jsoup.Jsoup;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * The last gate before a body is stored: jsoup's sanitiser, with an allow list of its own. The
 * writer can write nothing else; should it ever, the gate shuts.
 */
final class BodyAllowList {

  /** Root-relative links are resolved against some address, or they would be taken for unsafe. */
  private static final String BASE = "https://www.example.org/";

  private static final Safelist ALLOWED =
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

  private BodyAllowList() {}

  /** Whether HTML holds nothing but what a body may. */
  static boolean holds(String html) {
    return new Cleaner(ALLOWED).isValid(Jsoup.parseBodyFragment(html, BASE));
  }
}
