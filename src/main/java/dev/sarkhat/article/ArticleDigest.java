package dev.sarkhat.article;

import dev.sarkhat.article.body.BodyText;
import dev.sarkhat.text.Excerpt;
import dev.sarkhat.text.ReadingTime;
import org.jspecify.annotations.Nullable;

/**
 * What lists tell of an article without loading its body.
 *
 * @param excerpt the lead, or else the body's beginning, cut at a word boundary
 * @param readingMinutes how long a reader takes, in whole minutes
 */
public record ArticleDigest(@Nullable String excerpt, int readingMinutes) {

  /** The longest excerpt, in UTF-16 code units. */
  static final int EXCERPT_LENGTH = 200;

  /** What lists tell of an article that says this. */
  public static ArticleDigest of(ArticleContent content) {
    String lead = content.lead() == null ? "" : content.lead();
    String body = content.body() == null ? "" : BodyText.of(content.body());
    String beginning = lead.isEmpty() ? body.replaceAll("\\s+", " ") : lead;
    return new ArticleDigest(
        beginning.isEmpty() ? null : Excerpt.of(beginning, EXCERPT_LENGTH),
        ReadingTime.minutes(content.title() + "\n" + lead + "\n" + body));
  }
}
