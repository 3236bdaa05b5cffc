package dev.sarkhat.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What an operator may decide of how requests are taken. */
@ConfigMapping(prefix = "sarkhat.http")
interface HttpSettings {

  /**
   * How long a request's body may take to arrive, from its head to its last byte. A body that is
   * waited for holds one of the few threads that also read the database.
   */
  @WithDefault("5S")
  Duration bodyTimeout();

  /** How long a body may be. */
  @WithDefault("2M")
  MemorySize maxBodySize();

  /**
   * The origins (RFC 6454, section 6.2) whose pages may use the paths of editors and operators,
   * such as {@code https://newsroom.example.org}: exact, none by default. What is public may be
   * read by pages of any site.
   */
  Optional<
          List<
              @Pattern(
                  regexp =
                      "https?://[a-z0-9.\\-]+(:[0-9]{1,5})?|https?://\\[[0-9a-f:.]+](:[0-9]{1,5})?",
                  message =
                      "must be origins as browsers send them, such as https://newsroom.example.org: in lower case, without a path or a slash at the end")
              String>>
      adminOrigins();
}
