package dev.sarkhat.access;

/** The database, which knows who is who, does not answer. */
final class DirectoryUnreachableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DirectoryUnreachableException(Exception cause) {
    super(cause);
  }
}
