package dev.sarkhat.article.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyHtmlSizeTest {

  private static final int MEBIBYTE = 1 << 20;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div>",
        "<b>",
        "<ul><li>a",
        "<blockquote>a",
        "<figure>",
        "<table><tr><td>",
        "<span lang=en>",
        "<a href=/x>",
        "<p><b>",
        "<q>",
        "<li>",
        "<table>",
        "<h2>",
        "<font>a",
        "<x-y>",
        "<form>",
        "<svg>",
        "<em><p>a",
        "<select>",
        "<pre>",
        "<button>",
        "<table><tr><td>a<td>",
        "<nobr>",
        "<ruby><rt>",
      })
  void a_hundred_thousand_open_elements_are_read(String tag) {
    String input = "a" + tag.repeat(100_000) + "b";
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          String clean = BodyFixtures.clean(input);
          assertTrue(clean.startsWith("<p>a"), clean::toString);
          assertEquals(clean, BodyFixtures.clean(clean));
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "\n",
        " ",
        "<",
        "&",
        "<br>",
        "<p>a</p>",
        "<b>a</b><i>b</i>",
        "a\n\n",
        "&lt;",
        "\u200C",
        "<img src=/a.jpg>",
        "</p>",
        "<td>a</td>",
        "<a href=/x>a</a>",
        "<!--",
        "<p a=b c=d>",
        "<b a=",
        "\"",
        "<table><tr><td>a<td>b</table>",
        "<b>ي</b>ك",
        "<hr>",
        "<ul><li>a</ul>",
        "\uD83D\uDE00",
        "\uD83D",
      })
  void a_mebibyte_is_read(String piece) {
    String input = piece.repeat(MEBIBYTE / piece.length());
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          String clean =
              BodyHtml.sanitize(
                  input, BodyFormat.HTML, BodyFixtures.HOSTS, line -> line.replace('ي', 'ی') + "");
          assertEquals(clean, BodyFixtures.clean(clean));
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<b a=%d>",
        "<p><b a=%d>",
        "<p><a href=/%d>",
        "<a href=/%d><div>",
        "<i a=%d><table>"
      })
  void many_different_formatting_elements_are_read(String format) {
    String input =
        IntStream.range(0, 50_000)
            .mapToObj(i -> format.replace("%d", Integer.toString(i)))
            .collect(Collectors.joining());
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertEquals("<p>a</p>", BodyFixtures.clean("a" + input)));
  }
}
