package dev.sarkhat.article;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A statement with its values, run and explained through plain JDBC.
 *
 * @param sql the statement, with named parameters
 * @param parameters the value of each name
 * @param customPlan whether the application asks for a plan made for the values
 */
public record BoundStatement(String sql, Map<String, Object> parameters, boolean customPlan) {

  private static final Pattern NAME = Pattern.compile(":([a-zA-Z][a-zA-Z0-9]*)");

  /** How often PostgreSQL plans for the values before it considers one plan for all values. */
  private static final int EXECUTIONS_BEFORE_A_GENERIC_PLAN = 6;

  static BoundStatement of(ArticleListing.Statement statement) {
    return new BoundStatement(
        statement.sql(), new LinkedHashMap<>(statement.parameters()), statement.customPlan());
  }

  /** Asks for the same kind of plan as the application does, until the transaction ends. */
  public void choosePlanMode(Connection connection) throws SQLException {
    choosePlanMode(connection, planMode());
  }

  private String planMode() {
    return customPlan ? "force_custom_plan" : "auto";
  }

  private static void choosePlanMode(Connection connection, String mode) throws SQLException {
    try (PreparedStatement setting =
        connection.prepareStatement("select set_config('plan_cache_mode', ?, true)")) {
      setting.setString(1, mode);
      setting.execute();
    }
  }

  /** Runs the statement and reads all its rows; returns how many there were. */
  public int run(Connection connection) throws SQLException {
    return read(connection, row -> row.getObject(1)).size();
  }

  /** The articles of a page. */
  List<ArticlePosition> positions(Connection connection) throws SQLException {
    return read(
        connection,
        row ->
            new ArticlePosition(
                row.getObject("at", OffsetDateTime.class).toInstant(), row.getLong("id")));
  }

  /** The one number that the statement answers. */
  long number(Connection connection) throws SQLException {
    return read(connection, row -> row.getLong(1)).get(0);
  }

  /** Reads one row. */
  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> List<T> read(Connection connection, RowReader<T> reader) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(NAME.matcher(sql).replaceAll("?"))) {
      Matcher names = NAME.matcher(sql);
      for (int index = 1; names.find(); index++) {
        bind(connection, statement, index, value(names.group(1)));
      }
      List<T> rows = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          rows.add(reader.read(row));
        }
      }
      return rows;
    }
  }

  /**
   * The plan that a connection ends up with once it has run the statement some times.
   *
   * @param options of EXPLAIN, such as {@code analyze, buffers}
   */
  public List<String> plan(Connection connection, String options) throws SQLException {
    return plan(connection, planMode(), options);
  }

  /** The plan in one of PostgreSQL's {@code plan_cache_mode}s. */
  public List<String> plan(Connection connection, String mode, String options) throws SQLException {
    List<String> names = List.copyOf(parameters.keySet());
    String types = names.stream().map(name -> type(value(name))).collect(Collectors.joining(", "));
    String values =
        names.stream().map(name -> literal(value(name))).collect(Collectors.joining(", "));
    String numbered =
        NAME.matcher(sql).replaceAll(match -> "\\$" + (names.indexOf(match.group(1)) + 1));
    List<String> lines = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      choosePlanMode(connection, mode);
      statement.execute("prepare explained (" + types + ") as " + numbered);
      for (int i = 0; i < EXECUTIONS_BEFORE_A_GENERIC_PLAN; i++) {
        statement.execute("execute explained (" + values + ")");
      }
      try (ResultSet line =
          statement.executeQuery("explain (" + options + ") execute explained (" + values + ")")) {
        while (line.next()) {
          lines.add(line.getString(1));
        }
      }
      statement.execute("deallocate explained");
    }
    return lines;
  }

  private Object value(String name) {
    Object value = parameters.get(name);
    if (value == null) {
      throw new IllegalStateException("no value for " + name);
    }
    return value;
  }

  private static void bind(
      Connection connection, PreparedStatement statement, int index, Object value)
      throws SQLException {
    if (value instanceof Instant instant) {
      statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
    } else if (value instanceof Object[] array) {
      statement.setArray(
          index, connection.createArrayOf(array instanceof Long[] ? "bigint" : "text", array));
    } else {
      statement.setObject(index, value);
    }
  }

  private static String type(Object value) {
    if (value instanceof Object[] array) {
      return array instanceof Long[] ? "bigint[]" : "text[]";
    }
    if (value instanceof Instant) {
      return "timestamptz";
    }
    if (value instanceof Long) {
      return "bigint";
    }
    return value instanceof Integer ? "integer" : "text";
  }

  private static String literal(Object value) {
    return value instanceof Object[] array
        ? List.of(array).stream().map(Object::toString).collect(Collectors.joining(",", "'{", "}'"))
        : "'" + value + "'";
  }
}
