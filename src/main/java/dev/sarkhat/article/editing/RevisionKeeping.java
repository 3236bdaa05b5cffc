package dev.sarkhat.article.editing;

import dev.sarkhat.article.Article;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Keeps what articles say where others than editors are about to change them, such as imports. */
@ApplicationScoped
public class RevisionKeeping {

  /** An article may have some million characters, which are in memory here a second time. */
  private static final int AT_ONCE = 20;

  private final ArticleDocuments documents;
  private final ArticleHistory history;

  @Inject
  RevisionKeeping(ArticleDocuments documents, ArticleHistory history) {
    this.documents = documents;
    this.history = history;
  }

  /**
   * Writes down what the present revisions of the articles say, unless that is there, in the
   * caller's transaction.
   *
   * @param articles as they are stored, and locked: of none has anything been changed
   */
  public void keepPresent(List<Article> articles) {
    for (int first = 0; first < articles.size(); first += AT_ONCE) {
      int end = Math.min(first + AT_ONCE, articles.size());
      history.keepPresent(documents.written(articles.subList(first, end)));
    }
  }
}
