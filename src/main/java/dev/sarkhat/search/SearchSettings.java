package dev.sarkhat.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Search. It is public because the framework checks groups of a configuration from outside of their
 * package.
 */
@ConfigMapping(prefix = "sarkhat.search")
public interface SearchSettings {

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

  /** For engine {@code opensearch}. */
  OpenSearch opensearch();

  /** An OpenSearch cluster. */
  interface OpenSearch {

    /** Addresses of nodes, any of which is asked; {@code https} for an encrypted connection. */
    @WithDefault("http://localhost:9200")
    List<URI> url();

    /** Who asks; nobody in particular if not given. */
    Optional<String> username();

    /** The user's password. */
    Optional<String> password();

    /** What the indexes' names begin with; installations that share a cluster must differ in it. */
    @WithDefault("sarkhat")
    @Pattern(regexp = "[a-z][a-z0-9_-]{0,99}")
    String indexPrefix();

    /** Copies of the index beside the first; each needs a node of its own. */
    @WithDefault("1")
    @Min(0)
    int replicas();

    /** How long a connection may take to come about. */
    @WithDefault("2S")
    Duration connectTimeout();

    /** How long the cluster may take for a write. */
    @WithDefault("10S")
    Duration timeout();

    /** How much a process asks of the cluster at once. */
    @WithDefault("32")
    @Min(2)
    int connections();
  }
}
