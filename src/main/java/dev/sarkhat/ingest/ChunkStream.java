package dev.sarkhat.ingest;

import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The file of an import as it was sent, out of the database, a piece at a time in memory. */
final class ChunkStream extends InputStream {

  private final DataSource dataSource;
  private final long job;
  private byte[] chunk = {};
  private int next;
  private int offset;
  private long position;

  ChunkStream(DataSource dataSource, long job) {
    this.dataSource = dataSource;
    this.job = job;
  }

  /** How many bytes have been read. */
  long position() {
    return position;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int start, int length) {
    if (length == 0) {
      return 0;
    }
    if (offset == chunk.length) {
      byte[] following = chunk(next);
      if (following == null) {
        return -1;
      }
      chunk = following;
      next++;
      offset = 0;
    }
    int count = Math.min(length, chunk.length - offset);
    System.arraycopy(chunk, offset, buffer, start, count);
    offset += count;
    position += count;
    return count;
  }

  /**
   * The piece with the number, or null behind the last.
   *
   * @throws IllegalStateException if the database fails, which is no fault of the file's
   */
  private byte @Nullable [] chunk(int number) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "select bytes from import_chunk where job_id = ? and number = ?")) {
      statement.setLong(1, job);
      statement.setInt(2, number);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getBytes(1) : null;
      }
    } catch (SQLException failed) {
      throw new IllegalStateException("The file of import " + job + " cannot be read", failed);
    }
  }
}
