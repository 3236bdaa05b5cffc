package dev.sarkhat.text.lexeme;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes endings off a word that is written in one piece, by a short table.
 *
 * <p>A stem that is no word does no harm, since it meets only its own family. One that is another
 * word does: the guards are for those.
 */
final class Stems {

  /** Words, as folded, that merely end like something else, and whose rest is another word. */
  private static final Set<String> WHOLE =
      WordList.set(
          """
          تنها انتها منتها اشتها رها بها اژدها تنهای انتهای بهای منهای اشتهای تنهایی بهایی نهایی
          انتهایی رهایی دفتر دختر دکتر دکترین بهتر برتر بستر فیلتر پوستر کفتر چتر تیاتر تیتر لیتر
          سنتر شاتر توییتر رویتر خاکستر نسترین اختر انگشتر مشتری بستری اینتر پهلوی مهدوی موسوی برای جای
          نگران دیگران گران کاران داران سازان بازان پریشان درخشان الهام اتهام ابهام البته الگو
          الزام الماس الان
          """);

  /** «کریمی» is not «کریم»: people are told apart by their names. */
  private static final Set<String> NAMES =
      WordList.set(
          """
          احمد محمد محمود حمید مجید سعید مسعود کریم رحیم شریف کاظم قاسم هاشم صالح صادق باقر جعفر
          اکبر اصغر حسین ابراهیم اسماعیل یوسف یعقوب سلیمان رحمان رضایی جلیل خلیل رشید وحید فرید
          امیر عباس کمال جمال جلال طاهر ناصر نصیر منصور مظفر مراد شهرام بهرام رستم رمضان سلطان
          """);

  private static final List<String> PLURALS =
      WordList.list("هایشان هایمان هایتان هایم هایت هایش هایی های ها");

  private static final List<String> COMPARATIVES = WordList.list("ترینها ترین ترها تری تر");

  /** Those who do something: the plural ان is taken off after these, since too much ends in ان. */
  private static final List<String> DOERS =
      WordList.list(
          """
          گران کاران داران مندان سازان بازان شناسان نویسان اموزان جویان ورزان پوشان دانان ولان
          یکنان گیران یرانیان
          """);

  private static final List<String> AFTER_HEH = WordList.list("ایم اید اند ام ات اش ای");

  /** What ends in ه before ای: «نقطهای» is «نقطه‌ای» without its half-space, and no plural. */
  private static final Set<String> WITHOUT_HEH =
      WordList.set(
          """
          هست نقط هفت رسان گون ویژ تاز نکت پروژ برنام مجموع لحظ دقیق مرحل سابق رایان مطالع جامع
          حادث سرمای فاصل مدرس نمون وظیف توسع محل ترجم کتابخان روزنام قافل رابط وسیل عمد چار
          انگیز ساد رشت گزین
          """);

  /** Words of their own, of which with ه another is made: حرف‌های, حرفه‌ای. */
  private static final Set<String> WITH_AND_WITHOUT_HEH =
      WordList.set("حرف منطق خان کر بیم نام انداز دان پار گل زمین ماهوار رود");

  /** Verbal nouns with ات: تغییرات, اقدامات, انتخابات, استعدادات. */
  private static final Pattern VERBAL_NOUNS = Pattern.compile("(ت..ی.|ا..ا.|ا...ا.|است..ا.)ات");

  private static final Pattern PAST = Pattern.compile(".+[تد]ند");

  private Stems() {}

  /** Whether nothing may be taken off this word, nor off a compound that ends with it. */
  static boolean isWhole(String word) {
    return WHOLE.contains(word);
  }

  /** At most four stems, the longest first; none for a word without an ending. */
  static List<String> of(String word) {
    List<String> stems = new ArrayList<>(4);
    if (word.isEmpty() || WHOLE.contains(word)) {
      return stems;
    }
    if (!Folding.isArabic(word.charAt(0))) {
      addEnglish(word, stems);
      return stems;
    }
    addInflected(word, stems);
    String base = stems.isEmpty() ? word : stems.get(0);
    if (!WHOLE.contains(base)) {
      addAdjective(base, stems);
      addArticle(base, stems);
    }
    return stems;
  }

  private static void addInflected(String word, List<String> stems) {
    for (String plural : PLURALS) {
      if (ends(word, plural, 2)) {
        addPlural(without(word, plural), plural.equals("های"), stems);
        return;
      }
    }
    for (String ending : AFTER_HEH) {
      if (ends(word, "ه" + ending, 2)) {
        stems.add(without(word, ending));
        return;
      }
    }
    for (String comparative : COMPARATIVES) {
      if (ends(word, comparative, 3) && !word.contains("متر")) {
        stems.add(without(word, comparative));
        return;
      }
    }
    addPersons(word, stems);
  }

  private static void addPlural(String stem, boolean mayBeHeh, List<String> stems) {
    if (!mayBeHeh || !WITHOUT_HEH.contains(stem)) {
      stems.add(stem);
    }
    if (mayBeHeh && (WITHOUT_HEH.contains(stem) || WITH_AND_WITHOUT_HEH.contains(stem))) {
      stems.add(stem + "ه");
    }
  }

  private static void addPersons(String word, List<String> stems) {
    if (ends(word, "ندگان", 2)) {
      stems.add(without(word, "گان") + "ه");
    } else if (DOERS.stream().anyMatch(each -> ends(word, each, 2))) {
      stems.add(without(word, word.endsWith("یان") && !word.endsWith("نیان") ? "یان" : "ان"));
    } else if (VERBAL_NOUNS.matcher(word).matches()) {
      stems.add(without(word, "ات"));
    } else if (ends(word, "شان", 3)) {
      stems.add(without(word, "شان"));
    } else if (PAST.matcher(word).matches() && word.length() > 4) {
      stems.add(without(word, "ند"));
    }
  }

  /** The ی of adjectives, of "a" and after a vowel: ایرانی, کتابی, آمریکایی, گفتگوی. */
  private static void addAdjective(String word, List<String> stems) {
    if (ends(word, "ایی", 2) || ends(word, "ویی", 2)) {
      stems.add(without(word, "یی"));
    } else if (ends(word, "ای", 2) || ends(word, "وی", 3) || isAdjective(word)) {
      stems.add(without(word, "ی"));
    }
  }

  /** The Arabic article. */
  private static void addArticle(String word, List<String> stems) {
    if (word.startsWith("ال") && word.length() >= 6) {
      stems.add(word.substring(2));
    }
  }

  private static void addEnglish(String word, List<String> stems) {
    if (ends(word, "ies", 3)) {
      stems.add(without(word, "ies") + "y");
    } else if (ends(word, "s", 3)
        && !ends(word, "ss", 0)
        && !ends(word, "us", 0)
        && !ends(word, "is", 0)) {
      stems.add(without(word, "s"));
    }
  }

  /** Not نهایی, not بستنی (which is of بستن), and not the family name of a given one. */
  private static boolean isAdjective(String word) {
    return ends(word, "ی", 4)
        && !ends(word, "یی", 0)
        && !ends(word, "تنی", 0)
        && !NAMES.contains(without(word, "ی"));
  }

  private static boolean ends(String word, String ending, int minimumStem) {
    return word.length() >= ending.length() + minimumStem && word.endsWith(ending);
  }

  private static String without(String word, String ending) {
    return word.substring(0, word.length() - ending.length());
  }
}
