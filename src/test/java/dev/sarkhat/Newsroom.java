package dev.sarkhat;

import dev.sarkhat.article.Article;
import dev.sarkhat.article.ArticleContent;
import dev.sarkhat.article.ArticleLifecycle;
import dev.sarkhat.article.ArticleStatus;
import dev.sarkhat.article.ArticleType;
import dev.sarkhat.contributor.Contributor;
import dev.sarkhat.contributor.ContributorRole;
import dev.sarkhat.section.Section;
import dev.sarkhat.source.Source;
import dev.sarkhat.tag.Tag;
import dev.sarkhat.tag.TagType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Makes what a test needs, under names that no other test has: tests share one database and do not
 * clean up.
 */
@ApplicationScoped
public class Newsroom {

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final String RUN = Long.toString(System.nanoTime(), 36);

  @Inject EntityManager entityManager;
  @Inject Clock clock;

  /** A word that nothing else in the database has. */
  public static String unique(String prefix) {
    return prefix + "-" + RUN + "-" + NUMBER.incrementAndGet();
  }

  /** A section at the root. */
  @Transactional
  public Section section() {
    return store(new Section(null, 0, unique("section"), unique("بخش"), "fa"));
  }

  /** A section below another. */
  @Transactional
  public Section section(Section parent) {
    Section above = entityManager.find(Section.class, parent.id());
    return store(new Section(above, 0, unique("section"), unique("بخش"), "fa"));
  }

  /** A tag. */
  @Transactional
  public Tag tag() {
    return store(new Tag(unique("tag"), unique("برچسب"), TagType.TOPIC, "fa"));
  }

  /** The tag with the slug, however it was made. */
  @Transactional
  public Tag tagWithSlug(String slug) {
    return entityManager
        .createQuery("from Tag t where t.slug = :slug", Tag.class)
        .setParameter("slug", slug)
        .getSingleResult();
  }

  /** A source. */
  @Transactional
  public Source source() {
    return store(new Source(unique("source"), unique("خبرگزاری"), "fa"));
  }

  /** A contributor. */
  @Transactional
  public Contributor contributor() {
    return store(
        new Contributor(unique("contributor"), unique("خبرنگار"), ContributorRole.REPORTER, "fa"));
  }

  private <T> T store(T entity) {
    entityManager.persist(entity);
    return entity;
  }

  /** Many published articles of a section, of which nothing else matters. */
  @Transactional
  public void articles(Section section, int count) {
    entityManager
        .createNativeQuery(
            """
            insert into article (id, revision, type, status, lang, title, reading_minutes, slug,
                                 section_id, published_at, created_at, updated_at, saved_at)
            select nextval('article_seq'), 0, 'news', 'published', 'fa', 't', 1, 't', :section,
                   cast(:at as timestamptz) - n * interval '1 minute', :at, :at, :at
            from generate_series(1, :count) n
            """)
        .setParameter("section", section.id())
        .setParameter("at", clock.instant())
        .setParameter("count", count)
        .executeUpdate();
  }

  /** An article to be described and stored; published an hour ago unless told otherwise. */
  public ArticleDraft article(Section section) {
    return new ArticleDraft(section);
  }

  /** What a test says of an article. */
  public final class ArticleDraft {

    private final Section section;
    private final List<Tag> tags = new ArrayList<>();
    private final Map<Contributor, ContributorRole> contributors = new LinkedHashMap<>();
    private String title = unique("تیتر");
    private @Nullable String lead = "لید خبر";
    private @Nullable String body = "<p>متن خبر</p>";
    private ArticleType type = ArticleType.NEWS;
    private String lang = "fa";
    private @Nullable Source source;
    private ArticleStatus status = ArticleStatus.PUBLISHED;
    private @Nullable Instant publishedAt = clock.instant().minusSeconds(3600);
    private @Nullable Instant expireAt;
    private Instant updatedAt = clock.instant();

    private ArticleDraft(Section section) {
      this.section = section;
    }

    public ArticleDraft title(String title) {
      this.title = title;
      return this;
    }

    public ArticleDraft lead(@Nullable String lead) {
      this.lead = lead;
      return this;
    }

    public ArticleDraft body(@Nullable String body) {
      this.body = body;
      return this;
    }

    public ArticleDraft type(ArticleType type) {
      this.type = type;
      return this;
    }

    public ArticleDraft lang(String lang) {
      this.lang = lang;
      return this;
    }

    public ArticleDraft source(Source source) {
      this.source = source;
      return this;
    }

    public ArticleDraft tags(Tag... added) {
      tags.addAll(List.of(added));
      return this;
    }

    public ArticleDraft contributor(Contributor contributor, ContributorRole role) {
      contributors.put(contributor, role);
      return this;
    }

    public ArticleDraft status(ArticleStatus status) {
      this.status = status;
      return this;
    }

    public ArticleDraft publishedAt(@Nullable Instant publishedAt) {
      this.publishedAt = publishedAt;
      return this;
    }

    public ArticleDraft expireAt(Instant expireAt) {
      this.expireAt = expireAt;
      return this;
    }

    public ArticleDraft updatedAt(Instant updatedAt) {
      this.updatedAt = updatedAt;
      return this;
    }

    /** Stores the article and gives its number. */
    public long store() {
      return Newsroom.this.store(this);
    }
  }

  @Transactional
  long store(ArticleDraft draft) {
    Article article =
        new Article(
            new ArticleContent(
                draft.type,
                draft.lang,
                null,
                draft.title,
                null,
                draft.lead,
                draft.body,
                List.of(),
                dev.sarkhat.text.Slug.of(draft.title),
                entityManager.getReference(Section.class, draft.section.id()),
                draft.source == null
                    ? null
                    : entityManager.getReference(Source.class, draft.source.id()),
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of()),
            new ArticleLifecycle(
                draft.status,
                draft.publishedAt,
                draft.expireAt,
                draft.status == ArticleStatus.WITHDRAWN ? draft.updatedAt : null,
                draft.status == ArticleStatus.WITHDRAWN ? "خبر نادرست بود." : null),
            draft.updatedAt);
    article.tag(draft.tags.stream().map(tag -> entityManager.find(Tag.class, tag.id())).toList());
    Map<Contributor, ContributorRole> credited = new LinkedHashMap<>();
    draft.contributors.forEach(
        (contributor, role) ->
            credited.put(entityManager.find(Contributor.class, contributor.id()), role));
    article.credit(credited);
    entityManager.persist(article);
    entityManager.flush();
    return Objects.requireNonNull(article.id());
  }
}
