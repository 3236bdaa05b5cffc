package dev.sarkhat.article;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.engine.spi.SharedSessionContractImplementor;

/**
 * Runs the statements of {@link ArticleListing}.
 *
 * <p>Through plain JDBC, as {@link ArticleSummaries} reads: to find out what a native query is and
 * what its columns are took Hibernate as long as the driver takes to send it and read its rows.
 */
@ApplicationScoped
class ArticleListingReader {

  /**
   * Holds for the statement that travels with it. A function, for {@code set local} warns in the
   * server's log where no transaction was begun.
   */
  private static final String CUSTOM_PLAN =
      "select set_config('plan_cache_mode', 'force_custom_plan', true);";

  private final Session session;

  @Inject
  ArticleListingReader(Session session) {
    this.session = session;
  }

  /** Reads where the articles of a page stand in the list, in its order. */
  List<ArticlePosition> positions(ArticleListing.Statement page) {
    List<ArticlePosition> positions = new ArrayList<>();
    read(
        page,
        columns -> {
          ArticleRow row = new ArticleRow(columns);
          while (row.next()) {
            long id = row.number();
            positions.add(new ArticlePosition(row.instant(), id));
          }
        });
    return positions;
  }

  /** Reads how many articles a list has. */
  long count(ArticleListing.Statement count) {
    long[] counted = new long[1];
    read(
        count,
        columns -> {
          columns.next();
          counted[0] = columns.getLong(1);
        });
    return counted[0];
  }

  /** What is done with the rows of a statement. */
  private interface Reading {
    void read(ResultSet columns) throws SQLException;
  }

  private void read(ArticleListing.Statement wanted, Reading reading) {
    NamedParameters sql = NamedParameters.of(wanted.sql());
    session.doWork(
        connection -> {
          String text = wanted.customPlan() ? CUSTOM_PLAN + sql.positional() : sql.positional();
          try (PreparedStatement statement = prepare(session, text)) {
            int index = 0;
            for (String name : sql.names()) {
              bind(statement, ++index, requireNonNull(wanted.parameters().get(name)));
            }
            statement.execute();
            if (wanted.customPlan()) {
              statement.getMoreResults();
            }
            reading.read(statement.getResultSet());
          }
        });
  }

  /** Has Hibernate prepare a statement, so that it is logged and inspected like all others. */
  static PreparedStatement prepare(Session session, String sql) {
    return session
        .unwrap(SharedSessionContractImplementor.class)
        .getJdbcCoordinator()
        .getStatementPreparer()
        .prepareStatement(sql);
  }

  private static void bind(PreparedStatement statement, int index, Object value)
      throws SQLException {
    if (value instanceof Instant instant) {
      statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
    } else if (value instanceof Object[] array) {
      String type = array instanceof Long[] ? "bigint" : "text";
      statement.setArray(index, statement.getConnection().createArrayOf(type, array));
    } else {
      statement.setObject(index, value);
    }
  }
}
