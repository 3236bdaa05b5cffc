package dev.sarkhat.article.editing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sarkhat.access.Action;
import dev.sarkhat.access.Caller;
import dev.sarkhat.access.PrincipalRef;
import dev.sarkhat.article.Article;
import dev.sarkhat.http.Cursors;
import dev.sarkhat.http.IfMatch;
import dev.sarkhat.http.ProblemException;
import dev.sarkhat.http.ProblemType;
import dev.sarkhat.json.FieldChange;
import dev.sarkhat.paging.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The history of an article. */
@ApplicationScoped
class ArticleRevisions {

  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");

  private final EntityManager entities;
  private final ArticleDesk desk;
  private final ArticleDocuments documents;
  private final ArticleHistory history;
  private final ArticleEditing editing;
  private final RevisionWords words;
  private final Caller caller;
  private final Cursors cursors;
  private final ObjectMapper json;

  @Inject
  ArticleRevisions(
      EntityManager entities,
      ArticleDesk desk,
      ArticleDocuments documents,
      ArticleHistory history,
      ArticleEditing editing,
      RevisionWords words,
      Caller caller,
      Cursors cursors,
      ObjectMapper json) {
    this.entities = entities;
    this.desk = desk;
    this.documents = documents;
    this.history = history;
    this.editing = editing;
    this.words = words;
    this.caller = caller;
    this.cursors = cursors;
    this.json = json;
  }

  /** The saves, the latest first. */
  @Transactional
  Page<RevisionSummary> page(String id, int limit, @Nullable String cursor) {
    Article article = desk.read(id);
    String list = "revisions/" + article.id();
    List<String> keys = cursors.keys(list, cursor);
    List<RevisionSummary> found =
        session()
            .createNativeQuery(
                """
                select revision, saved_at, actor_id, actor_name, operation, note, restored_from
                from article_revision
                where article_id = :article and revision < :before
                order by revision desc limit :limit
                """,
                Object[].class)
            .setParameter("article", article.id())
            .setParameter(
                "before", keys == null ? Integer.MAX_VALUE : Integer.parseInt(keys.get(0)))
            .setParameter("limit", limit + 1)
            .getResultList()
            .stream()
            .map(ArticleRevisions::summary)
            .toList();
    return Page.cut(found, limit, last -> cursors.after(list, Integer.toString(last.revision())));
  }

  private static RevisionSummary summary(Object[] row) {
    return new RevisionSummary(
        ((Number) row[0]).intValue(),
        (Instant) row[1],
        principal(row[2], row[3]),
        (String) row[4],
        (String) row[5],
        row[6] == null ? null : ((Number) row[6]).intValue());
  }

  private static @Nullable PrincipalRef principal(@Nullable Object id, @Nullable Object name) {
    return id == null || name == null
        ? null
        : new PrincipalRef(((Number) id).longValue(), (String) name);
  }

  /** One revision, with all that it says. */
  @Transactional
  RevisionDocument one(String id, String revision) {
    Article article = desk.read(id);
    return find(article, revision);
  }

  /** How two revisions differ. */
  @Transactional
  RevisionDifference difference(String id, String from, String to) {
    Article article = desk.read(id);
    RevisionDocument before = find(article, from);
    RevisionDocument after = find(article, to);
    return new RevisionDifference(
        before.revision(),
        after.revision(),
        FieldChange.between(content(before), content(after)).stream()
            .map(RevisionDifference.Difference::of)
            .toList());
  }

  /** Writes the words of a revision in the article again. Where it stands stays. */
  @Transactional
  ArticleDocument restore(String id, String revision, IfMatch ifMatch, @Nullable String note) {
    ArticleDesk.Taken taken = desk.take(id, Action.ARTICLE_EDIT, ifMatch);
    RevisionDocument wanted = find(taken.article(), revision);
    Written written = words.of(taken.article(), wanted.revision(), content(wanted));
    ArticleHistory.Save save =
        new ArticleHistory.Save(
            caller.principal(), "restoreRevision", note, null, wanted.revision());
    return editing.write(taken, written, save);
  }

  /**
   * What a revision of an article says, for whoever has been given a link to it.
   *
   * @throws ProblemException 404 if there is no such revision
   */
  ObjectNode words(Article article, int revision) {
    return content(find(article, String.valueOf(revision)));
  }

  private static ObjectNode content(RevisionDocument revision) {
    if (revision.content() instanceof ObjectNode content) {
      return content;
    }
    throw ProblemException.of(
        ProblemType.CONFLICT,
        "Revision "
            + revision.revision()
            + " was brought by an import and replaced by another: only what was received is kept.");
  }

  private RevisionDocument find(Article article, String revision) {
    if (!NUMBER.matcher(revision).matches()) {
      throw ProblemException.notFound();
    }
    int number = Integer.parseInt(revision);
    if (number == article.revision()) {
      history.keepPresent(documents.written(List.of(article)));
    }
    return session()
        .createNativeQuery(
            """
            select revision, saved_at, actor_id, actor_name, operation, note, restored_from,
                   status, published_at, expire_at, cast(content as text), cast(received as text)
            from article_revision where article_id = :article and revision = :revision
            """,
            Object[].class)
        .setParameter("article", article.id())
        .setParameter("revision", number)
        .getResultStream()
        .findFirst()
        .map(this::document)
        .orElseThrow(ProblemException::notFound);
  }

  private RevisionDocument document(Object[] row) {
    RevisionSummary summary = summary(row);
    return new RevisionDocument(
        summary.revision(),
        summary.savedAt(),
        summary.savedBy(),
        summary.operation(),
        summary.note(),
        summary.restoredFrom(),
        (String) row[7],
        (Instant) row[8],
        (Instant) row[9],
        words(tree((String) row[10])),
        members(tree((String) row[11])));
  }

  /** The words in the order in which an article tells them, which PostgreSQL does not keep. */
  private @Nullable JsonNode words(@Nullable JsonNode stored) {
    if (stored == null) {
      return null;
    }
    ObjectNode words = json.valueToTree(json.convertValue(stored, ArticleContentDocument.class));
    if (stored.has("attributes")) {
      // Whatever they hold, to the digit; an article has them from there, too.
      words.set("attributes", stored.get("attributes"));
    }
    return words;
  }

  private @Nullable JsonNode tree(@Nullable String text) {
    try {
      return text == null ? null : Objects.requireNonNull(json.readTree(text));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("PostgreSQL writes JSON", impossible);
    }
  }

  private @Nullable Map<String, Object> members(@Nullable JsonNode object) {
    return object == null
        ? null
        : json.convertValue(object, new TypeReference<LinkedHashMap<String, Object>>() {});
  }

  private Session session() {
    return entities.unwrap(Session.class);
  }
}
