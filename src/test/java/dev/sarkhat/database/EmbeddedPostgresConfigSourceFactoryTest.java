package dev.sarkhat.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the server starts: what is read here is all that could start one. */
class EmbeddedPostgresConfigSourceFactoryTest {

  private static final String EXTERNAL = "jdbc:postgresql://database.example/sarkhat";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path data;

  @Test
  void startsNothingWhereAnotherServerIsNamed() {
    SmallRyeConfig config = configure(Map.of("quarkus.datasource.jdbc.url", EXTERNAL));
    assertEquals(EXTERNAL, value(config, "quarkus.datasource.jdbc.url"));
    assertNull(value(config, "quarkus.datasource.username"));
    assertNull(value(config, "quarkus.datasource.password"));
    assertNothingStarted();
  }

  @Test
  void leavesUserAndPasswordOfAnotherServerAlone() {
    SmallRyeConfig config =
        configure(
            Map.of(
                "quarkus.datasource.jdbc.url", EXTERNAL,
                "quarkus.datasource.username", "editor",
                "quarkus.datasource.password", "secret"));
    assertEquals("editor", value(config, "quarkus.datasource.username"));
    assertEquals("secret", value(config, "quarkus.datasource.password"));
    assertNothingStarted();
  }

  @Test
  void startsNothingWhenPropertiesAreListed() {
    SmallRyeConfig config = configure(Map.of());
    assertFalse(
        StreamSupport.stream(config.getPropertyNames().spliterator(), false)
            .anyMatch(name -> name.startsWith("embedded-postgres.")));
    assertEquals("sarkhat", value(config, "quarkus.datasource.username"));
    assertNothingStarted();
  }

  @Test
  void startsNothingWhileClassDataAreRecorded() {
    System.setProperty("quarkus.appcds.generate", "true");
    try {
      SmallRyeConfig config = configure(Map.of());
      assertEquals(
          "jdbc:postgresql://127.0.0.1/sarkhat", value(config, "quarkus.datasource.jdbc.url"));
      assertNull(value(config, "quarkus.datasource.password"));
      assertNothingStarted();
    } finally {
      System.clearProperty("quarkus.appcds.generate");
    }
  }

  @Test
  void tellsOnceWhyThereIsNoServer() throws Exception {
    Path notADirectory = Files.createFile(data.resolve("postgresql"));
    SmallRyeConfig config = configure(Map.of());
    EmbeddedPostgresException refused =
        assertThrows(
            EmbeddedPostgresException.class, () -> value(config, "quarkus.datasource.jdbc.url"));
    assertTrue(
        refused.toString().contains("cannot use the directory " + notADirectory),
        refused.toString());
    assertNull(value(config, "quarkus.datasource.password"));
  }

  private SmallRyeConfig configure(Map<String, String> settings) {
    Map<String, String> application =
        Map.of(
            "quarkus.datasource.jdbc.url", "${embedded-postgres.jdbc-url}",
            "quarkus.datasource.username", "${embedded-postgres.username}",
            "quarkus.datasource.password", "${embedded-postgres.password}",
            "sarkhat.data-directory", data.toString());
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .withSources(new PropertiesConfigSource(application, "application", 250))
        .withSources(new PropertiesConfigSource(new HashMap<>(settings), "environment", 300))
        .withSources(new EmbeddedPostgresConfigSourceFactory())
        .build();
  }

  private static @Nullable String value(SmallRyeConfig config, String name) {
    return config.getOptionalValue(name, String.class).orElse(null);
  }

  private void assertNothingStarted() {
    assertFalse(Files.exists(data.resolve("postgresql")));
  }
}
