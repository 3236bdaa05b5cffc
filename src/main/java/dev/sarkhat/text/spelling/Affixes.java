package dev.sarkhat.text.spelling;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The prefixes and suffixes of Persian that a half-space parts from their word, and the words that
 * merely look as if they had one.
 */
final class Affixes {

  /** Before a verb; some bear a prefix of their own. */
  private static final Set<String> VERB_PREFIXES =
      words("می نمی برمی درمی بازمی فرامی فرومی وامی ورمی برنمی درنمی بازنمی فرانمی فرونمی وانمی");

  /** Plurals and what follows them, the longest first. */
  private static final List<String> PLURALS =
      List.of("هایشان", "هایمان", "هایتان", "هایش", "هایم", "هایت", "هایی", "هاست", "های", "ها");

  private static final Set<String> PLURAL = Set.copyOf(PLURALS);

  private static final Set<String> COMPARATIVE = words("تر ترین تری ترینها ترها");

  /** After a silent heh. */
  private static final Set<String> AFTER_HEH = words("ایم اید اند ای ام ات اش شان مان تان ی");

  private static final Set<String> POSSESSIVES = words("شان مان تان اش");

  private static final Set<String> PRONOUN = words("شان مان تان اش ات ام اند ایم اید ای ست");

  /** Words that end like a plural or begin like a verb and are neither. */
  private static final Set<String> LOOK_ALIKES =
      words(
          "تنها تنهای تنهایی تنهایم تنهایش انتها انتهای انتهایی منتها منتهای اشتها اشتهای فقها فقهای"
              + " سفها سفهای آنها آنهایی اینها اینهایی نهایی علیها فیها منها عنها ملاها بهای بها"
              + " میدانی میدانها میهن میهنی میان میانی میزان میزبان میلاد میراث میرزا میوه نمین"
              + " نمید میشی میری میرم میخی میلی میبدی مینای میگو میگوی میثم میترا میکده");

  /**
   * Words that belong to no compound, so that nothing is asked of the archive about them. It would
   * know «این‌که» and «به‌عنوان», but newsrooms write them either way.
   */
  private static final Set<String> FUNCTION_WORDS =
      words(
          "و در از که را با برای است تا یا نیز اما اگر شد شده بود بوده کرد کرده دارد دارند داشت کند"
              + " کنند شود شوند باشد باشند خواهد خواهند باید این آن به او وی ما من شما آنها پس ولی"
              + " خود دیگر هر بر نه چون");

  private static final Set<String> LINKS = words("و به تا در");

  private static final Set<String> DEMONSTRATIVES = words("این آن");

  private Affixes() {}

  /** What two neighbouring words may be to each other. */
  enum Bond {
    /** A prefix and a form of a verb that is known. */
    VERB,
    /** A prefix and what only ends like a verb. */
    VERB_BY_ENDING,
    /** «ها» and what follows it. */
    PLURAL,
    /** «تر» and «ترین». */
    COMPARATIVE,
    /** «ام», «ای», «اند» … after a silent heh. */
    AFTER_HEH,
    /** «شان», «اش» … after another letter. */
    PRONOUN,
    /** Perhaps a compound. */
    COMPOUND,
    /** Two words in any newsroom. */
    NONE
  }

  /** What may join these two, each in the spelling in which words are compared. */
  static Bond bond(String first, String second) {
    if (first.isEmpty() || second.isEmpty()) {
      return Bond.NONE;
    }
    if (VERB_PREFIXES.contains(first)) {
      return verb(second);
    }
    if (PLURAL.contains(first)) {
      // «ها ها ها» is a laugh.
      return Bond.NONE;
    }
    if (first.length() >= 2 && PLURAL.contains(second)) {
      return FUNCTION_WORDS.contains(first) && !DEMONSTRATIVES.contains(first)
          ? Bond.NONE
          : Bond.PLURAL;
    }
    if (first.length() >= 2 && COMPARATIVE.contains(second)) {
      return Bond.COMPARATIVE;
    }
    if (endsInSilentHeh(first) && AFTER_HEH.contains(second)) {
      return Bond.AFTER_HEH;
    }
    if (first.length() >= 3 && PRONOUN.contains(second) && !FUNCTION_WORDS.contains(first)) {
      return Bond.PRONOUN;
    }
    boolean compound =
        first.length() >= 2
            && second.length() >= 2
            && !FUNCTION_WORDS.contains(first)
            && !FUNCTION_WORDS.contains(second);
    return compound ? Bond.COMPOUND : Bond.NONE;
  }

  /** Whether the archive is to be asked about three words: «گفت و گو». */
  static boolean isTriple(String first, String middle, String last) {
    return LINKS.contains(middle)
        && first.length() >= 2
        && last.length() >= 2
        && !FUNCTION_WORDS.contains(first)
        && !FUNCTION_WORDS.contains(last);
  }

  /** The singular of a plural whose half-space is not seen, «تور» of «تورهای»; empty if none. */
  static Optional<String> withoutUnseenPlural(String word) {
    for (String plural : PLURALS) {
      int length = word.length() - plural.length();
      if (length >= 2 && word.endsWith(plural)) {
        return Word.joins(word.charAt(length - 1))
            ? Optional.empty()
            : Optional.of(word.substring(0, length));
      }
    }
    return Optional.empty();
  }

  static boolean isPossessive(String suffix) {
    return POSSESSIVES.contains(suffix);
  }

  static boolean looksAffixed(String word) {
    return LOOK_ALIKES.contains(word);
  }

  private static Bond verb(String word) {
    int halfSpace = word.indexOf(Word.HALF_SPACE);
    String form = halfSpace < 0 ? word : word.substring(0, halfSpace);
    if (Verbs.isForm(form)) {
      return Bond.VERB;
    }
    boolean ending = form.length() >= 3 && "دمیت".indexOf(form.charAt(form.length() - 1)) >= 0;
    return ending ? Bond.VERB_BY_ENDING : Bond.NONE;
  }

  /** Two letters at least before it: «که», «به», «ده» are words of their own. */
  private static boolean endsInSilentHeh(String word) {
    return word.length() >= 3 && word.endsWith("ه");
  }

  private static Set<String> words(String words) {
    return Set.of(words.split(" ", -1));
  }
}
