package dev.sarkhat.article.body;

import static dev.sarkhat.article.body.BodyFixtures.HOSTS;
import static dev.sarkhat.article.body.BodyFixtures.checked;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class BodyHtmlTest {

  private static String text(String input) {
    return BodyHtml.sanitize(input, BodyFormat.TEXT, HOSTS, UnaryOperator.identity());
  }

  private static String auto(String input) {
    return BodyHtml.sanitize(input, BodyFormat.AUTO, HOSTS, UnaryOperator.identity());
  }

  @Test
  void text_becomes_paragraphs_and_lines() {
    assertEquals(
        "<p>سلام<br>دنیا</p><p>a &lt; b &amp;amp; \"c\"</p>",
        text("\n سلام \r\nدنیا\n \u00A0\n\n a < b  &amp; \"c\"\n"));
  }

  @Test
  void detects_html_by_a_known_tag_or_entity() {
    assertEquals("<p>a &lt; b &amp; c &gt; d</p>", auto("a < b & c > d"));
    assertEquals("<p>&lt;نام&gt; &lt;foo&gt; &amp;bar;</p>", auto("<نام> <foo> &bar;"));
    assertEquals("<p>a</p><p>b</p>", auto("a<br><br>b"));
    assertEquals("<p>a &amp; b</p>", auto("a &amp; b"));
    assertEquals("<p>a b</p>", auto("<P CLASS='x'>a\nb</P>"));
  }

  @Test
  void bare_text_is_wrapped_and_split() {
    assertEquals(
        "<p>a <strong>b</strong></p><p>c</p><p>d<br>e</p>",
        checked("a <b>b</b>\n\nc<br>&nbsp;<br/>\nd<br>e<br>"));
    assertEquals("<p>a</p><p>b</p><p>c</p>", checked("<div>a<div>b</div></div>c<p>&nbsp;</p>"));
    assertEquals("<p>a</p><p>b</p>", checked("<p>a<br><br><br>b</p><p>\u200C</p>"));
  }

  @Test
  void marks_survive_across_blocks_and_join() {
    assertEquals(
        "<p><strong>a</strong></p><p><strong>b</strong></p>", checked("<b><p>a</p><p>b</p></b>"));
    assertEquals("<p><strong>ab</strong></p>", checked("<b>a</b><strong>b</strong><i> </i>"));
    assertEquals("<p><strong><em>a</em>b</strong></p>", checked("<i><b>a</b></i><b>b</b>"));
  }

  @Test
  void words_neither_join_nor_part_at_element_edges() {
    assertEquals("<p>می<strong>\u200Cروم</strong></p>", checked("می<b>\u200Cروم</b>"));
    assertEquals("<p>a <strong>b</strong> c</p>", checked("a<b> b </b>c"));
    assertEquals("<p>a b</p>", checked("a<svg><text>x</text></svg>b"));
    assertEquals("<p>ab</p>", checked("a<!-- x --><script>x</script>b"));
    assertEquals("<p>a</p><p>b</p>", checked("a<iframe src=https://evil.example></iframe>b"));
  }

  @Test
  void the_normalizer_sees_whole_lines_and_marks_follow_it() {
    UnaryOperator<String> normalizer =
        line ->
            line.strip()
                .replaceAll("^\u200C|\u200C$", "")
                .replaceAll("\u200C+", "\u200C")
                .replace('ي', 'ی')
                .replaceAll("[\u00A0 ]+", " ");
    assertEquals(
        "<p>می<strong>\u200Cروم</strong> به <em>خانه</em></p>",
        checked("مي\u200C<b>\u200Cروم</b>\u00A0 به\u00A0<i>\u00A0خانه\u200C</i>", normalizer));
  }

  @Test
  void headings_start_at_two() {
    assertEquals("<h2>a b</h2><h3>c</h3>", checked("<h1>a\n<span>b</span></h1><h3>c</h3>"));
  }

  @Test
  void lists_nest_and_stay_tight() {
    assertEquals(
        "<ul><li>a<ol start=\"3\"><li>b</li></ol></li><li>c</li></ul>",
        checked("<ul>\n<li><p>a</p>\n<ol start=3><li>b</ol><li></li><li>c</ul>"));
    assertEquals(
        "<ul><li>a<ul><li>b</li></ul></li></ul>", checked("<ul><li>a</li><ul><li>b</ul></ul>"));
    assertEquals("<ul><li><p>a</p><p>b</p></li></ul>", checked("<ul><li>a<br><br>b</li></ul>"));
    assertEquals("<ul><li>x</li><li>a</li></ul>", checked("<ul>x<li>a</ul>"));
  }

  @Test
  void images_stand_in_figures() {
    assertEquals(
        "<p>a</p><figure><img src=\"/b.jpg\" alt=\"\" width=\"10\"></figure><p>c</p>",
        checked("<p>a<img src=/b.jpg width=10px onerror=x>c"));
    assertEquals(
        "<figure><img src=\"https://a.example/b.jpg\" alt=\"d\"><figcaption>e"
            + " <em>f</em></figcaption></figure>",
        checked(
            "<figure><a href=/x><img src=//a.example/b.jpg alt=d></a>"
                + "<figcaption><p>e <i>f</i></p></figcaption></figure>"));
    assertEquals("", checked("<img src=b.jpg><img src=../b.jpg><img src=/b.gif width=1 height=1>"));
    assertEquals(
        "<p>a \uD83D\uDE00</p>", checked("a <img class=emoji alt=\uD83D\uDE00 src=/e.png>"));
    assertEquals(
        "<figure><img src=\"/b.jpg\" alt=\"\"></figure>",
        checked("<img src='data:image/gif;base64,R0' data-src=/b.jpg>"));
  }

  @Test
  void captions_go_to_their_own_image_in_a_gallery() {
    assertEquals(
        "<figure><img src=\"/a\" alt=\"\"><figcaption>1</figcaption></figure>"
            + "<figure><img src=\"/b\" alt=\"\"><figcaption>2</figcaption></figure><p>3</p>",
        checked(
            "<figure><figure><img src=/a><figcaption>1</figcaption></figure><figure><img src=/b>"
                + "<figcaption>2</figcaption></figure><figcaption>3</figcaption></figure>"));
  }

  @Test
  void embeds_are_kept_of_allowed_hosts_only() {
    String frame =
        " allowfullscreen loading=\"lazy\" referrerpolicy=\"strict-origin-when-cross-origin\""
            + " sandbox=\"allow-scripts allow-same-origin allow-popups allow-presentation\">"
            + "</iframe></figure>";
    assertEquals(
        "<figure><iframe src=\"https://www.aparat.com/v/1\" title=\"t\" width=\"640\"" + frame,
        checked("<iframe src=//www.Aparat.com/v/1 title=t width=640 height=100%></iframe>"));
    assertEquals("", checked("<iframe src=https://player.example/1></iframe>"));
  }

  @Test
  void media_files_are_https_only() {
    assertEquals(
        "<figure><video controls preload=\"metadata\" poster=\"https://a.example/p.jpg\">"
            + "<source src=\"https://a.example/a.mp4\" type=\"video/mp4\"></video>"
            + "<figcaption>c</figcaption></figure>",
        checked(
            "<figure><video autoplay poster=https://a.example/p.jpg><source type=video/mp4"
                + " src=https://a.example/a.mp4><source src=http://a.example/b.mp4>old"
                + "</video><figcaption>c</figcaption></figure>"));
    assertEquals("", checked("<audio src=http://a.example/a.mp3>old</audio>"));
  }

  @Test
  void data_tables_keep_their_structure() {
    assertEquals(
        "<table><caption>c</caption><thead><tr><th scope=\"col\">a</th><th>b</th></tr></thead>"
            + "<tbody><tr><td colspan=\"2\">1<br>2</td></tr></tbody></table>"
            + "<figure><img src=\"/x.png\" alt=\"\"></figure>",
        checked(
            "<table border=1><caption>c</caption><tr><th scope=col>a<th onclick=x>b"
                + "<tr><td colspan=2><p>1</p><p>2<img src=/x.png></p><tr><td><td></table>"));
  }

  @Test
  void layout_tables_are_dissolved() {
    assertEquals("<p>a</p><p>b</p>", checked("<table><tr><td>a<tr><td>b</table>"));
    assertEquals(
        "<p>x</p><table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>",
        checked("<table><tr><td>x<td><table><tr><td>a<td>b</table></table>"));
  }

  @Test
  void quotes_code_and_separators() {
    assertEquals(
        "<blockquote cite=\"https://a.example/\"><p>a</p></blockquote><hr>"
            + "<pre><code>if (a &lt; b)\n  c\n\n  d</code></pre>",
        checked(
            "<blockquote cite=https://a.example/>a</blockquote><hr>"
                + "<pre>\n\nif (a &lt; b)\r\n  <b>c</b>\n\n  d\n </pre>"));
    assertEquals("<p>گفت «آری»</p>", checked("گفت <q>آری</q>"));
  }

  @Test
  void links_keep_safe_addresses() {
    assertEquals(
        "<p><a href=\"https://a.example/b%20c\" title=\"t\" rel=\"noopener nofollow\">d</a></p>",
        checked("<a href=' HTTPS://A.example/b c' title=t target=_blank rel=opener>d</a>"));
    assertEquals("<p><a href=\"/n/1\">d</a></p>", checked("<a href=/n/1>d</a>"));
    assertEquals(
        "<p><a href=\"mailto:a@b.ir\">d</a> <a href=\"tel:+9821\">e</a></p>",
        checked("<a href=mailto:a@b.ir>d</a> <a href='tel:+98 21'>e</a>"));
    assertEquals("<p>d e f</p>", checked("<a href=n/1>d</a> <a href=#x>e</a> <a href=''>f</a>"));
    assertEquals(
        "<p><a href=\"https://ایسنا.ایران/خبر\" rel=\"noopener nofollow\">d</a></p>",
        checked("<a href='https://ایسنا.ایران/خبر'>d</a>"));
  }

  @Test
  void languages_and_directions_are_kept() {
    assertEquals(
        "<p lang=\"en\" dir=\"ltr\">a <span lang=\"fr\">b</span></p>",
        checked("<div lang=en><p dir=LTR>a <i-x lang=fr>b</i-x></div>"));
    assertEquals(
        "<p>a <span dir=\"auto\">b</span> <span dir=\"rtl\">c</span></p>",
        checked("a <bdi>b</bdi> <bdo dir=rtl>c</bdo>"));
    assertEquals(
        "<ul dir=\"ltr\"><li>a</li></ul><table lang=\"en\"><tbody><tr><td><span"
            + " lang=\"fr\">a</span></td><td>b</td></tr></tbody></table>",
        checked("<ul dir=ltr><li>a</ul><table lang=en><td lang=fr>a<td>b</table>"));
    assertEquals(
        "<p><abbr title=\"t\">a</abbr> <time datetime=\"2015-11-25\">b</time></p>",
        checked("<abbr title=t>a</abbr> <time datetime=2015-11-25>b</time>"));
  }

  @Test
  void deep_lists_are_cut_at_the_limit() {
    String clean = checked("<ul><li>a".repeat(20));
    assertEquals(FrameStack.MAX_NESTING, clean.split("<ul>", -1).length - 1);
    assertEquals(20, clean.split("a", -1).length - 1);
  }
}
