package dev.sarkhat.http;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away or overloaded from a statement that is wrong. */
final class DatabaseFailure {

  private DatabaseFailure() {}

  /**
   * Whether the same request may succeed later.
   *
   * <p>By SQLSTATE class (PostgreSQL manual, appendix A): 08 connection, 53 out of resources, 57
   * operator intervention and cancelled by timeout, 55P03 lock not available, 40 rolled back.
   */
  static boolean isTemporary(Throwable thrown) {
    SQLException cause = sqlException(thrown);
    if (cause == null) {
      return false;
    }
    String state = cause.getSQLState();
    return cause instanceof SQLTransientException
        || state == null
        || state.startsWith("08")
        || state.startsWith("53")
        || state.startsWith("57")
        || state.startsWith("40")
        || state.equals("55P03")
        // The driver's own, as when it gives up connecting.
        || state.equals("99999");
  }

  /**
   * Whether the write contradicts what others have written at the same time: a name that is taken
   * or a thing that is gone, which was otherwise when it was looked at.
   *
   * <p>By SQLSTATE: 23505 unique violation, 23503 foreign key violation.
   */
  static boolean isContradiction(Throwable thrown) {
    SQLException cause = sqlException(thrown);
    String state = cause == null ? null : cause.getSQLState();
    return "23505".equals(state) || "23503".equals(state);
  }

  /** Whether it gave way to others: a lock that was not had in time, or a rolled back tie. */
  static boolean isContention(Throwable thrown) {
    SQLException cause = sqlException(thrown);
    String state = cause == null ? null : cause.getSQLState();
    return state != null && (state.equals("55P03") || state.startsWith("40"));
  }

  /** One line for the log. */
  static String summary(Throwable thrown) {
    SQLException cause = sqlException(thrown);
    return cause == null ? "unknown" : cause.getSQLState() + " " + cause.getMessage();
  }

  private static @Nullable SQLException sqlException(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return sql;
      }
      // Where a commit fails, the transaction manager says why beside the causes.
      for (Throwable beside : cause.getSuppressed()) {
        SQLException found = sqlException(beside);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
