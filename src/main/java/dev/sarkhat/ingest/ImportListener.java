package dev.sarkhat.ingest;

/** Follows an import while it runs, on the thread that runs it. */
public interface ImportListener {

  /** A line was refused; a line with several faults is told once for each. */
  void refused(Refusal refusal);

  /** A repair of spelling was made or is proposed. */
  default void spelled(SpellingNote note) {}

  /** Something worth knowing that keeps no line out, in English words. */
  void warned(String warning);

  /** Lines have been written, or passed over, since the last call. */
  void progressed(ImportSummary soFar);
}
