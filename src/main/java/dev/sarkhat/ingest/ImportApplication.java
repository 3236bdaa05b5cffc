package dev.sarkhat.ingest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sarkhat.access.Actor;
import dev.sarkhat.access.Audit;
import dev.sarkhat.json.FieldChange;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs one import and ends. Its arguments are the file, the report's file or empty, and the name of
 * a {@link SpellingMode}.
 */
class ImportApplication implements QuarkusApplication {

  private final Import lines;
  private final Audit audit;

  @Inject
  ImportApplication(Import lines, Audit audit) {
    this.lines = lines;
    this.audit = audit;
  }

  @Override
  public int run(String... arguments) {
    String file = String.valueOf(Path.of(arguments[0]).getFileName());
    return ImportSession.run(
        arguments[0],
        arguments[1].isEmpty() ? null : arguments[1],
        (stream, listener) -> take(file, stream, listener, SpellingMode.valueOf(arguments[2])));
  }

  private ImportSummary take(
      String file, InputStream stream, ImportListener listener, SpellingMode spelling)
      throws IOException {
    record("startImport", file, ImportJobs.wanted(spelling));
    ImportSummary summary = lines.run(stream, listener, spelling);
    ObjectNode done = JsonNodeFactory.instance.objectNode();
    ObjectNode counts = done.putObject("counts");
    summary.counts().forEach((count, times) -> counts.put(count.key(), times));
    record("finishImport", file, FieldChange.between(done.objectNode(), done));
    return summary;
  }

  private void record(String operation, String file, List<FieldChange> changes) {
    QuarkusTransaction.requiringNew()
        .run(() -> audit.record(Actor.application(), operation, "import", file, null, changes));
  }
}
