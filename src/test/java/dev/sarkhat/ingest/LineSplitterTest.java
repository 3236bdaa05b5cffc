package dev.sarkhat.ingest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LineSplitterTest {

  @Test
  void linesAreCountedFromOneAndTheLastNeedsNoEnd() throws IOException {
    assertEquals(List.of("1:a", "2:", "3:b"), lines("a\n\nb"));
    assertEquals(List.of("1:a", "2:b"), lines("a\nb\n"));
    assertEquals(List.of(), lines(""));
  }

  @Test
  void aByteOrderMarkAtTheStartIsPassedOver() throws IOException {
    assertEquals(List.of("1:a", "2:\uFEFFb"), lines("\uFEFFa\n\uFEFFb"));
  }

  @Test
  void aLineAcrossManyBlocksStaysWhole() throws IOException {
    String whole = "x".repeat(300_000);

    assertEquals(List.of("1:" + whole, "2:a"), lines(whole + "\na"));
  }

  @Test
  void aLineThatIsTooLongIsPassedOverAndTheNextIsNot() throws IOException {
    byte[] bytes = new byte[LineSplitter.MAXIMUM_LENGTH + 3];
    Arrays.fill(bytes, (byte) 'x');
    bytes[bytes.length - 2] = '\n';
    LineSplitter lines = new LineSplitter(new ByteArrayInputStream(bytes));

    assertNull(Objects.requireNonNull(lines.next()).bytes());
    assertArrayEquals(new byte[] {'x'}, Objects.requireNonNull(lines.next()).bytes());
    assertNull(lines.next());
  }

  private static List<String> lines(String text) throws IOException {
    LineSplitter splitter =
        new LineSplitter(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    List<String> lines = new ArrayList<>();
    for (LineSplitter.Line line = splitter.next(); line != null; line = splitter.next()) {
      lines.add(
          line.number()
              + ":"
              + new String(Objects.requireNonNull(line.bytes()), StandardCharsets.UTF_8));
    }
    return lines;
  }
}
