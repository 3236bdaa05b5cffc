package dev.sarkhat.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;

class PersianOrderTest {

  private static final List<String> SORTED =
      List.of(
          "آب",
          "آذر",
          "ابر",
          "اقتصاد",
          "باران",
          "بین\u200Cالملل",
          "پارس",
          "تهران",
          "جامعه",
          "چاپ",
          "حوادث",
          "دانشگاه",
          "رسانه",
          "ژاله",
          "سیاست",
          "عکس",
          "فرهنگ",
          "کتاب",
          "گیلان",
          "لرستان",
          "موسیقی",
          "نفت",
          "ورزش",
          "هنر",
          "یزد");

  @Test
  void listsAreInPersianOrder() {
    List<String> names = new ArrayList<>(SORTED);
    Collections.shuffle(names, new Random(5));
    names.sort(PersianOrder.INSTANCE);
    assertEquals(SORTED, names);
  }

  @Test
  void bothAlphabetsStandTogether() {
    List<String> names = new ArrayList<>(List.of("گل", "كتاب", "کاغذ", "قلم"));
    names.sort(PersianOrder.INSTANCE);
    assertEquals(List.of("قلم", "کاغذ", "كتاب", "گل"), names);
  }

  @Test
  void onlyTheSameNameIsEqual() {
    assertTrue(PersianOrder.INSTANCE.compare("می\u200Cرود", "میرود") != 0);
    assertEquals(0, PersianOrder.INSTANCE.compare("می\u200Cرود", "می\u200Cرود"));
  }

  @Property
  @Domain(Texts.class)
  void keysCompareLikeNames(@ForAll String one, @ForAll String other) {
    int order = PersianOrder.INSTANCE.compare(one, other);
    int ofKeys = Arrays.compareUnsigned(PersianOrder.key(one), PersianOrder.key(other));
    assertTrue(ofKeys == 0 || Integer.signum(ofKeys) == Integer.signum(order));
    assertEquals(order == 0, one.equals(other));
    assertEquals(Integer.signum(order), -Integer.signum(PersianOrder.INSTANCE.compare(other, one)));
  }

  @Test
  void allThreadsAgree() {
    List<byte[]> keys = SORTED.stream().map(PersianOrder::key).toList();
    assertTrue(
        IntStream.range(0, 20_000)
            .parallel()
            .allMatch(
                index ->
                    Arrays.equals(
                        keys.get(index % keys.size()),
                        PersianOrder.key(SORTED.get(index % keys.size())))));
  }
}
