package dev.sarkhat.spelling;

import dev.sarkhat.text.spelling.SpellingProposal;
import java.util.List;
import java.util.Map;

/**
 * What was found in an article.
 *
 * @param proposals by the pointers of the fields, in their order; of each in the order of their
 *     places in what is stored, never overlapping. In a body none touches markup
 * @param archive whether the newsroom's articles were asked how they spell
 */
public record ArticleProofread(Map<String, List<SpellingProposal>> proposals, boolean archive) {

  /** What was found in a field. */
  public List<SpellingProposal> of(String pointer) {
    return proposals.getOrDefault(pointer, List.of());
  }
}
