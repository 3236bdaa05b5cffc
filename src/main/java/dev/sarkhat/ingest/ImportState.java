package dev.sarkhat.ingest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.EnumeratedValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where an import over HTTP stands. */
@Schema(
    name = "ImportState",
    description =
        "`uploading`: the file is arriving; `queued`: it has arrived; `running`; then one of"
            + " `done` (every line was taken or refused), `failed` (the file breaks off) and"
            + " `cancelled`.")
enum ImportState {
  /** The file is arriving. */
  @JsonProperty("uploading")
  UPLOADING("uploading"),
  /** The file has arrived, and no line of it is done. */
  @JsonProperty("queued")
  QUEUED("queued"),
  /** Lines are being done. */
  @JsonProperty("running")
  RUNNING("running"),
  /** Every line was taken or refused. */
  @JsonProperty("done")
  DONE("done"),
  /** The lines cannot be done to the end. */
  @JsonProperty("failed")
  FAILED("failed"),
  /** Somebody did not want it to go on. */
  @JsonProperty("cancelled")
  CANCELLED("cancelled");

  @EnumeratedValue private final String value;

  ImportState(String value) {
    this.value = value;
  }

  /** Its name in the API and in the database. */
  String value() {
    return value;
  }

  /** Whether it stays so. */
  boolean isFinal() {
    return this == DONE || this == FAILED || this == CANCELLED;
  }
}
