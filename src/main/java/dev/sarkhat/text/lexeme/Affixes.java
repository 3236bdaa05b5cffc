package dev.sarkhat.text.lexeme;

import java.util.List;
import java.util.Set;

/** What is written beside a word, with a half-space, with a space, or with none. */
final class Affixes {

  private static final Set<String> PREFIXES = Set.of("می", "نمی");

  /** Belong to the word before them even after a space. */
  private static final Set<String> DETACHED =
      WordList.set(
          """
          ها های هایی هایم هایت هایش هایمان هایتان هایشان هاست
          ام ات اش ایم اید اند ای مان تان شان
          تر تری ترین ترند ترها ترهای ترینها ترینهای
          """);

  /** After a half-space also what would be a word, or too little, after a space. */
  private static final Set<String> AFTER_HALF_SPACE =
      WordList.set("ی م ت ش یم ید ند یی ست است ایست s");

  /** Make a word of a word, and are no words: the گران of کارگران is not the one that is dear. */
  private static final Set<String> DERIVING =
      WordList.set("گر گران گری چی چیان بان بانان مند مندان ناک وار گانه گان کده زار گون");

  /** Are also words of their own. */
  private static final Set<String> AMBIGUOUS = WordList.set("تر شان مان تان ام ات اند");

  /** Take no affix; what follows is a word. */
  private static final Set<String> TAKE_NONE =
      WordList.set("و از به در که با تا را بر یا اگر هر هم چون ولی اما یک the of and");

  /** Begin with و of their own, unlike the parts of «گفت‌وگو» and «آموزش‌وپرورش». */
  private static final List<String> WITH_WAW =
      WordList.list("وطن وزن وقت وقف ورز وری وار وند وزیر ویژ واحد وجود وسیل وصل وضع وکیل والا");

  /** Before these no و is an "and". */
  private static final Set<String> BEFORE_WHOLE_WORDS = WordList.set("به بی هم نا غیر یک پر");

  private Affixes() {}

  /** Whether this stands before a verb. */
  static boolean isPrefix(String part) {
    return PREFIXES.contains(part);
  }

  /** Whether a part after a half-space is an ending of the word before it. */
  static boolean isSuffix(String part) {
    return DETACHED.contains(part) || AFTER_HALF_SPACE.contains(part);
  }

  /** Whether a part after a half-space says nothing without the one before it. */
  static boolean isBound(String part) {
    return isSuffix(part) || DERIVING.contains(part);
  }

  /** Whether an ending may also be a word where it stands after a space. */
  static boolean isAmbiguous(String suffix) {
    return AMBIGUOUS.contains(suffix);
  }

  /** Whether a word of its own is an ending of the word before it. */
  static boolean belongs(String word, String before) {
    if (TAKE_NONE.contains(before)) {
      return false;
    }
    return DETACHED.contains(word) || (word.equals("ی") && endsInVowel(before));
  }

  private static boolean endsInVowel(String word) {
    return word.endsWith("ه") || word.endsWith("ا") || word.endsWith("و");
  }

  /** Whether a word may be the verb of a می before it, and not what follows the month of May. */
  static boolean mayBeVerb(String word) {
    char last = word.charAt(word.length() - 1);
    return last == 'م' || last == 'ی' || last == 'د' || last == 'ت' || word.equals("توان");
  }

  /** Whether a part after a half-space is "and" and a word. */
  static boolean beginsWithAnd(String part, String before) {
    return part.length() > 2
        && part.charAt(0) == 'و'
        && !BEFORE_WHOLE_WORDS.contains(before)
        && WITH_WAW.stream().noneMatch(part::startsWith);
  }
}
