package dev.sarkhat.text;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.Comparator;

/**
 * The order of Persian lists: CLDR's collation for {@code fa}, in which پ follows ب and آ precedes
 * ا, Arabic and Persian forms of a letter stand together, and a half-space hardly counts.
 *
 * <p>The JDK's collator has no Persian order. PostgreSQL's {@code "fa-x-icu"} has this one; as
 * there, names that collate alike are ordered by their code points, so that the order is total and
 * consistent with equals.
 */
public final class PersianOrder implements Comparator<String> {

  /** The one order; it has no state and may be used by all threads. */
  public static final PersianOrder INSTANCE = new PersianOrder();

  /** Frozen collators are thread-safe. */
  private static final Collator COLLATOR = Collator.getInstance(new ULocale("fa")).freeze();

  private PersianOrder() {}

  @Override
  public int compare(String one, String other) {
    int order = COLLATOR.compare(one, other);
    return order != 0 ? order : compareCodePoints(one, other);
  }

  /**
   * The sort key of a name: keys compare like their names, byte by byte without sign; equal keys
   * are of names that collate alike. For the version of ICU in use; not to be stored for long.
   */
  public static byte[] key(String name) {
    return COLLATOR.getCollationKey(name).toByteArray();
  }

  /** As UTF-8 bytes compare: other than UTF-16 code units beyond the surrogates. */
  private static int compareCodePoints(String one, String other) {
    return Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());
  }
}
