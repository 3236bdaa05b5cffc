package dev.sarkhat.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Search. */
@ConfigMapping(prefix = "sarkhat.search")
interface SearchSettings {

  /** What keeps the index: inside each process, or a cluster that all of them share. */
  @WithDefault("lucene")
  Engine engine();

  /** Which engine. */
  enum Engine {
    LUCENE,
    OPENSEARCH
  }

  /** Where the index inside the process lies; {@code search} in the data directory if not given. */
  Optional<Path> directory();

  /** What is indexed but not yet on disk takes this much memory at most, in megabytes. */
  @WithDefault("48")
  int buffer();

  /** How often what was indexed is made durable; after a crash no more than this is repeated. */
  @WithDefault("5S")
  Duration commitInterval();

  /** How long a search waits for the index to know what was just published. */
  @WithDefault("300MS")
  Duration longestWait();

  /** After this a search answers with what it has found. */
  @WithDefault("1S")
  Duration longestSearch();

  /** What an article of now scores more than an ancient one; a rare word alone scores about 8. */
  @WithDefault("1")
  double recencyWeight();

  /** The age at which it is half of that. */
  @WithDefault("30D")
  Duration recencyPivot();

  /**
   * How many threads analyse the archive when the index is built anew; 0 for half of those there
   * are.
   */
  @WithDefault("0")
  int buildThreads();
}
