package dev.sarkhat.article.body;

import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BodyHtmlPropertyTest {

  private static final String[] TAGS =
      ("p div h1 h3 ul ol li blockquote figure figcaption table caption thead tbody tfoot tr th td"
              + " pre code b i strong em a:href=/x a:href=https://a.ir/?q=1&b=2 a:title=x abbr:title=y"
              + " span:lang=en span:dir=rtl p:lang=en div:dir=ltr td:colspan=2 q u del ins sub sup"
              + " mark bdi time:datetime=2015 svg math style script noscript template form select"
              + " textarea button iframe:src=https://aparat.com/x video:src=https://a.ir/v.mp4 dl dd"
              + " section center font title xmp nobr ruby rt x-y")
          .split(" ", -1);

  private static final String[] PIECES = {
    "سلام",
    "می\u200Cروم",
    "\u200C",
    " ",
    "\u00A0",
    "\n",
    "\n\n",
    "\t",
    "a",
    "ي",
    "<br>",
    "<br/>",
    "<hr>",
    "<img src=/a.jpg alt='b'>",
    "<img src=x>",
    "<!-- c -->",
    "&nbsp;",
    "&lt;b&gt;",
    "&amp;",
    "\uD83D\uDE00",
    "\uD83D",
    "-",
    "1.",
    "|",
    "<",
    ">",
    "\"",
    "</p>",
    "&#0;",
    "<source src=x>",
  };

  private static String tag(String description) {
    int colon = description.indexOf(':');
    return colon < 0
        ? "<" + description + ">"
        : "<" + description.substring(0, colon) + " " + description.substring(colon + 1) + ">";
  }

  private static String closing(String description) {
    return "</" + description.split(":", -1)[0] + ">";
  }

  @Provide
  Arbitrary<String> soup() {
    Arbitrary<String> opening = Arbitraries.of(TAGS).map(BodyHtmlPropertyTest::tag);
    Arbitrary<String> closing = Arbitraries.of(TAGS).map(BodyHtmlPropertyTest::closing);
    Arbitrary<String> piece = Arbitraries.of(PIECES);
    return Arbitraries.oneOf(opening, closing, piece, piece)
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 4000)
  void any_soup_becomes_clean_and_stays_so(@ForAll("soup") String soup) {
    BodyFixtures.checked(soup);
  }

  @Property(tries = 2000)
  void any_soup_stays_clean_with_a_normalizer_that_edits(@ForAll("soup") String soup) {
    UnaryOperator<String> normalizer =
        line ->
            line.replace('ي', 'ی')
                .replaceAll("[ \u00A0]+", " ")
                .replaceAll("\u200C+", "\u200C")
                .replaceAll("(?<= |^)\u200C|\u200C(?= |$)", "")
                .replaceAll(" +", " ")
                .strip();
    BodyFixtures.checked(soup, normalizer);
  }

  @Property(tries = 500)
  void any_text_becomes_clean(@ForAll String text) {
    BodyFixtures.checked(
        BodyHtml.sanitize(text, BodyFormat.TEXT, BodyFixtures.HOSTS, UnaryOperator.identity()));
  }
}
