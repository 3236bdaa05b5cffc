package dev.sarkhat.ingest;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What an operator may decide of imports over HTTP. */
@ConfigMapping(prefix = "sarkhat.import")
interface ImportSettings {

  /** How many bytes a file may have, as it is sent: packed, if it is packed. */
  @WithDefault("1G")
  MemorySize maxSize();

  /**
   * How many bytes a packed file may have when it is unpacked. Text packs to a fifth or so; a file
   * made to harm packs to a thousandth.
   */
  @WithDefault("10G")
  MemorySize maxUnpackedSize();

  /**
   * How many bytes a second have to arrive. Uploads hold no thread while they wait, only a
   * connection.
   */
  @WithDefault("4K")
  MemorySize slowestUpload();

  /** Over which time that is looked at. */
  @WithDefault("30S")
  Duration uploadWindow();

  /** How long the file of an import that has ended is kept. */
  @WithDefault("7D")
  Duration keepFiles();

  /**
   * How many refusals the report of an import holds, and how many repairs of spelling. All are
   * counted; who has more than these has another problem than the single line.
   */
  @WithDefault("100000")
  int mostRefusals();
}
