package dev.sarkhat.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The file that keeps all refusals and repairs of spelling, one JSON object a line. Where it cannot
 * be written, this is told by {@link #flush()} alone: between two batches, when what was imported
 * has been counted.
 */
final class ImportReport implements AutoCloseable {

  private static final ObjectMapper JSON =
      JsonMapper.builder().serializationInclusion(JsonInclude.Include.NON_NULL).build();

  private final Writer file;
  private @Nullable IOException failure;

  private ImportReport(Writer file) {
    this.file = file;
  }

  /**
   * Makes the file, or empties it.
   *
   * @param name its path, or null to keep nothing
   * @throws UnwritableReportException if it cannot be made
   */
  static ImportReport open(@Nullable String name) {
    if (name == null) {
      return new ImportReport(Writer.nullWriter());
    }
    try {
      return new ImportReport(Files.newBufferedWriter(Path.of(name), StandardCharsets.UTF_8));
    } catch (IOException unwritable) {
      throw new UnwritableReportException(unwritable);
    }
  }

  /**
   * Adds a line.
   *
   * @param told a {@link Refusal} or a {@link SpellingNote}
   */
  void add(Record told) {
    try {
      file.write(JSON.writeValueAsString(told));
      file.write('\n');
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    } catch (IOException unwritable) {
      failure = unwritable;
    }
  }

  /**
   * Writes what was added.
   *
   * @throws UnwritableReportException if something that was added until now cannot be written
   */
  void flush() {
    try {
      file.flush();
    } catch (IOException unwritable) {
      failure = unwritable;
    }
    if (failure != null) {
      throw new UnwritableReportException(failure);
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException unwritable) {
      // Nothing is lost unless a flush failed, and that was told.
      failure = unwritable;
    }
  }
}
