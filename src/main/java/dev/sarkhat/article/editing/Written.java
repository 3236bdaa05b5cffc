package dev.sarkhat.article.editing;

import dev.sarkhat.article.Article;
import dev.sarkhat.article.ArticleContent;
import dev.sarkhat.contributor.Contributor;
import dev.sarkhat.contributor.ContributorRole;
import dev.sarkhat.tag.Tag;
import java.util.List;
import java.util.Map;

/**
 * All that an editor writes in an article.
 *
 * @param content what it says by itself
 * @param tags its tags, in order
 * @param credits who made it, in order
 * @param related the numbers of the editor's choice of related articles, in order
 */
record Written(
    ArticleContent content,
    List<Tag> tags,
    Map<Contributor, ContributorRole> credits,
    List<Long> related) {

  static Written in(Article article, List<Long> related) {
    return new Written(article.content(), article.tags(), article.credits(), related);
  }
}
