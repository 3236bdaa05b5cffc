package dev.sarkhat.article;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Twenty thousand synthetic articles in a schema of their own, beside the application's, and a
 * connection to it. {@code benchmark/archive.sql} tells what they are like.
 */
public final class ArchiveSchema implements AutoCloseable {

  private final Connection connection;

  private ArchiveSchema(Connection connection) {
    this.connection = connection;
  }

  /** Makes and fills the schema. */
  public static ArchiveSchema fill(DataSource dataSource) throws SQLException, IOException {
    Flyway.configure()
        .dataSource(dataSource)
        .schemas("archive")
        .locations("classpath:db/migration")
        .load()
        .migrate();
    Connection connection = dataSource.getConnection();
    try (Statement statement = connection.createStatement();
        InputStream archive = ArchiveSchema.class.getResourceAsStream("/benchmark/archive.sql")) {
      statement.execute("set search_path = archive");
      statement.execute("select set_config('benchmark.articles', '20000', false)");
      connection.setAutoCommit(false);
      statement.execute("set local statement_timeout = 0");
      statement.execute(
          new String(Objects.requireNonNull(archive).readAllBytes(), StandardCharsets.UTF_8));
      connection.commit();
      connection.setAutoCommit(true);
      // Reading an index alone is cheap only where the table is vacuumed.
      statement.execute("vacuum analyze article, article_tag, article_contributor");
      statement.execute("vacuum analyze article_section, section, tag");
      connection.setAutoCommit(false);
    }
    return new ArchiveSchema(connection);
  }

  /** The connection. */
  public Connection connection() {
    return connection;
  }

  /** Drops the schema. */
  @Override
  public void close() throws SQLException {
    try (Connection own = connection;
        Statement statement = own.createStatement()) {
      own.rollback();
      own.setAutoCommit(true);
      statement.execute("drop schema archive cascade");
      statement.execute("reset all");
      statement.execute("discard temporary");
    }
  }
}
