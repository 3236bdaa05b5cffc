package dev.sarkhat.article.body;

import static dev.sarkhat.article.body.BodyFixtures.clean;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlockJsonTest {

  private static final TypeReference<List<Block>> BLOCKS = new TypeReference<>() {};
  private final ObjectMapper mapper = new ObjectMapper();

  private String json(String html) throws JsonProcessingException {
    List<Block> blocks = BodyHtml.blocks(clean(html));
    String json = mapper.writerFor(BLOCKS).writeValueAsString(blocks);
    assertEquals(blocks, mapper.readValue(json, BLOCKS), "JSON does not hold all");
    return json;
  }

  @Test
  void offsets_count_utf_16_units_and_absent_values_are_left_out() throws JsonProcessingException {
    assertEquals(
        "[{\"type\":\"paragraph\",\"text\":{\"text\":\"\uD83D\uDE00 می\u200Cرود\\nb\",\"marks\":["
            + "{\"type\":\"strong\",\"start\":3,\"end\":9},"
            + "{\"type\":\"link\",\"start\":10,\"end\":11,\"href\":\"/x\"}]}}]",
        json("<p>\uD83D\uDE00 <b>می\u200Cرود</b><br><a href=/x>b</a></p>"));
  }

  @Test
  void every_kind_of_block_has_its_type() throws JsonProcessingException {
    String json =
        json(
            "<p>a</p><h2>a</h2><ul><li>a</ul><blockquote>a</blockquote><img src=/a>"
                + "<iframe src=https://www.aparat.com/x></iframe><video src=https://a.ir/v></video>"
                + "<audio src=https://a.ir/a></audio><table><td>a<td>b</table><pre>a</pre><hr>");
    for (String type :
        List.of(
            "paragraph",
            "heading",
            "list",
            "quote",
            "image",
            "embed",
            "video",
            "audio",
            "table",
            "code",
            "separator")) {
      assertTrue(json.contains("{\"type\":\"" + type + "\""), () -> type + " is not in " + json);
    }
    assertTrue(json.contains("\"provider\":\"aparat\""), json);
    assertTrue(json.contains("\"header\":[]"), json);
  }

  @Test
  void plain_text_shows_structure() {
    assertEquals(
        "t\n\n- a\n  1. b\n  2. c\n- d\n\nx | y\n1 | 2\n\ncaption",
        BodyText.of(
            clean(
                "<h2>t</h2><ul><li>a<ol><li>b<li>c</ol><li>d</ul><table><tr><th>x<th>y<tr><td>1"
                    + "<td>2</table><figure><img src=/a alt=z><figcaption>caption</figure><hr>"
                    + "<iframe src=https://t.me/x title=n></iframe>")));
  }
}
