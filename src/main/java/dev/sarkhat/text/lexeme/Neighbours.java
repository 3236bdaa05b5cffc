package dev.sarkhat.text.lexeme;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words that stand so that somebody may have written them as one. */
final class Neighbours {

  /** Longer compounds are not written in one piece. */
  private static final int MAXIMUM_LENGTH = 40;

  /** Between two words that are one: «گفت و گو», «روز به روز», «بین ال ملل». */
  private static final Set<String> LINKS =
      WordList.set("و به ال در بر تا هم از نا بی ا الله این همین");

  /** Begin words of several parts: «هم سان سازی». */
  private static final Set<String> FIRST =
      WordList.set("هم بی نا کم پر غیر پیش پس باز نیم شبه فوق ضد چند دو سه یک خوش بد تک فرا به");

  /** Join two more words: «مالیات بر ارزش افزوده». */
  private static final Set<String> LINKS_OF_FOUR = WordList.set("بر به");

  /** End words of several parts: «زیست بوم شناسان», «چاپ خانه داران». */
  private static final Set<String> LAST =
      withEndings(
          WordList.set(
              """
              شناس ساز گیر گذار نویس زاده پوش پذیر یاب نما خواه اندیش کار بنیان دار خانه بان باز
              فروش گرا نامه اموز دان بند کش خوان پرداز رسان سنج نگار بردار گو طلب دوست پرست ورز
              انگیز افزار جو نشین ران پرور گزار شده شدن کننده کنند کردن زده دیده رفته یافته
              """));

  /** «سی ان ان», «بی بی سی». */
  private static final int LENGTH_OF_INITIALS = 7;

  private final String text;
  private final List<Unit> units;

  Neighbours(String text, List<Unit> units) {
    this.text = text;
    this.units = units;
  }

  /** Whether the unit and the one after it may be one word. */
  boolean join(int index) {
    if (index < 0 || index + 1 >= units.size()) {
      return false;
    }
    Unit one = units.get(index);
    Unit next = units.get(index + 1);
    return one.joined().length() + next.joined().length() <= MAXIMUM_LENGTH
        && Gaps.mayBeWithin(text, one.end(), next.start());
  }

  /** Whether the unit and the two after it may be one word. */
  boolean joinThree(int index) {
    return join(index) && join(index + 1);
  }

  /** Whether the unit and the two after it are so likely one word that it is worth storing. */
  boolean likelyJoinThree(int index) {
    if (!joinThree(index)) {
      return false;
    }
    String first = units.get(index).joined();
    String second = units.get(index + 1).joined();
    String third = units.get(index + 2).joined();
    return LINKS.contains(second)
        || FIRST.contains(first)
        || LAST.contains(third)
        || first.length() + second.length() + third.length() <= LENGTH_OF_INITIALS;
  }

  /** Whether the unit and the three after it are likely one word. */
  boolean likelyJoinFour(int index) {
    return joinThree(index)
        && join(index + 2)
        && LINKS_OF_FOUR.contains(units.get(index + 1).joined());
  }

  private static Set<String> withEndings(Set<String> words) {
    return words.stream()
        .flatMap(word -> Stream.of("", "ی", "ان", "ها", "های", "یان", "گان").map(word::concat))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The unit and as many after it as one. */
  Unit joined(int index, int more) {
    Unit joined = units.get(index);
    for (int next = index + 1; next <= index + more; next++) {
      joined = joined.with(units.get(next));
    }
    return joined;
  }
}
