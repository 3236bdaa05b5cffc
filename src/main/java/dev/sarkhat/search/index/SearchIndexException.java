package dev.sarkhat.search.index;

import org.jspecify.annotations.Nullable;

/** The engine did not answer, or what it keeps is damaged. */
public final class SearchIndexException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final boolean damage;

  private SearchIndexException(String message, @Nullable Throwable cause, boolean damage) {
    super(message, cause);
    this.damage = damage;
  }

  /** There is no index just now. */
  public static SearchIndexException absent(String message) {
    return new SearchIndexException(message, null, false);
  }

  /** The engine failed, and may not the next time. */
  public static SearchIndexException failed(String message, @Nullable Throwable cause) {
    return new SearchIndexException(message, cause, false);
  }

  /** What is on the disk cannot be read. */
  public static SearchIndexException damaged(String message, Throwable cause) {
    return new SearchIndexException(message, cause, true);
  }

  /** Whether the index has to be built anew. */
  public boolean isDamage() {
    return damage;
  }
}
