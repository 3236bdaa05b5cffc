package dev.sarkhat.crash;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sarkhat.crash.Outcome.Acknowledged;
import dev.sarkhat.crash.Outcome.Refused;
import dev.sarkhat.crash.Outcome.Unknown;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the clients know. Each write is in it before it is sent, and what was answered as soon as
 * that is there; both are on the disk, for whoever looks for the cause of what is missing.
 */
final class Ledger implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final FileChannel file;
  private final Map<Write, Outcome> outcomes = new LinkedHashMap<>();

  /**
   * A write with what is known of it.
   *
   * @param outcome the latest
   */
  record Entry(Write write, Outcome outcome) {}

  Ledger(Path path) throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    file =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
  }

  /** A write is about to be sent. */
  void sending(Write write) throws IOException {
    add(write, new Unknown("sent"));
  }

  /** What is known of a write from now on. */
  void add(Write write, Outcome outcome) throws IOException {
    ObjectNode line = JSON.createObjectNode().put("word", write.word());
    if (outcome instanceof Acknowledged acknowledged) {
      line.put("article", acknowledged.article()).put("revision", acknowledged.revision());
    } else if (outcome instanceof Refused refused) {
      line.put("refused", refused.status()).put("code", refused.code());
    } else if (outcome instanceof Unknown unknown) {
      line.put("unknown", unknown.reason()).put("verb", write.verb().operation());
      line.put("of", write.article()).put("base", write.base()).put("sound", write.isSound());
    }
    byte[] bytes = JSON.writeValueAsBytes(line);
    synchronized (this) {
      outcomes.put(write, outcome);
      file.write(ByteBuffer.wrap(bytes));
      file.write(ByteBuffer.wrap(new byte[] {'\n'}));
      file.force(false);
    }
  }

  /** All of it. */
  synchronized List<Entry> entries() {
    return outcomes.entrySet().stream()
        .map(each -> new Entry(each.getKey(), each.getValue()))
        .toList();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
