package dev.sarkhat.spelling;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A field of an article that is proofread.
 *
 * @param pointer where it is in the article's content (RFC 6901)
 * @param text what is stored in it
 */
public record ArticleField(String pointer, String text) {

  private static final String BODY = "/body";
  private static final List<String> HEADLINES =
      List.of("/kicker", "/title", "/subtitle", "/lead", BODY);
  private static final List<String> OTHERS =
      List.of("/image/alt", "/image/caption", "/seo/title", "/seo/description");

  /** The fields that an article has, in the order in which they are read. */
  static List<ArticleField> of(ObjectNode content) {
    List<String> pointers = new ArrayList<>(HEADLINES);
    for (int quote = 0; quote < content.path("pullQuotes").size(); quote++) {
      pointers.add("/pullQuotes/" + quote + "/text");
    }
    pointers.addAll(OTHERS);
    return pointers.stream()
        .filter(pointer -> content.at(pointer).isTextual())
        .map(pointer -> new ArticleField(pointer, content.at(pointer).textValue()))
        .toList();
  }

  /** Whether it holds HTML. */
  public boolean isHtml() {
    return pointer.equals(BODY);
  }

  /** Puts another text in its place. */
  void put(ObjectNode content, String other) {
    JsonPointer path = JsonPointer.compile(pointer);
    JsonNode parent = content.at(path.head());
    ((ObjectNode) parent).put(path.last().getMatchingProperty(), other);
  }
}
