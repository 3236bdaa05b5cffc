package dev.sarkhat.search.index;

/** The engine did not answer, or what it keeps is damaged. */
public final class SearchIndexException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** With what failed. */
  public SearchIndexException(String message, Throwable cause) {
    super(message, cause);
  }
}
