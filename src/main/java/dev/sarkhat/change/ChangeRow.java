package dev.sarkhat.change;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A change as the database keeps it. */
final class ChangeRow {

  /** The columns that {@link #read} wants. */
  static final String COLUMNS = "number, kind, entity_id, operation, version, takedown, tags, at";

  private static final Map<String, EntityKind> KINDS =
      Arrays.stream(EntityKind.values())
          .collect(Collectors.toUnmodifiableMap(EntityKind::value, Function.identity()));

  private static final Map<String, Change.Operation> OPERATIONS =
      Arrays.stream(Change.Operation.values())
          .collect(Collectors.toUnmodifiableMap(Change.Operation::value, Function.identity()));

  private ChangeRow() {}

  /** The change that the result stands at. */
  static Change read(ResultSet row) throws SQLException {
    return new Change(
        row.getLong("number"),
        known(KINDS, row.getString("kind")),
        row.getLong("entity_id"),
        known(OPERATIONS, row.getString("operation")),
        row.getObject("version", Integer.class),
        row.getBoolean("takedown"),
        texts(row.getArray("tags")),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  /** A newer version of the application may write what this one does not know yet. */
  private static <T> T known(Map<String, T> values, String value) throws SQLException {
    @Nullable T known = values.get(value);
    if (known == null) {
      throw new SQLException("The change log holds what this version does not know: " + value);
    }
    return known;
  }
}
