package dev.sarkhat.evaluation;

import dev.sarkhat.text.spelling.Attested;
import dev.sarkhat.text.spelling.SpellingCheck;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** Articles of one newsroom, each with an archive that holds all the others. */
final class SpellingCorpus {

  private static final String LETTER = "[\u0621-\u06FF\u200C]";
  private static final String BEGIN = "(?<!" + LETTER + ")";
  private static final String END = "(?!" + LETTER + ")";
  private static final String JOINING = "[بپتثجچحخسشصضطظعغفقکگلمنهی]";

  /** Where grammar always wants a half-space, and one is. */
  private static final Pattern PARTED =
      Pattern.compile(
          BEGIN + "ن?می\u200C|\u200Cها(?:ی|یی)?" + END + "|ه\u200C(?:ای|اند|ایم)" + END);

  /** Where grammar always wants one, and a space or nothing is. */
  private static final Pattern LOST =
      Pattern.compile(
          BEGIN
              + "ن?می (?=[\u0621-\u06FF])| ها(?:ی|یی)?"
              + END
              + "|[\u0621-\u06FF]{2}ه (?:ای|اند|ایم)"
              + END
              + "|"
              + BEGIN
              + "(?!تنها|آنها|اینها|انتها|منتها|اشتها|فقها|نهایی)"
              + LETTER
              + "+"
              + JOINING
              + "ها(?:ی|یی)?"
              + END
              + "|"
              + BEGIN
              + "ن?می(?:شو|کن|ده|رو|گوی|توان|خواه|آی|کرد|شد|رس|گیر)");

  /** Spaces at marks that no style guide of Persian wants, and doubled marks. */
  private static final Pattern BAD_MARKS =
      Pattern.compile(
          "[ \u200C][\u060C\u061B\u061F.:!»)]|[«(] |[\u060C\u061B\u061F]{2}"
              + "|[\u060C\u061B](?=[\u0621-\u06FF])");

  /** What is typed or left where a half-space is meant. */
  private static final Pattern OTHER_HALF_SPACE =
      Pattern.compile(
          "(?<=[\u0621-\u06FF])[\u00AC\u00AD\u200B\u200E\u200F]+\u200C*(?=[\u0621-\u06FF])");

  private static final int FEW = 5;

  private final List<Article> articles;
  private final List<Set<String>> spellings;
  private final Map<String, Integer> counts = new HashMap<>();

  /** The text of an article as it is stored, normalised. */
  record Article(String id, String text) {}

  /**
   * Makes a corpus; a text that stands there twice counts once, so that no archive holds the text
   * under test.
   */
  SpellingCorpus(List<Article> all) {
    Map<String, Article> distinct = new LinkedHashMap<>();
    for (Article article : all) {
      String text = OTHER_HALF_SPACE.matcher(article.text()).replaceAll("\u200C");
      distinct.putIfAbsent(text, new Article(article.id(), text));
    }
    this.articles = List.copyOf(distinct.values());
    this.spellings =
        articles.stream().map(each -> SpellingCheck.attestedSpellings(each.text())).toList();
    spellings.forEach(set -> set.forEach(each -> counts.merge(each, 1, Integer::sum)));
  }

  int size() {
    return articles.size();
  }

  String text(int article) {
    return articles.get(article).text();
  }

  /** What all the other articles attest. */
  Attested archiveWithout(int article) {
    Set<String> own = spellings.get(article);
    return asked -> {
      Map<String, Integer> answer = new HashMap<>();
      for (String spelling : asked) {
        int others = counts.getOrDefault(spelling, 0) - (own.contains(spelling) ? 1 : 0);
        if (others > 0) {
          answer.put(spelling, others);
        }
      }
      return answer;
    };
  }

  /** One of two parts, by a hash of the id. */
  boolean isHeldOut(int article) {
    CRC32 hash = new CRC32();
    hash.update(articles.get(article).id().getBytes(StandardCharsets.UTF_8));
    return hash.getValue() % 2 == 1;
  }

  /**
   * Whether the half-spaces are good enough to be the measure: five sites or more at which grammar
   * always wants one (after «می», before «ها», and before «ای», «اند», «ایم» after a silent heh),
   * and one at more than 95 % of them.
   */
  boolean isCareful(int article) {
    long parted = count(PARTED, text(article));
    return parted >= FEW && isMostly(parted, article);
  }

  /** Whether they seem as good, but at three or four sites only. */
  boolean isCarefulOnFewSites(int article) {
    long parted = count(PARTED, text(article));
    return parted >= 3 && parted < FEW && isMostly(parted, article);
  }

  private boolean isMostly(long parted, int article) {
    return parted > 0.95 * (parted + count(LOST, text(article)));
  }

  /** Whether no mark stands with a wrong space or doubled. */
  boolean hasGoodMarks(int article) {
    return count(BAD_MARKS, text(article)) == 0;
  }

  private static long count(Pattern pattern, String text) {
    return pattern.matcher(text).results().count();
  }
}
