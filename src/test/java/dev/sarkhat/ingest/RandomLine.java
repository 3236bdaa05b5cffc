package dev.sarkhat.ingest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;

/** Articles' lines with whatever senders write. */
final class RandomLine {

  private static final List<String> PIECES =
      List.of(
          "خبر",
          "‌",
          " ",
          "  ",
          "كتاب",
          "علي",
          "ــ",
          "می‌رود",
          "\u200F",
          "é",
          "é",
          "<b>",
          "</b>",
          "<script>alert(1)</script>",
          "&amp;",
          "&",
          "<",
          ">",
          "\"",
          "\\",
          "\n",
          "\n\n",
          "\t",
          "😀",
          "<p>",
          "</p>",
          "<a href=\"https://a.example/?a=1&amp;b=2\">",
          "</a>",
          "<br>",
          "<ul><li>",
          "</li></ul>",
          "<h2>",
          "</h2>",
          "۱۲۳",
          "<table><tr><td>",
          "</td></tr></table>",
          "<img src=\"https://a.example/a.jpg\" alt=\"&lt;\">",
          "<blockquote>",
          "<!-- -->",
          "]]>",
          "\u00A0",
          "&nbsp;",
          "ﷲ",
          "ة",
          "<pre>",
          "</pre>",
          "{}",
          "%41",
          "–",
          "؟",
          "http://a.example");

  private RandomLine() {}

  static String of(Random random, String mark, int number) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("externalId", mark + "-" + number);
    line.put("title", mark + " " + text(random, 8));
    line.putObject("section").put("slug", mark);
    line.put("publishedAt", "2020-01-01T00:00:0" + random.nextInt(10) + ".123Z");
    for (String field : List.of("kicker", "subtitle", "lead", "body")) {
      if (random.nextInt(4) > 0) {
        line.put(field, text(random, field.equals("body") ? 60 : 10));
      }
    }
    if (random.nextBoolean()) {
      line.put("bodyFormat", List.of("html", "text", "auto").get(random.nextInt(3)));
    }
    if (random.nextInt(3) == 0) {
      line.put("lang", List.of("ar", "en", "az-arab", "prs").get(random.nextInt(4)));
    }
    ArrayNode tags = line.putArray("tags");
    for (int count = random.nextInt(4); count > 0; count--) {
      tags.add(mark + random.nextInt(40) + text(random, 3));
    }
    ArrayNode quotes = line.putArray("pullQuotes");
    for (int count = random.nextInt(3); count > 0; count--) {
      quotes.add("ن" + text(random, 4));
    }
    if (random.nextInt(3) == 0) {
      line.putObject("image")
          .put("url", "https://a.example/b.jpg")
          .put("alt", text(random, 4))
          .put("caption", text(random, 4));
    }
    if (random.nextInt(3) == 0) {
      line.putObject("attributes")
          .put(text(random, 3), text(random, 5))
          .put("n", random.nextDouble())
          .putNull("z");
    }
    if (random.nextInt(3) == 0) {
      line.put("path", "/" + mark + "/" + number + "/%E2%80%8C%25" + random.nextInt(9) + "%20x");
    }
    if (random.nextInt(3) == 0) {
      line.putArray("related").add(mark + "-" + random.nextInt(400));
    }
    return line.toString();
  }

  private static String text(Random random, int most) {
    StringBuilder text = new StringBuilder();
    for (int count = random.nextInt(most); count > 0; count--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }
}
