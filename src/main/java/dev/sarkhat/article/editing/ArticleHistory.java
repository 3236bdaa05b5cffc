package dev.sarkhat.article.editing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sarkhat.access.Principal;
import dev.sarkhat.article.Article;
import dev.sarkhat.article.ArticleLifecycle;
import dev.sarkhat.contributor.Contributor;
import dev.sarkhat.source.Source;
import dev.sarkhat.tag.Tag;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Writes the revisions of articles, each with all that it says. */
@ApplicationScoped
class ArticleHistory {

  private final EntityManager entities;
  private final ObjectMapper json;

  @Inject
  ArticleHistory(EntityManager entities, ObjectMapper json) {
    this.entities = entities;
    this.json = json;
  }

  /**
   * A save.
   *
   * @param by who saves
   * @param operation the operationId
   * @param note why, or null
   * @param received what was sent, or null
   * @param restoredFrom the revision whose words these are again, or null
   */
  record Save(
      Principal by,
      String operation,
      @Nullable String note,
      byte @Nullable [] received,
      @Nullable Integer restoredFrom) {}

  /**
   * Writes down what the present revisions say, unless that is there. Imports keep what was sent
   * only; before such an article is changed, its words are put down.
   *
   * @param present what is written in the articles, of which nothing has been changed
   */
  void keepPresent(Map<Article, Written> present) {
    List<Written> written = List.copyOf(present.values());
    session()
        .createNativeMutationQuery(
            """
            insert into article_revision as kept
              (article_id, revision, saved_at, content, named, status, published_at, expire_at)
            select a.id, a.revision, a.saved_at, cast(p.content as jsonb), cast(p.named as jsonb),
                   a.status, a.published_at, a.expire_at
            from unnest(cast(:articles as bigint[]), cast(:contents as text[]), cast(:named as text[]))
              as p(id, content, named)
            join article a on a.id = p.id
            on conflict (article_id, revision) do update
              set content = excluded.content, named = excluded.named, status = excluded.status,
                  published_at = excluded.published_at, expire_at = excluded.expire_at
              where kept.content is null
            """)
        .setParameter("articles", present.keySet().stream().map(Article::id).toArray(Long[]::new))
        .setParameter(
            "contents",
            written.stream()
                .map(each -> text(ArticleContentDocument.of(each)))
                .toArray(String[]::new))
        .setParameter("named", written.stream().map(this::named).toArray(String[]::new))
        .executeUpdate();
  }

  /** Writes down the revision that the article has just got. */
  void add(Article article, Written written, ObjectNode content, Save save) {
    ArticleLifecycle lifecycle = article.lifecycle();
    session()
        .createNativeMutationQuery(
            """
            insert into article_revision
              (article_id, revision, saved_at, received, actor_id, actor_name, operation, note,
               content, named, status, published_at, expire_at, restored_from)
            values (:article, :revision, :savedAt, cast(:received as jsonb), :actor, :name, :operation, :note,
                    cast(:content as jsonb), cast(:named as jsonb), :status, :publishedAt, :expireAt, :restored)
            """)
        .setParameter("article", article.id())
        .setParameter("revision", article.revision())
        .setParameter("savedAt", article.savedAt())
        .setParameter("received", text(save.received()), String.class)
        .setParameter("actor", save.by().id())
        .setParameter("name", save.by().name())
        .setParameter("operation", save.operation())
        .setParameter("note", save.note(), String.class)
        .setParameter("content", content.toString())
        .setParameter("named", named(written))
        .setParameter("status", lifecycle.status().value())
        .setParameter("publishedAt", lifecycle.publishedAt(), Instant.class)
        .setParameter("expireAt", lifecycle.expireAt(), Instant.class)
        .setParameter("restored", save.restoredFrom(), Integer.class)
        .executeUpdate();
  }

  private static @Nullable String text(byte @Nullable [] received) {
    return received == null ? null : new String(received, StandardCharsets.UTF_8);
  }

  private String named(Written written) {
    return text(
        new NamedThings(
            written.content().section().id(),
            id(written.content().source()),
            id(written.content().originalSource()),
            written.tags().stream().map(Tag::id).toList(),
            written.credits().keySet().stream().map(Contributor::id).toList()));
  }

  private String text(Object document) {
    try {
      return json.writeValueAsString(document);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("documents can always be written", impossible);
    }
  }

  private static @Nullable Long id(@Nullable Source source) {
    return source == null ? null : source.id();
  }

  private Session session() {
    return entities.unwrap(Session.class);
  }
}
