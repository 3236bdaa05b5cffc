package dev.sarkhat.ingest;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** The lines of a packed file, up to a length: what is made to harm unpacks to a thousandfold. */
final class UnpackedFile extends FilterInputStream {

  private static final int BUFFER = 64 * 1024;

  private final long longest;
  private long count;

  private UnpackedFile(InputStream unpacked, long longest) {
    super(unpacked);
    this.longest = longest;
  }

  /**
   * The lines of a file.
   *
   * @param packed whether it is packed by gzip (RFC 1952)
   * @throws IOException if it should be and is not
   */
  static InputStream open(InputStream file, boolean packed, ImportSettings settings)
      throws IOException {
    if (!packed) {
      return file;
    }
    try {
      return new UnpackedFile(
          new GZIPInputStream(file, BUFFER), settings.maxUnpackedSize().asLongValue());
    } catch (EOFException early) {
      // The stream's own words are none.
      throw new IOException("it is empty, or ends before what gzip begins with does", early);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int start, int length) throws IOException {
    int read = super.read(buffer, start, length);
    count += Math.max(0, read);
    if (count > longest) {
      throw new IOException("it unpacks to more than " + longest + " bytes");
    }
    return read;
  }
}
