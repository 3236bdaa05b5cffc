package dev.sarkhat.ingest;

import dev.sarkhat.article.Article;
import dev.sarkhat.article.ArticleContent;
import dev.sarkhat.article.ArticleLifecycle;
import dev.sarkhat.article.ArticleStatus;
import dev.sarkhat.article.ArticleTexts;
import dev.sarkhat.article.editing.RevisionKeeping;
import dev.sarkhat.contributor.Contributor;
import dev.sarkhat.contributor.ContributorRole;
import dev.sarkhat.ingest.ArticleLine.SourceName;
import dev.sarkhat.ingest.NameIndex.Name;
import dev.sarkhat.source.Source;
import dev.sarkhat.tag.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Makes and revises articles of their lines. A line is the whole article, not a change to it. */
final class ArticleWriter {

  private final Session session;
  private final NewsroomNames names;
  private final StoredArticles articles;
  private final LineSpelling spelling;
  private final Set<String> embedHosts;
  private final Instant startedAt;
  private final List<Article> unnumbered = new ArrayList<>();
  private long greatestNumber;

  ArticleWriter(
      Session session,
      NewsroomNames names,
      RevisionKeeping revisions,
      LineSpelling spelling,
      Set<String> embedHosts,
      Instant startedAt) {
    this.session = session;
    this.names = names;
    this.articles = new StoredArticles(session, names, revisions);
    this.spelling = spelling;
    this.embedHosts = Set.copyOf(embedHosts);
    this.startedAt = startedAt;
  }

  /** Looks up at once which of the lines' articles are there. */
  void prefetch(List<ReceivedLine> lines) {
    unnumbered.clear();
    greatestNumber = 0;
    articles.lookUp(lines);
  }

  /**
   * The article that the line is about, among those looked up.
   *
   * @throws LineRefusedException if its number here is that of another article
   */
  @Nullable Article existing(ArticleLine line) {
    return articles.find(line);
  }

  /**
   * An article that says what its line says, not yet stored, with what it is to be joined to.
   *
   * @param article new, or the existing one, revised
   * @param said what the line says, proofread
   */
  record Draft(
      Article article,
      List<Tag> tags,
      Map<Contributor, ContributorRole> contributors,
      LineSpelling.Result said) {}

  /**
   * Writes the line into the article, or into a new one. What the line names is stored.
   *
   * @throws LineRefusedException if it contradicts what is there; nothing of it is written then
   */
  Draft draft(ArticleLine line, @Nullable Article existing, Saving saving) {
    ArticleLifecycle lifecycle = lifecycle(line, existing);
    LineSpelling.Result said = spelling.of(content(line), existing != null);
    ArticleContent content = said.content();
    Article article = existing;
    if (article == null) {
      Instant createdAt = line.createdAt() == null ? startedAt : line.createdAt();
      article = new Article(content, lifecycle, createdAt, updatedAt(line));
      if (saving.by() != null) {
        article.createdBy(saving.by());
      }
      if (line.identity() != null) {
        article.number(line.identity().number());
        greatestNumber = Math.max(greatestNumber, line.identity().number());
      } else {
        unnumbered.add(article);
      }
    } else {
      article.revise(content, lifecycle, line.updatedAt() == null ? startedAt : line.updatedAt());
    }
    article.savedBy(saving.by(), saving.at());
    if (line.identity() != null || line.embargoUntil() != null) {
      article.embargo(line.embargoUntil());
    }
    return new Draft(article, tags(line), contributors(line), said);
  }

  /** Stores the articles, then their tags, then their contributors: a batch for each table. */
  void store(List<Draft> drafts) {
    numberNew();
    drafts.forEach(draft -> session.persist(draft.article()));
    session.flush();
    drafts.forEach(draft -> draft.article().tag(draft.tags()));
    session.flush();
    drafts.forEach(draft -> draft.article().credit(draft.contributors()));
    session.flush();
  }

  /**
   * Draws the numbers of all new articles at once, and keeps the sequence ahead of those brought.
   */
  private void numberNew() {
    if (greatestNumber > 0) {
      session
          .createNativeQuery("select 1 from pass_article_number(:greatest)", Integer.class)
          .setParameter("greatest", greatestNumber)
          .getSingleResult();
    }
    if (!unnumbered.isEmpty()) {
      Iterator<Long> numbers =
          session
              .createNativeQuery("select next_article_numbers(:count)", Long.class)
              .setParameter("count", unnumbered.size())
              .getResultList()
              .iterator();
      unnumbered.forEach(article -> article.number(numbers.next()));
    }
  }

