package dev.sarkhat.article.editing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Reads articles for the newsroom. */
@ApplicationScoped
class ArticleReading {

  private final ArticleDesk desk;
  private final ArticleDocuments documents;

  @Inject
  ArticleReading(ArticleDesk desk, ArticleDocuments documents) {
    this.desk = desk;
    this.documents = documents;
  }

  /** One article. */
  @Transactional
  ArticleDocument one(String id) {
    return documents.of(desk.read(id));
  }
}
