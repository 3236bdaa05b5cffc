package dev.sarkhat.ingest;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
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

  /** What tells the article from others: two lines that share one of these are about the same. */
  Set<Object> identities() {
    Set<Object> identities = new HashSet<>();
    if (content instanceof ArticleLine article) {
      if (article.externalId() != null) {
        identities.add(article.externalId());
      }
      if (article.identity() != null) {
        identities.add(article.identity().number());
      }
    }
    return identities;
  }
}
