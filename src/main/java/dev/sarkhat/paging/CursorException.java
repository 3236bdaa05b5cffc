package dev.sarkhat.paging;

/** A cursor that cannot be used: damaged, altered, or made for another list. */
public final class CursorException extends RuntimeException {

  private static final long serialVersionUID = 1;

  CursorException(String message) {
    super(message);
  }
}
