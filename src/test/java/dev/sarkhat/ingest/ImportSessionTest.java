package dev.sarkhat.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportSessionTest {

  private static final int LINES = 20_000;

  @Test
  void aFileCutShortTellsTheLastWholeLine() throws IOException {
    byte[] packed = packed();
    byte[] cut = Arrays.copyOf(packed, packed.length * 8 / 10);
    LineSplitter lines = new LineSplitter(new GZIPInputStream(new ByteArrayInputStream(cut)));
    long[] read = {0};

    BrokenStreamException broken =
        assertThrows(
            BrokenStreamException.class,
            () -> {
              for (LineSplitter.Line line = lines.next(); line != null; line = lines.next()) {
                read[0] = line.number();
              }
            });

    assertTrue(read[0] > 0 && read[0] < LINES);
    assertEquals(read[0], broken.lastLine());
  }

  @Test
  void aFileCutShortEndsAsUnusable(@TempDir Path directory) throws IOException {
    byte[] packed = packed();
    Path file = Files.write(directory.resolve("cut.gz"), Arrays.copyOf(packed, packed.length / 2));

    assertEquals(
        ImportCommand.UNUSABLE, ImportSession.run(file.toString(), null, ImportCheck::run));
  }

  @Test
  void aReportThatCannotBeMadeEndsAsUnusable(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("one"), "{\"title\":\"a\"}\n");

    assertEquals(
        ImportCommand.UNUSABLE,
        ImportSession.run(
            file.toString(), directory.resolve("missing/report").toString(), ImportCheck::run));
  }

  @Test
  void anEmptyFileHasASummary() {
    assertEquals(
        "        0  lines read",
        SummaryText.lines(new ImportSummary(Map.of(), Map.of()), Duration.ZERO).get(0));
  }

  private static byte[] packed() throws IOException {
    Random random = new Random(1);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream file = new GZIPOutputStream(packed)) {
      for (int line = 0; line < LINES; line++) {
        file.write(
            ("{\"title\":\"" + random.nextLong() + "\"}\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    return packed.toByteArray();
  }
}
