package dev.sarkhat.ingest;

import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** An import at the command line: opens the files, shows the progress and tells the end. */
final class ImportSession {

  private ImportSession() {}

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
    // Persian titles come out whole whatever the platform's charset is.
    PrintStream errors = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (ImportFile lines = ImportFile.open(file);
        Writer reportFile = writer(report)) {
      ImportProgress progress = new ImportProgress(errors, reportFile, lines::percentRead);
      ImportSummary summary = work.run(lines.lines(), progress);
      progress.end();
      SummaryText.lines(summary, progress.elapsed()).forEach(out::println);
      return summary.of(Count.LINES_REFUSED) == 0 ? ImportCommand.TAKEN : ImportCommand.REFUSED;
    } catch (IOException broken) {
      errors.println("The import broke off: " + reason(broken));
    } catch (PersistenceException failed) {
      errors.println("The database failed; run the import again. " + reason(failed));
    }
    return ImportCommand.UNUSABLE;
  }

  private static String reason(Exception failure) {
    if (failure instanceof java.nio.file.NoSuchFileException missing) {
      return "there is no file " + missing.getFile();
    }
    String message = failure.getMessage();
    return message == null ? "no reason is given" : message;
  }

  private static Writer writer(@Nullable String report) throws IOException {
    return report == null
        ? Writer.nullWriter()
        : Files.newBufferedWriter(Path.of(report), StandardCharsets.UTF_8);
  }
}
