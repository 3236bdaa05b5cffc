package dev.sarkhat.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells the language of a text by its script, its letters and its commonest words.
 *
 * <p>Each run without white space votes by its first word, an ideograph for itself, so that one
 * long address does not outvote a sentence. Within the Arabic script, the letters that only one
 * language has and a few function words decide; within the Latin script, function words alone. A
 * script that one language is mostly written in stands for that language. This is a guess to fill a
 * form with, good for a sentence and better for an article; whoever knows the language says so
 * instead.
 */
public final class TextLanguage {

  /** What BCP 47 calls a language that is not determined. */
  public static final String UNDETERMINED = "und";

  /** As many code units of a text are looked at: more do not change the answer. */
  private static final int SAMPLE = 8_000;

  /** What a letter or word says that only one language has, beside what several have. */
  private static final int STRONG = 3;

  /** Letters of the Arabic script that are at home in one language; what many share is not here. */
  private static final Map<Character, String> ARABIC_SCRIPT_LETTERS =
      letters(
          Map.of(
              "ur", "ٹڈڑںےہھ",
              "ckb", "ێۆڵڕەڤ",
              "ps", "ټډړږښګڼۍځڅې",
              "ug", "ۇۈۋڭ",
              "sd", "ٻڀٺٽڄڃڇڌڏڊڍڙڦڪڱڳڻ"));

  private static final String PERSIAN_LETTERS = "پچژگیک";
  private static final String ARABIC_LETTERS = "ةأإ";

  /** In Persian letters, and none twice. */
  private static final Map<String, String> ARABIC_SCRIPT_WORDS =
      words(
          Map.of(
              "fa",
              "و در به از که را این آن است با برای شد بود تا بر می نمی ها های هم اما خود شده کرد"
                  + " دیگر اگر هر چه نیست",
              "ar",
              "فی الی ان هذا هذه التی الذی عن مع کان کانت قال هو هی ذلک لم لن"));

  private static final Map<String, String> LATIN_SCRIPT_WORDS =
      words(
          Map.of(
              "en", "the of and to is for with that on are was by from this at it as be",
              "fr", "le les et du une est dans pour que qui sur avec par au il elle",
              "de", "der die und das den ist von mit dem für nicht ein eine auf im zu sich",
              "es", "el los las del por con para es su se como más pero y",
              "tr", "ve bir bu için ile da olarak çok daha olan gibi"));

  private static final Set<String> ARABIC_SCRIPT_LANGUAGES =
      Set.of("fa", "ar", "ur", "ckb", "ps", "ug", "sd");

  private static final Set<String> LATIN_LANGUAGES = Set.copyOf(LATIN_SCRIPT_WORDS.values());

  /** Scripts that one language is mostly written in. */
  private static final Map<Integer, String> SCRIPTS =
      Map.of(
          UScript.HEBREW, "he",
          UScript.GREEK, "el",
          UScript.ARMENIAN, "hy",
          UScript.GEORGIAN, "ka",
          UScript.THAI, "th",
          UScript.DEVANAGARI, "hi",
          UScript.HANGUL, "ko",
          UScript.KATAKANA, "ja");

  private static final String UKRAINIAN_LETTERS = "іїєґІЇЄҐ";

  private TextLanguage() {}

  /**
   * A BCP 47 tag of the primary language: {@code fa}, {@code ar}, {@code en} and some others, else
   * {@link #UNDETERMINED}.
   *
   * <p>Text in the Arabic script without any sign of another language is taken for {@code fa}.
   */
  public static String of(String text) {
    Map<Integer, Integer> scripts = new HashMap<>();
    Map<String, Integer> votes = new HashMap<>();
    int end = Math.min(text.length(), SAMPLE);
    int index = 0;
    while (index < end) {
      int codePoint = text.codePointAt(index);
      if (!UCharacter.isLetter(codePoint)) {
        index += Character.charCount(codePoint);
        continue;
      }
      int script = scriptOf(codePoint);
      int wordEnd = endOfWord(text, index, end, script);
      scripts.merge(script, 1, Integer::sum);
      vote(text.substring(index, wordEnd), script, votes);
      index = isUnparted(script) ? wordEnd : endOfRun(text, wordEnd, end);
    }
    return scripts.isEmpty() ? UNDETERMINED : language(most(scripts), scripts, votes);
  }

