package dev.sarkhat.access;

import java.sql.SQLException;

/** The database, which knows whose key is whose, does not answer. */
final class DirectoryUnreachableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DirectoryUnreachableException(SQLException cause) {
    super(cause);
  }
}
