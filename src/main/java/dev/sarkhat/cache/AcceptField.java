package dev.sarkhat.cache;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code Accept} (RFC 9110, section 12.5.1). */
final class AcceptField {

  private static final Pattern JSON =
      Pattern.compile(
          "(?:^|,)[ \\t]*(?:application/json|application/\\*|\\*/\\*)[ \\t]*(?:[;,]|$)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern REFUSAL =
      Pattern.compile(";[ \\t]*q=0(?:\\.0*)?[ \\t]*(?:[;,]|$)", Pattern.CASE_INSENSITIVE);

  /** What other forms of an article are called: pages, and JSON of other vocabularies. */
  private static final Pattern OTHERS =
      Pattern.compile("html|\\+json|\\+xml", Pattern.CASE_INSENSITIVE);

  private AcceptField() {}

  /** Whether it is certain that the client takes JSON; Jakarta REST tells the other cases apart. */
  static boolean takesJson(@Nullable String field) {
    return field == null
        || isCommon(field)
        || (JSON.matcher(field).find() && !REFUSAL.matcher(field).find());
  }

  /** Whether it names forms beside JSON that the client may like better. */
  static boolean namesOthers(@Nullable String field) {
    return field != null && !isCommon(field) && OTHERS.matcher(field).find();
  }

  private static boolean isCommon(String field) {
    return field.equals("*/*") || field.equals("application/json");
  }
}
