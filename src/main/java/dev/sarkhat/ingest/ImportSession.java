package dev.sarkhat.ingest;

import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** An import at the command line: opens the files, shows the progress and tells the end. */
final class ImportSession {

  // Persian titles come out whole whatever the platform's charset is.
  private final PrintStream errors = new PrintStream(System.err, true, StandardCharsets.UTF_8);
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final Work work;

  private ImportSession(Work work) {
    this.work = work;
  }

  /** What is done with the lines. */
  interface Work {
    ImportSummary run(InputStream lines, ImportListener listener) throws IOException;
  }

  /**
   * Does the work.
   *
   * @param file the file's path, or {@code -} for standard input
   * @param report where all refusals go, or null
   * @return the exit code, see {@link ImportCommand}
   */
  static int run(String file, @Nullable String report, Work work) {
    ImportSession session = new ImportSession(work);
    try (ImportFile lines = ImportFile.open(file);
        ImportReport reportFile = ImportReport.open(report)) {
      return session.run(lines, new ImportProgress(session.errors, reportFile, lines::percentRead));
    } catch (UnwritableReportException unwritable) {
      session.errors.println("The report cannot be written: " + reason(unwritable.getCause()));
    } catch (IOException unreadable) {
      session.errors.println("The file cannot be read: " + reason(unreadable));
    }
    return ImportCommand.UNUSABLE;
  }

  private int run(ImportFile lines, ImportProgress progress) throws IOException {
    try {
      ImportSummary summary = work.run(lines.lines(), progress);
      tell(summary, progress);
      return summary.of(Count.LINES_REFUSED) == 0 ? ImportCommand.TAKEN : ImportCommand.REFUSED;
    } catch (BrokenStreamException broken) {
      tell(progress.soFar(), progress);
      errors.printf(
          "The file breaks off in the middle, after line %s (%s). What was read until then is done:"
              + " run the import again with the whole file, and it continues from there.%n",
          Long.toString(broken.lastLine()), reason(broken));
    } catch (UnwritableReportException unwritable) {
      tell(progress.soFar(), progress);
      errors.println(
          "The report cannot be written: "
              + reason(unwritable.getCause())
              + ". The import was stopped; what it did until then stays.");
    } catch (PersistenceException failed) {
      tell(progress.soFar(), progress);
      errors.println("The database failed; run the import again. " + reason(failed));
    }
    return ImportCommand.UNUSABLE;
  }

  private void tell(ImportSummary summary, ImportProgress progress) {
    progress.end();
    SummaryText.lines(summary, progress.elapsed()).forEach(out::println);
  }

  private static String reason(@Nullable Exception failure) {
    if (failure instanceof NoSuchFileException missing) {
      return "there is no " + missing.getFile();
    }
    if (failure instanceof AccessDeniedException denied) {
      return "access to " + denied.getFile() + " is denied";
    }
    String message = failure == null ? null : failure.getMessage();
    return message == null ? "no reason is given" : message;
  }
}
