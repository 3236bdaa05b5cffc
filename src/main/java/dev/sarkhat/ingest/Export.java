package dev.sarkhat.ingest;

import dev.sarkhat.database.LongTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Writes everything that the newsroom has as lines of an import: sections from the root down, tags,
 * sources, contributors, menus, then articles by their numbers. Equal newsrooms give equal bytes.
 *
 * <p>All of it is as it was at one instant, and a batch of it at a time is in memory.
 */
@ApplicationScoped
class Export {

  /** The database keeps what is replaced meanwhile, so nobody may take forever. */
  private static final long LONGEST_NANOS = Duration.ofHours(1).toNanos();

  private final DataSource dataSource;

  @Inject
  Export(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Where lines go. */
  interface Lines {
    void write(ExportLine line) throws IOException;
  }

  /**
   * Writes everything.
   *
   * @throws IOException if nobody reads it, or it takes longer than an hour
   */
  void write(OutputStream out) throws IOException, SQLException {
    long end = System.nanoTime() + LONGEST_NANOS;
    Lines lines =
        line -> {
          if (System.nanoTime() > end) {
            throw new IOException("The export takes longer than an hour");
          }
          out.write(line.bytes());
          out.write('\n');
        };
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("set transaction isolation level repeatable read, read only");
        LongTransaction.allow(connection);
        new NewsroomExport(connection, lines).write();
        new ArticleExport(connection, lines).write();
      } finally {
        connection.rollback();
      }
    }
  }
}
