package dev.sarkhat.ingest;

import java.sql.SQLException;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Puts into words why the database refused a line. */
final class DatabaseRefusal {

  private DatabaseRefusal() {}

  /**
   * The reason, or null where the failure is not the line's. The classes of SQLSTATE are those of
   * the PostgreSQL manual, appendix A.
   */
  static @Nullable String reason(Throwable failure) {
    String state = "";
    String constraint = null;
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof SQLException sql && sql.getSQLState() != null) {
        state = sql.getSQLState();
      }
      if (each instanceof ConstraintViolationException violation) {
        constraint = violation.getConstraintName();
      }
    }
    if (state.length() < 2) {
      return null;
    }
    return switch (state.substring(0, 2)) {
      case "22" -> "holds a value that the database cannot keep";
      case "23" -> violated(constraint == null ? "" : constraint);
      case "40", "55" -> "was being changed by somebody else at the same moment; send it again";
      case "54" -> "holds a name, a path or an identifier too long to be found by";
      default -> null;
    };
  }

  private static String violated(String constraint) {
    return switch (constraint) {
      case "article_external_id_unique" -> "is an article that somebody else has just created";
      case "article_expires_after_publishing" -> "would expire before it is published";
      case "article_keeps_its_embargo" -> "would be public before its embargo ends";
      case "article_public_is_dated" -> "is to be public without a date";
      case "section_slug_unique", "section_path_unique" ->
          "names a section that somebody else has just created";
      case "tag_slug_unique", "tag_match_key_unique" ->
          "names a tag that somebody else has just created";
      case "source_slug_unique", "source_match_key_unique" ->
          "names a source that somebody else has just created";
      case "contributor_slug_unique", "contributor_match_key_unique" ->
          "names a contributor that somebody else has just created";
      case "imported_line_pkey" -> "is being imported by somebody else at the same moment";
      default -> "contradicts what is stored";
    };
  }
}
