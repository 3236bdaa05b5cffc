package dev.sarkhat.article.editing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sarkhat.access.Action;
import dev.sarkhat.article.Article;
import dev.sarkhat.http.IfMatch;
import dev.sarkhat.http.ProblemException;
import dev.sarkhat.json.JsonFields;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads and changes what is written in articles on behalf of those who may, for other features. */
@ApplicationScoped
public class ArticleWords {

  private final ArticleDesk desk;
  private final ArticleDocuments documents;
  private final ArticleEditing editing;

  @Inject
  ArticleWords(ArticleDesk desk, ArticleDocuments documents, ArticleEditing editing) {
    this.desk = desk;
    this.documents = documents;
    this.editing = editing;
  }

  /**
   * What is written in an article.
   *
   * @param forReaders whether it is scheduled or published
   * @param content in the form in which editors read and send it
   */
  public record Words(long id, int revision, boolean forReaders, ObjectNode content) {}

  /**
   * Reads an article.
   *
   * @throws ProblemException 404 if there is none, or the caller may not see it
   */
  @Transactional
  public Words read(String id) {
    Article article = desk.read(id);
    return new Words(
        Long.parseLong(id),
        article.revision(),
        article.lifecycle().status().isForReaders(),
        documents.tree(documents.written(article)));
  }

  /**
   * Changes an article as an editor does, in one revision.
   *
   * @param operation what the history and the audit log call it: an operationId
   * @param note why, or null
   * @param change makes of the content another; it is called when the caller may do this
   * @throws ProblemException 403 or 404 if the caller may not, 412 if it has another revision, 400
   *     if the result cannot be taken
   */
  @Transactional
  public ArticleDocument change(
      String id,
      IfMatch ifMatch,
      String operation,
      @Nullable String note,
      UnaryOperator<ObjectNode> change) {
    ArticleDesk.Taken taken = desk.take(id, Action.ARTICLE_EDIT, ifMatch);
    ObjectNode content = change.apply(taken.beforeTree().deepCopy());
    // What is kept is clean HTML, whatever it looks like.
    content.put("bodyFormat", "html");
    JsonFields body = new JsonFields(content);
    return editing.rewrite(taken, body, desk.save(operation, note, body.canonical()));
  }
}
