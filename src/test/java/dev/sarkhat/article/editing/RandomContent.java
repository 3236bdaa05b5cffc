package dev.sarkhat.article.editing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;

/**
 * What editors may write, at random; and what they may want changed of it.
 *
 * @param random of a seed that a failure tells
 * @param sections slugs of what there is, as are the others
 */
record RandomContent(
    Random random,
    List<String> sections,
    List<String> tags,
    List<String> sources,
    List<String> contributors,
    List<Integer> related) {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Letters that normalising, HTML, JSON and PostgreSQL each have their own mind about. */
  private static final List<String> PIECES =
      List.of(
          "سلام",
          "کتاب",
          "\u0643\u062A\u0627\u0628\u064A",
          "می\u200Cرود",
          "\u200C",
          "\u200F",
          " ",
          "  ",
          "\u00A0",
          "\u0640",
          "۱۲۳",
          "٤٥٦",
          "789",
          "آ",
          "\u0627\u0653",
          "ة",
          "é",
          "e\u0301",
          "<b>",
          "</b>",
          "&amp;",
          "&",
          "\"",
          "'",
          "\\",
          "\n",
          "\r\n",
          "\t",
          "\uD83D\uDE00",
          "\uFEFF",
          "«»",
          "؟",
          "—",
          "$1",
          "%s",
          "{0}",
          "\u2028",
          "\u202B",
          "a",
          "Z",
          "\uFDFA",
          "\uFEFB");

  private static final List<String> HTML =
      List.of(
          "<p>یک <strong>دو</strong></p>",
          "<h2>سه</h2>",
          "<ul><li>چهار<li>پنج</ul>",
          "<br>شش",
          "<blockquote><p>هفت</p></blockquote>",
          "<a href=\"https://a.example/?a=1&b=2\">هشت</a>",
          "<img src=\"https://a.example/a.jpg\" alt=\"نه\">",
          "<table><tr><td>ده</table>",
          "متن & <",
          "<pre>a  b\n c</pre>",
          "<p dir=\"ltr\">English</p>",
          "<script>x</script>",
          "<p></p>",
          "<iframe src=\"https://www.aparat.com/video/video/embed/videohash/a\"></iframe>");

  private static final List<String> FIELDS =
      List.of(
          "type",
          "lang",
          "kicker",
          "title",
          "subtitle",
          "lead",
          "body",
          "pullQuotes",
          "slug",
          "section",
          "tags",
          "source",
          "sourceUrl",
          "originalSource",
          "originalSourceUrl",
          "contributors",
          "related",
          "image",
          "seo",
          "attributes");

  /** Content with what must be there, and some of the rest. */
  ObjectNode content() {
    ObjectNode content = JSON.objectNode();
    for (String field : FIELDS) {
      if (field.equals("title") || field.equals("section") || random.nextInt(3) > 0) {
        content.set(field, value(field));
      }
    }
    return content;
  }

  /** A merge patch: new values, removals, parts of objects, and now and then what is not taken. */
  ObjectNode patch() {
    ObjectNode patch = JSON.objectNode();
    for (String field : FIELDS) {
      switch (random.nextInt(12)) {
        case 0, 1 -> patch.set(field, value(field));
        case 2 -> {
          if (!field.equals("title") && !field.equals("section") || random.nextInt(10) == 0) {
            patch.putNull(field);
          }
        }
        case 3 -> patchOf(field, patch);
        default -> {}
      }
    }
    if (random.nextInt(15) == 0) {
      patch.set(pick(List.of("revision", "kickers", "title")), any(2));
    }
    return patch;
  }

  private void patchOf(String field, ObjectNode patch) {
    switch (field) {
      case "image" -> patch.set(field, object().put("credit", line()).putNull("alt"));
      case "seo" -> patch.set(field, object().put("noIndex", true).putNull("title"));
      case "attributes" -> {
        ObjectNode part = object();
        part.putNull("a").set("b", any(3));
        part.set("c", object().putNull("d").set("e", object().putNull("f").set("g", any(1))));
        patch.set(field, part);
      }
      default -> {}
    }
  }

  private static ObjectNode object() {
    return JSON.objectNode();
  }

  private JsonNode value(String field) {
    return switch (field) {
      case "type" -> JSON.textNode(pick(List.of("news", "report", "opinion", "live")));
      case "lang" -> JSON.textNode(pick(List.of("fa", "en", "ar", "fa-IR", "EN-gb", "ckb")));
      case "body" -> JSON.textNode(html());
      case "slug" -> JSON.textNode(pick(List.of("a-b", "خبر-تازه", "X1", "\u0643-\u064A")));
      case "section" -> JSON.textNode(pick(sections));
      case "source", "originalSource" -> JSON.textNode(pick(sources));
      case "sourceUrl", "originalSourceUrl" ->
          JSON.textNode(pick(List.of("https://a.example/", "HTTP://a.example/خبر?a=%20\"<")));
      case "tags" -> row(tags);
      case "contributors" -> credits();
      case "related" -> relatedRow();
      case "pullQuotes" -> quotes();
      case "image" -> image();
      case "seo" -> object().put("title", line()).put("description", line());
      case "attributes" -> attributes();
      default -> JSON.textNode(line());
    };
  }

  private ArrayNode row(List<String> items) {
    ArrayNode row = JSON.arrayNode();
    items.stream().filter(each -> random.nextBoolean()).forEach(row::add);
    return row;
  }

  private ArrayNode relatedRow() {
    ArrayNode row = JSON.arrayNode();
    related.stream().filter(each -> random.nextBoolean()).forEach(row::add);
    return row;
  }

  private ArrayNode credits() {
    ArrayNode row = JSON.arrayNode();
    for (String slug : contributors) {
      switch (random.nextInt(3)) {
        case 0 -> row.add(slug);
        case 1 -> row.add(object().put("slug", slug).put("role", "photographer"));
        default -> {}
      }
    }
    return row;
  }

  private ArrayNode quotes() {
    ArrayNode row = JSON.arrayNode();
    for (int left = random.nextInt(3); left > 0; left--) {
      row.add(object().put("text", line()).put("attribution", line()));
    }
    return row;
  }

  private ObjectNode image() {
    ObjectNode image = object().put("url", "https://a.example/a.jpg").put("alt", line());
    return random.nextBoolean() ? image : image.put("caption", line()).put("width", 1_600);
  }

  private ObjectNode attributes() {
    ObjectNode attributes = object();
    for (String name : List.of("a", "b", "c", "کلید", "", "~1/ \"")) {
      if (random.nextBoolean()) {
        attributes.set(name, any(3));
      }
    }
    return attributes;
  }

  private JsonNode any(int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 7)) {
      case 0 -> JSON.booleanNode(random.nextBoolean());
      case 1 -> JSON.numberNode(random.nextLong());
      case 2 -> JSON.numberNode(new BigDecimal(pick(List.of("1.10", "-0.0", "1E+30", "1E-20"))));
      case 3 -> JSON.numberNode(new BigDecimal("9".repeat(60) + ".5"));
      case 4, 5 -> JSON.textNode(line());
      case 6 -> JSON.textNode("");
      case 7 -> JSON.arrayNode().add(any(depth - 1)).add(any(depth - 1));
      default -> {
        ObjectNode object = object();
        object.set("d", any(depth - 1));
        yield object.set("e", any(depth - 1));
      }
    };
  }

  /** Never without a letter. */
  private String line() {
    StringBuilder line = new StringBuilder();
    for (int left = random.nextInt(6); left > 0; left--) {
      line.append(pick(PIECES));
    }
    line.append("ن");
    for (int left = random.nextInt(6); left > 0; left--) {
      line.append(pick(PIECES));
    }
    return line.toString();
  }

  private String html() {
    StringBuilder html = new StringBuilder();
    for (int left = random.nextInt(5); left > 0; left--) {
      html.append(pick(random.nextBoolean() ? HTML : PIECES));
    }
    return html.toString();
  }

  private String pick(List<String> items) {
    return items.get(random.nextInt(items.size()));
  }
}
