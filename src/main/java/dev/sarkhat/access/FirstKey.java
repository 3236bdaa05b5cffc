package dev.sarkhat.access;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Gives a newsroom without an admin the key to make one. Nobody becomes an admin by coming first,
 * and no key is known to more than the operator:
 *
 * <ul>
 *   <li>A key that the operator has chosen becomes an admin's.
 *   <li>Else, with the embedded database, a key is made and written to a file that its owner alone
 *       may read. It manages access and nothing else, for a day, and ends when another admin has
 *       used a key.
 *   <li>Else, with a database that other processes share, nothing is made: no file is where all of
 *       them are. The newsroom stays closed, the log says how to open it, and readers are served.
 * </ul>
 */
@Singleton
class FirstKey {

  private static final Logger LOG = Logger.getLogger(FirstKey.class);
  private static final Duration LIFE = Duration.ofDays(1);

  /** What the audit log calls it. */
  static final String OPERATION = "provideFirstKey";

  private static final String CHOSEN = "SARKHAT_BOOTSTRAP_ADMIN_KEY";

  private final FirstKeySettings settings;
  private final FirstKeyFile file;
  private final FirstKeys stored;
  private final Administrators administrators;
  private final KeyRegistry keys;
  private final AccessAudit audit;
  private final Clock clock;
  private final boolean embedded;
  private final boolean serves;

  @Inject
  FirstKey(
      FirstKeySettings settings,
      FirstKeys stored,
      Administrators administrators,
      KeyRegistry keys,
      AccessAudit audit,
      Clock clock,
      @ConfigProperty(name = "sarkhat.data-directory", defaultValue = "data") Path directory,
      // Empty where another server is used.
      @ConfigProperty(name = "embedded-postgres.jdbc-url") Optional<String> embeddedServer,
      @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean serves) {
    this.settings = settings;
    this.file = new FirstKeyFile(directory);
    this.stored = stored;
    this.administrators = administrators;
    this.keys = keys;
    this.audit = audit;
    this.clock = clock;
    this.embedded = embeddedServer.isPresent();
    this.serves = serves;
  }

  void start(@Observes StartupEvent event) {
    if (serves) {
      provide();
    }
  }

  /**
   * Provides the key where it is needed. Processes that start together do it one after the other.
   *
   * @throws ConfigurationException if the operator's key is none
   */
  void provide() {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              administrators.lock();
              if (administrators.exist()) {
                nothingToDo();
              } else {
                provideToNobody();
              }
            });
  }

  private void nothingToDo() {
    if (settings.adminKey().isPresent() || settings.adminKeyFile().isPresent()) {
      LOG.infof("There is an admin with a key: %s is ignored", CHOSEN);
    }
    delete();
  }

  private void provideToNobody() {
    Optional<String> chosen = chosen();
    if (chosen.isPresent()) {
      take(chosen.get());
    } else if (!embedded) {
      LOG.warnf(
          "Nobody can use the newsroom's API: there is no admin with a valid key. Run the command"
              + " \"admin create-key\" with this database, or start with %s set to a key that"
              + " \"admin generate-key\" writes. Readers are served.",
          CHOSEN);
    } else if (stored.isValid(clock.instant())) {
      LOG.infof(
          "The first admin's key, made at an earlier start, %s",
          file.exists() ? "is in " + file.path() : "was taken from " + file.path());
    } else {
      make();
    }
  }

  private Optional<String> chosen() {
    if (settings.adminKey().isPresent()) {
      return settings.adminKey().map(String::strip);
    }
    return settings
        .adminKeyFile()
        .map(
            path -> {
              try {
                return Files.readString(path).strip();
              } catch (IOException unreadable) {
                throw new ConfigurationException(
                    CHOSEN + "_FILE cannot be read: " + path, unreadable);
              }
            });
  }

  private void take(String text) {
    AccessKey key =
        AccessKey.parse(text)
            .orElseThrow(
                () ->
                    new ConfigurationException(
                        CHOSEN
                            + " is no key: the command \"admin generate-key\" writes one. What"
                            + " others could guess is not taken."));
    if (stored.isKnown(key.id())) {
      LOG.errorf(
          "The key %s of %s has ended, and no admin is left. Nobody can use the newsroom's API: run"
              + " \"admin create-key\", or choose another key.",
          key, CHOSEN);
      return;
    }
    long admin = administrators.make("admin");
    keys.add(key, admin, false, null, null);
    audit.recordMade(OPERATION, admin, key.id());
    delete();
    LOG.infof("The key %s of %s is the first admin's", key, CHOSEN);
  }

  private void make() {
    delete();
    stored.forgetEnded();
    AccessKey key = AccessKey.generate(new SecureRandom());
    Instant end = clock.instant().plus(LIFE);
    long admin = administrators.make("bootstrap");
    keys.add(key, admin, true, end, null);
    audit.recordMade(OPERATION, admin, key.id());
    try {
      // Before the commit: a key that nobody can read is worse than a file whose key is not taken.
      file.write(key.text());
    } catch (IOException failed) {
      throw new UncheckedIOException(
          "The first admin's key cannot be written to " + file.path(), failed);
    }
    LOG.infof(
        "There is no admin yet. The first admin's key is in %s: make an admin with a key of their"
            + " own by it, until %s",
        file.path(), end);
  }

  private void delete() {
    try {
      file.delete();
    } catch (IOException failed) {
      LOG.warnf("%s holds a key that is not taken any more: delete it", file.path());
    }
  }
}
