package dev.sarkhat.search.index;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.Stream;

/**
 * What of an article can be searched, as it is written.
 *
 * @param titles kicker, title and subtitle, as far as there are any
 * @param lead the lead; empty for none
 * @param body the body as plain text; empty for none
 * @param tags the names of its tags, and their aliases
 * @param sources the names of its source and of the source's source
 * @param contributors the names of its contributors
 */
public record ArticleTexts(
    List<String> titles,
    String lead,
    String body,
    List<String> tags,
    List<String> sources,
    List<String> contributors) {

  /** Raised whenever an index must be built anew, because text is analysed in another way. */
  public static final int ANALYSIS = 1;

  /** What readers read of it, in one text. */
  String joined() {
    return String.join("\n", titles) + "\n" + lead + "\n" + body;
  }

  /**
   * Tells apart, but for chance, all that articles may say.
   *
   * @param facts what else an index holds of the article
   */
  public long digest(List<?> facts) {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
    Stream.of(titles, List.of(lead, body), tags, sources, contributors, facts)
        .forEach(
            part -> {
              part.forEach(
                  each -> {
                    digest.update(each.toString().getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) 0);
                  });
              digest.update((byte) 1);
            });
    long first = 0;
    byte[] bytes = digest.digest();
    for (int index = 0; index < Long.BYTES; index++) {
      first = first << Byte.SIZE | Byte.toUnsignedLong(bytes[index]);
    }
    return first;
  }
}
