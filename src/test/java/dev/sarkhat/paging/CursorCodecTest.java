package dev.sarkhat.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class CursorCodecTest {

  private final CursorCodec codec = new CursorCodec(new byte[32]);

  @Property
  void readsWhatItWrote(
      @ForAll String list,
      @ForAll @Size(max = 2) List<@net.jqwik.api.constraints.StringLength(max = 200) String> keys) {
    Assume.that(keys.stream().allMatch(CursorCodecTest::isText) && isText(list));
    assertEquals(keys, codec.decode(codec.encode(new Cursor(list, keys)), list));
  }

  @Property
  void needsNoEscapingInAUrl(@ForAll @Size(max = 3) List<Long> keys) {
    String text = codec.encode(new Cursor("list", keys.stream().map(String::valueOf).toList()));
    assertTrue(text.matches("[A-Za-z0-9_-]+"));
  }

  @Property
  void refusesACursorWithAnyCharacterChanged(
      @ForAll @IntRange(max = 60) int index, @ForAll @IntRange(min = 1, max = 63) int shift) {
    String text = codec.encode(new Cursor("articles", List.of("1448463600000", "2")));
    Assume.that(index < text.length());
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    char changed = alphabet.charAt((alphabet.indexOf(text.charAt(index)) + shift) % 64);
    String altered = text.substring(0, index) + changed + text.substring(index + 1);
    assertThrows(CursorException.class, () -> codec.decode(altered, "articles"));
  }

  @Property
  void refusesWhatItDidNotWrite(@ForAll String text) {
    assertThrows(CursorException.class, () -> codec.decode(text, "articles"));
  }

  @Example
  void refusesACursorOfAnotherListOrKey() {
    String text = codec.encode(new Cursor("articles", List.of("1")));
    assertThrows(CursorException.class, () -> codec.decode(text, "articles?tag=a"));
    byte[] other = new byte[32];
    other[0] = 1;
    assertThrows(CursorException.class, () -> new CursorCodec(other).decode(text, "articles"));
    assertThrows(IllegalArgumentException.class, () -> new CursorCodec(new byte[16]));
  }

  private static boolean isText(String text) {
    return java.nio.charset.StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }
}
