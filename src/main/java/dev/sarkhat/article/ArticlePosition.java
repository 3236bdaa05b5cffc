package dev.sarkhat.article;

import java.time.Instant;
import java.util.Comparator;

/**
 * Where in a list an article stands.
 *
 * @param at the instant that the list is sorted by
 * @param id the article's number, which orders equal instants
 */
record ArticlePosition(Instant at, long id) implements Comparable<ArticlePosition> {

  private static final Comparator<ArticlePosition> ORDER =
      Comparator.comparing(ArticlePosition::at).thenComparingLong(ArticlePosition::id);

  @Override
  public int compareTo(ArticlePosition other) {
    return ORDER.compare(this, other);
  }
}
