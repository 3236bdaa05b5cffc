package dev.sarkhat.database;

import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * The embedded PostgreSQL cannot be used. The message is one sentence for the operator: what is
 * wrong, with which directory, and what to do.
 *
 * <p>It never has a cause, since Quarkus prints the message alone of a configuration problem, and
 * the whole stack trace of anything else.
 */
final class EmbeddedPostgresException extends ConfigurationException {

  private static final long serialVersionUID = 1L;

  EmbeddedPostgresException(String message) {
    super(message);
  }
}
