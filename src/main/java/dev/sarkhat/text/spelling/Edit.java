package dev.sarkhat.text.spelling;

import java.util.List;

/** One small change of a text; changes that touch the same words make one proposal. */
record Edit(int start, int end, String replacement, Rule rule, double confidence) {

  /**
   * The proposal that makes all these changes between two places.
   *
   * @param edits in their order, not overlapping, at least one
   */
  static SpellingProposal proposal(String text, int start, int end, List<Edit> edits) {
    StringBuilder replacement = new StringBuilder();
    int copied = start;
    Edit leading = edits.get(0);
    double confidence = 1;
    for (Edit edit : edits) {
      replacement.append(text, copied, edit.start()).append(edit.replacement());
      copied = edit.end();
      leading = edit.rule().compareTo(leading.rule()) < 0 ? edit : leading;
      confidence = Math.min(confidence, edit.confidence());
    }
    replacement.append(text, copied, end);
    return new SpellingProposal(
        start, end, text.substring(start, end), replacement.toString(), leading.rule(), confidence);
  }
}
