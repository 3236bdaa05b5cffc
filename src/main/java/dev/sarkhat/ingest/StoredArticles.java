package dev.sarkhat.ingest;

import dev.sarkhat.article.Article;
import dev.sarkhat.article.editing.RevisionKeeping;
import dev.sarkhat.ingest.NameIndex.Name;
import dev.sarkhat.source.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The articles of a batch's lines that are there already, taken up to be revised. */
final class StoredArticles {

  private final Session session;
  private final NewsroomNames names;
  private final RevisionKeeping revisions;
  private Map<Identity, Article> existing = Map.of();
  private Map<Long, Article> numbered = Map.of();

  StoredArticles(Session session, NewsroomNames names, RevisionKeeping revisions) {
    this.session = session;
    this.names = names;
    this.revisions = revisions;
  }

  /** What an article is known by. */
  private record Identity(String externalId, @Nullable Long source) {}

  /**
   * Looks up at once which of the lines' articles are there, with their tags and contributors. What
   * they say is kept, for it is about to be replaced.
   */
  void lookUp(List<ReceivedLine> lines) {
    List<String> externalIds =
        lines.stream().map(ReceivedLine::externalId).filter(Objects::nonNull).toList();
    List<Long> numbers = lines.stream().flatMap(StoredArticles::number).toList();
    existing = new HashMap<>();
    numbered = new HashMap<>();
    if (externalIds.isEmpty() && numbers.isEmpty()) {
      return;
    }
    List<Article> found = lock(externalIds, numbers);
    for (Article article : found) {
      numbered.put(Objects.requireNonNull(article.id()), article);
      if (article.externalId() != null) {
        existing.put(
            new Identity(
                article.externalId(), article.source() == null ? null : article.source().id()),
            article);
      }
    }
    revisions.keepPresent(found);
  }

  /** Those that are there. Whoever edits one of them ends first, or waits. */
  private List<Article> lock(List<String> externalIds, List<Long> numbers) {
    List<Long> ids =
        session
            .createNativeQuery(
                """
                select id from article where external_id = any(:externalIds) or id = any(:numbers)
                order by id for no key update
                """,
                Long.class)
            .setParameter("externalIds", externalIds.toArray(String[]::new))
            .setParameter("numbers", numbers.toArray(Long[]::new))
            .getResultList();
    if (ids.isEmpty()) {
      return List.of();
    }
    List<Article> found =
        session
            .createQuery(
                """
                select distinct a from Article a
                join fetch a.section left join fetch a.source left join fetch a.originalSource
                left join fetch a.tags t left join fetch t.tag
                where a.id in :ids
                """,
                Article.class)
            .setParameter("ids", ids)
            .getResultList();
    session
        .createQuery(
            """
            select distinct a from Article a
            left join fetch a.contributors c left join fetch c.contributor
            where a in :found
            """,
            Article.class)
        .setParameter("found", found)
        .getResultList();
    return found;
  }

  private static Stream<Long> number(ReceivedLine line) {
    return line.content() instanceof ArticleLine article && article.identity() != null
        ? Stream.of(article.identity().number())
        : Stream.empty();
  }

  /**
   * The article that the line is about, among those looked up.
   *
   * @throws LineRefusedException if its number here is that of another article
   */
  @Nullable Article find(ArticleLine line) {
    Article sent = findAtSource(line);
    if (line.identity() == null) {
      return sent;
    }
    Article kept = numbered.get(line.identity().number());
    boolean same =
        kept == null ? sent == null : kept.createdAt().equals(line.identity().createdAt());
    if (!same) {
      throw new LineRefusedException(
          "/articleId",
          kept == null ? "is not the article's number here" : "is another article's number here");
    }
    return kept;
  }

  /** The article with the line's number at the line's source. */
  private @Nullable Article findAtSource(ArticleLine line) {
    if (line.externalId() == null || existing.isEmpty()) {
      return null;
    }
    if (line.source() == null) {
      return existing.get(new Identity(line.externalId(), null));
    }
    Source source = names.sources().find(new Name(line.source().title(), line.source().slug()));
    return source == null ? null : existing.get(new Identity(line.externalId(), source.id()));
  }
}
