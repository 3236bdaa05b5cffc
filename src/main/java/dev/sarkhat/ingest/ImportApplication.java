package dev.sarkhat.ingest;

import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Inject;

/** Runs one import and ends. Its arguments are the file and the report's file, or empty. */
class ImportApplication implements QuarkusApplication {

  private final Import lines;

  @Inject
  ImportApplication(Import lines) {
    this.lines = lines;
  }

  @Override
  public int run(String... arguments) {
    return ImportSession.run(
        arguments[0], arguments[1].isEmpty() ? null : arguments[1], lines::run);
  }
}
