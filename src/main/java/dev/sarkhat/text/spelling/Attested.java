package dev.sarkhat.text.spelling;

import java.util.Map;
import java.util.Set;

/**
 * The archive of a newsroom, as a witness of how it spells.
 *
 * <p>What an article contributes is {@link SpellingCheck#attestedSpellings}; the keys asked for are
 * of the same form.
 */
@FunctionalInterface
public interface Attested {

  /** How many articles hold each of these spellings; those that none holds may be left out. */
  Map<String, Integer> articlesWith(Set<String> spellings);

  /** An archive that holds nothing yet: the tables alone decide. */
  static Attested nothing() {
    return spellings -> Map.of();
  }
}
