package dev.sarkhat.article.body;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TextAlignmentTest {

  @Test
  void follows_replaced_removed_and_inserted_characters() {
    assertArrayEquals(new int[] {0, 1, 2, 3, 4}, TextAlignment.map("علي ", "علی "));
    int[] removed = TextAlignment.map("می\u200C\u200Cرود خانه", "می\u200Cرود خانه");
    assertEquals(3, removed[4]);
    assertEquals(11, removed[12]);
    int[] inserted = TextAlignment.map("میرود خانه", "می\u200Cرود خانه");
    assertEquals(3, inserted[2]);
    assertEquals(7, inserted[6]);
  }

  @Property
  void never_falls_or_leaves_the_text(
      @ForAll @StringLength(max = 60) @CharRange(from = 'a', to = 'c') String before,
      @ForAll @StringLength(max = 60) @CharRange(from = 'a', to = 'c') String after) {
    int[] map = TextAlignment.map(before, after);
    assertEquals(after.length(), map[before.length()]);
    for (int i = 1; i < map.length; i++) {
      assertTrue(map[i] >= map[i - 1] && map[i] <= after.length());
    }
  }
}
