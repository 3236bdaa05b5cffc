package dev.sarkhat.ingest;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A line that may be taken.
 *
 * @param number its number in the file, from 1
 * @param content what it says
 * @param digest the SHA-256 of its canonical JSON, in hexadecimal
 * @param received its JSON as it came
 */
record ReceivedLine(long number, ImportLine content, String digest, String received) {

  /** The digest as it is stored. */
  byte[] digestBytes() {
    return HexFormat.of().parseHex(digest);
  }

  /** The article's number at its sender, where the line tells it. */
  @Nullable String externalId() {
    return content instanceof ArticleLine article ? article.externalId() : null;
  }
}
