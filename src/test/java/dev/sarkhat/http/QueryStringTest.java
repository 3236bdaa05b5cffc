package dev.sarkhat.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.http.QueryString.MalformedException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class QueryStringTest {

  @Property
  void readsWhatFormsWrite(@ForAll String name, @ForAll String value) throws MalformedException {
    Assume.that(isText(name) && isText(value) && !name.isEmpty());
    String query = encode(name) + "=" + encode(value);
    assertEquals(List.of(value), QueryString.parse(query).get(name));
  }

  @Property
  void neverLetsAControlCharacterThrough(@ForAll String query) {
    try {
      QueryString.parse(query)
          .forEach(
              (name, values) -> {
                assertTrue(isText(name));
                values.forEach(value -> assertTrue(isText(value)));
              });
    } catch (MalformedException e) {
      assertTrue(e.getMessage() != null);
    }
  }

  @Example
  void keepsTheOrderAndEveryValue() throws MalformedException {
    var parsed = QueryString.parse("b=1&a=2&b=3&&c");
    assertEquals(List.of("b", "a", "c"), List.copyOf(parsed.keySet()));
    assertEquals(List.of("1", "3"), parsed.get("b"));
    assertEquals(List.of(""), parsed.get("c"));
    assertTrue(QueryString.parse(null).isEmpty());
  }

  @Example
  void refusesOverlongAndBrokenEncodings() {
    for (String text :
        List.of(
            "%", "%4", "%zz", "%ff", "%C0%80", "%ED%A0%80", "%00", "%7F", "a b", "<", "\u0627")) {
      assertThrows(MalformedException.class, () -> QueryString.decode(text, true), text);
    }
  }

  private static boolean isText(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text)
        && text.chars().noneMatch(c -> c < 0x20 || c == 0x7f);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
