package dev.sarkhat.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.Bidi;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;

class BidiIsolationTest {

  @Test
  void textIsSetApart() {
    assertEquals("\u2068سلام\u2069", BidiIsolation.isolate("سلام"));
    assertEquals("\u2067سلام\u2069", BidiIsolation.isolate("سلام", TextDirection.RTL));
    assertEquals("\u2066a\u2069", BidiIsolation.isolate("a", TextDirection.LTR));
  }

  @Test
  void textCannotEndItsIsolate() {
    assertEquals("\u2068ab\u2069", BidiIsolation.isolate("a\u2069b"));
    assertEquals("\u2068a\u2067b\u2069\u2069", BidiIsolation.isolate("a\u2067b"));
    assertEquals("\u2068a b\u2069", BidiIsolation.isolate("a\nb"));
    assertEquals("\u2068a b\u2069", BidiIsolation.isolate("a\u2029b"));
  }

  @Property
  @Domain(Texts.class)
  void balancedTextIsItsOwn(@ForAll String text) {
    String balanced = BidiIsolation.balanced(text);
    assertEquals(balanced, BidiIsolation.balanced(balanced));
  }

  /** What stands after an insertion has the level that it has after any other. */
  @Property
  @Domain(Texts.class)
  void whatFollowsIsNotReordered(@ForAll String text) {
    assertEquals(levelAfter(BidiIsolation.isolate("x")), levelAfter(BidiIsolation.isolate(text)));
  }

  private static byte levelAfter(String inserted) {
    String sentence = "سلام " + inserted + " 12 دنیا";
    Bidi bidi = new Bidi();
    bidi.setPara(sentence, Bidi.RTL, null);
    assertTrue(bidi.countParagraphs() == 1);
    return bidi.getLevelAt(sentence.indexOf(" 12", inserted.length()) + 1);
  }
}
