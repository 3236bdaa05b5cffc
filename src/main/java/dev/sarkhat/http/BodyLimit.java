package dev.sarkhat.http;

import jakarta.inject.Inject;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Stops reading a body that did not say how long it is when it turns out too long. Quarkus would
 * stop, too, at its own and larger limit, with a bare status.
 */
@Provider
class BodyLimit implements ReaderInterceptor {

  /** Asked when a body is read: this is made before the configuration of a run is there. */
  private final jakarta.inject.Provider<HttpSettings> settings;

  @Inject
  BodyLimit(jakarta.inject.Provider<HttpSettings> settings) {
    this.settings = settings;
  }

  /** A body that is longer than it may be. */
  static ProblemException tooLong(long longest) {
    return ProblemException.of(
        ProblemType.CONTENT_TOO_LARGE, "A body has at most " + longest + " bytes.");
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    long longest = settings.get().maxBodySize().asLongValue();
    context.setInputStream(new Counted(context.getInputStream(), longest));
    return context.proceed();
  }

  /** A stream that ends with a problem after so many bytes. */
  private static final class Counted extends FilterInputStream {

    private final long longest;
    private long count;

    Counted(InputStream body, long longest) {
      super(body);
      this.longest = longest;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count(Math.max(0, read));
      return read;
    }

    @Override
    public long skip(long length) throws IOException {
      long skipped = super.skip(length);
      count(skipped);
      return skipped;
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    private void count(long more) {
      count += more;
      if (count > longest) {
        throw tooLong(longest);
      }
    }
  }
}
