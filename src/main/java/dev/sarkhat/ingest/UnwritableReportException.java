package dev.sarkhat.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The report of an import cannot be written. */
final class UnwritableReportException extends UncheckedIOException {

  private static final long serialVersionUID = 1L;

  UnwritableReportException(IOException cause) {
    super(cause);
  }
}
