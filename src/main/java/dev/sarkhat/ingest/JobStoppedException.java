package dev.sarkhat.ingest;

/** An import ends between two batches, and the batch that was about to be written is not. */
final class JobStoppedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  JobStoppedException(Reason reason) {
    super(reason.name(), null, false, false);
    this.reason = reason;
  }

  /** Why it ends. */
  enum Reason {
    /** Somebody wants it to. */
    CANCELLED,
    /** Another process does it. */
    OVERTAKEN,
    /** This process ends. */
    ENDING
  }

  Reason reason() {
    return reason;
  }
}
