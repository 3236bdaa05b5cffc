package dev.sarkhat.database;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code embedded-postgres.jdbc-url}, {@code .username} and {@code .password}, the default
 * values of the data source.
 *
 * <p>The server starts when the address is read for the first time. Where {@code
 * QUARKUS_DATASOURCE_JDBC_URL} names another server, the three values are empty; in a build nothing
 * reads them. Read by Quarkus through {@code META-INF/services}.
 *
 * <table>
 *   <caption>Settings</caption>
 *   <tr><th>property</th><th>meaning</th><th>default</th></tr>
 *   <tr><td>{@code sarkhat.data-directory}</td><td>where the application keeps its data; the server
 *     uses {@code postgresql} in it</td><td>{@code data}</td></tr>
 *   <tr><td>{@code sarkhat.embedded-postgres.temporary}</td><td>{@code true} throws the data away
 *     before the start and after the end, and does not flush them</td><td>{@code false}</td></tr>
 *   <tr><td>{@code sarkhat.embedded-postgres.attach}</td><td>{@code true} uses the server of another
 *     process where one runs on the directory, instead of failing</td><td>{@code false}</td></tr>
 * </table>
 */
public final class EmbeddedPostgresConfigSourceFactory implements ConfigSourceFactory {

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    if (isExternal(context)) {
      return List.of(new EmbeddedPostgresConfigSource(null));
    }
    EmbeddedPostgres server =
        new EmbeddedPostgres(
            Path.of(value(context, "sarkhat.data-directory", "data")),
            Boolean.parseBoolean(value(context, "sarkhat.embedded-postgres.temporary", "false")),
            Boolean.parseBoolean(value(context, "sarkhat.embedded-postgres.attach", "false")));
    return List.of(new EmbeddedPostgresConfigSource(server));
  }

  /**
   * Whether the address of the data source has a value without this source: then user and password
   * may still be read from here, which must not start a server.
   */
  private static boolean isExternal(ConfigSourceContext context) {
    @Nullable ConfigValue address = context.getValue("quarkus.datasource.jdbc.url");
    return address != null && address.getValue() != null && !address.getValue().isBlank();
  }

  private static String value(ConfigSourceContext context, String name, String defaultValue) {
    @Nullable ConfigValue configured = context.getValue(name);
    if (configured == null || configured.getValue() == null || configured.getValue().isBlank()) {
      return defaultValue;
    }
    return configured.getValue();
  }
}
