package dev.sarkhat.access;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** The first admin's key, for whoever wants to choose it. */
@ConfigMapping(prefix = "sarkhat.bootstrap")
interface FirstKeySettings {

  /**
   * A key, as {@code admin generate-key} writes one. It becomes an admin's where there is no admin
   * yet, and means nothing where there is.
   */
  Optional<String> adminKey();

  /** A file that holds such a key and nothing else. */
  Optional<Path> adminKeyFile();
}