  private static String language(
      int script, Map<Integer, Integer> scripts, Map<String, Integer> votes) {
    return switch (script) {
      case UScript.ARABIC -> mostOf(ARABIC_SCRIPT_LANGUAGES, votes).orElse("fa");
      case UScript.LATIN -> mostOf(LATIN_LANGUAGES, votes).orElse(UNDETERMINED);
      case UScript.CYRILLIC -> votes.containsKey("uk") ? "uk" : "ru";
      // Japanese writes nearly every second syllable in kana.
      case UScript.HAN -> scripts.containsKey(UScript.KATAKANA) ? "ja" : "zh";
      default -> SCRIPTS.getOrDefault(script, UNDETERMINED);
    };
  }

  private static Optional<String> mostOf(Set<String> languages, Map<String, Integer> votes) {
    votes.keySet().retainAll(languages);
    return votes.isEmpty() ? Optional.empty() : Optional.of(most(votes));
  }

  /** The script; both kana are one. */
  private static int scriptOf(int codePoint) {
    int script = UScript.getScript(codePoint);
    return script == UScript.HIRAGANA ? UScript.KATAKANA : script;
  }

  /** Chinese and Japanese write no spaces. */
  private static boolean isUnparted(int script) {
    return script == UScript.HAN || script == UScript.KATAKANA;
  }

  /** What hangs on a word without a space is not asked: the rest of an address. */
  private static int endOfRun(String text, int start, int end) {
    int index = start;
    while (index < end && !CodePoints.isWhiteSpace(text.charAt(index))) {
      index++;
    }
    return index;
  }

  /** Letters and their marks; an ideograph or a kana is a word of its own. */
  private static int endOfWord(String text, int start, int end, int script) {
    int index = start + Character.charCount(text.codePointAt(start));
    if (isUnparted(script)) {
      return index;
    }
    while (index < end) {
      int codePoint = text.codePointAt(index);
      if (!UCharacter.isLetter(codePoint) && !CodePoints.isCombiningMark(codePoint)) {
        return index;
      }
      index += Character.charCount(codePoint);
    }
    return Math.min(index, text.length());
  }

  private static void vote(String word, int script, Map<String, Integer> votes) {
    switch (script) {
      case UScript.ARABIC -> voteInArabicScript(word, votes);
      case UScript.LATIN -> add(LATIN_SCRIPT_WORDS.get(UCharacter.toLowerCase(word)), 1, votes);
      case UScript.CYRILLIC ->
          add(word.codePoints().anyMatch(TextLanguage::isUkrainian) ? "uk" : null, 1, votes);
      default -> {
        // The script alone tells.
      }
    }
  }

  private static void voteInArabicScript(String word, Map<String, Integer> votes) {
    boolean persian = false;
    boolean arabic = word.startsWith("ال") && word.length() > 4;
    for (int index = 0; index < word.length(); index++) {
      char letter = word.charAt(index);
      String language = ARABIC_SCRIPT_LETTERS.get(letter);
      if (language != null) {
        add(language, STRONG, votes);
        return;
      }
      persian |= PERSIAN_LETTERS.indexOf(letter) >= 0;
      arabic |= ARABIC_LETTERS.indexOf(letter) >= 0;
    }
    add(persian ? "fa" : null, 1, votes);
    add(arabic ? "ar" : null, 1, votes);
    add(ARABIC_SCRIPT_WORDS.get(PersianLetters.persian(word)), 2, votes);
  }

  private static boolean isUkrainian(int codePoint) {
    return UKRAINIAN_LETTERS.indexOf(codePoint) >= 0;
  }

  private static void add(@Nullable String language, int weight, Map<String, Integer> votes) {
    if (language != null) {
      votes.merge(language, weight, Integer::sum);
    }
  }

  /** The key with most votes; of equals the first, so that the answer is one. */
  private static <K extends Comparable<K>> K most(Map<K, Integer> votes) {
    return votes.entrySet().stream()
        .min(
            Map.Entry.<K, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .orElseThrow()
        .getKey();
  }

  private static Map<Character, String> letters(Map<String, String> lettersOfLanguages) {
    Map<Character, String> languages = new HashMap<>();
    lettersOfLanguages.forEach(
        (language, letters) ->
            letters.chars().forEach(letter -> languages.put((char) letter, language)));
    return Map.copyOf(languages);
  }

  private static Map<String, String> words(Map<String, String> wordsOfLanguages) {
    Map<String, String> languages = new HashMap<>();
    wordsOfLanguages.forEach(
        (language, words) -> {
          for (String word : words.split(" ", -1)) {
            languages.put(word, language);
          }
        });
    return Map.copyOf(languages);
  }
}