  /** A new article has not changed since it was published, unless its sender says so. */
  private Instant updatedAt(ArticleLine line) {
    if (line.updatedAt() != null) {
      return line.updatedAt();
    }
    Instant publishedAt = line.publishedAt();
    return publishedAt != null && publishedAt.isBefore(startedAt) ? publishedAt : startedAt;
  }

  private ArticleLifecycle lifecycle(ArticleLine line, @Nullable Article existing) {
    if (line.status() == null
        && existing != null
        && existing.lifecycle().status() == ArticleStatus.WITHDRAWN) {
      // A sender who says nothing of it does not put up again what an editor took down.
      return existing.lifecycle();
    }
    Instant publishedAt = line.publishedAt();
    if (publishedAt == null && existing != null) {
      publishedAt = existing.publishedAt();
    }
    ArticleStatus status = line.status();
    if (status == null) {
      boolean ahead = publishedAt != null && publishedAt.isAfter(startedAt);
      status = ahead ? ArticleStatus.SCHEDULED : ArticleStatus.PUBLISHED;
    }
    if (publishedAt == null && status == ArticleStatus.PUBLISHED) {
      publishedAt = startedAt;
    }
    Instant expireAt = line.expireAt();
    if (expireAt != null && publishedAt != null && !expireAt.isAfter(publishedAt)) {
      throw new LineRefusedException("/expireAt", "is not later than the article's publishing");
    }
    return new ArticleLifecycle(
        status, publishedAt, expireAt, withdrawnAt(line, status, existing), line.withdrawnReason());
  }

  private @Nullable Instant withdrawnAt(
      ArticleLine line, ArticleStatus status, @Nullable Article existing) {
    if (status != ArticleStatus.WITHDRAWN) {
      return null;
    }
    if (line.withdrawnAt() != null) {
      return line.withdrawnAt();
    }
    if (existing != null && existing.withdrawnAt() != null) {
      return existing.withdrawnAt();
    }
    return line.updatedAt() == null ? startedAt : line.updatedAt();
  }

  private ArticleContent content(ArticleLine line) {
    ArticleTexts texts = line.texts();
    return new ArticleContent(
        texts.type(),
        texts.lang(),
        texts.kicker(),
        texts.title(),
        texts.subtitle(),
        texts.lead(),
        texts.cleanBody(embedHosts),
        texts.pullQuotes(),
        texts.slugOrOfTitle(),
        names.sections().of(line),
        source(line.source(), texts.lang()),
        line.sourceUrl(),
        source(line.originalSource(), texts.lang()),
        texts.originalSourceUrl(),
        line.externalId(),
        texts.image(),
        texts.seo(),
        texts.attributes());
  }

  private @Nullable Source source(@Nullable SourceName name, String lang) {
    if (name == null) {
      return null;
    }
    return names
        .sources()
        .findOrCreate(
            new Name(name.title(), name.slug()),
            (slug, title) -> {
              Source source = new Source(slug, title, lang);
              source.listed(false).describe(null, name.url(), lang);
              return source;
            });
  }

  /** The tags, each once: two that the sender tells apart may be one here. */
  private List<Tag> tags(ArticleLine line) {
    return line.tags().stream()
        .map(
            name ->
                names
                    .tags()
                    .findOrCreate(
                        new Name(name.title(), name.slug()),
                        (slug, title) ->
                            new Tag(slug, title, name.type(), line.texts().lang()).listed(false)))
        .distinct()
        .toList();
  }

  private Map<Contributor, ContributorRole> contributors(ArticleLine line) {
    Map<Contributor, ContributorRole> roles = new LinkedHashMap<>();
    for (ArticleLine.ContributorName name : line.contributors()) {
      Contributor contributor =
          names
              .contributors()
              .findOrCreate(
                  new Name(name.name(), name.slug()),
                  (slug, title) ->
                      new Contributor(slug, title, name.role(), line.texts().lang()).listed(false));
      roles.putIfAbsent(contributor, name.role());
    }
    return roles;
  }
}
