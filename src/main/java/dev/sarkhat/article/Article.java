package dev.sarkhat.article;

import dev.sarkhat.contributor.Contributor;
import dev.sarkhat.contributor.ContributorRole;
import dev.sarkhat.section.Section;
import dev.sarkhat.source.Source;
import dev.sarkhat.tag.Tag;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * One piece, with everything that is told about it. It is written here; lists and pages read what
 * they show by projections.
 */
@Entity
@SuppressWarnings("UnusedVariable") // read by the database
public class Article {

  @Id @ArticleNumber private @Nullable Long id;

  @Transient private @Nullable Long givenNumber;

  @Version private int revision;

  @Enumerated(EnumType.STRING)
  private ArticleType type;

  @Enumerated(EnumType.STRING)
  private ArticleStatus status;

  private String lang;
  private @Nullable String kicker;
  private String title;
  private @Nullable String subtitle;
  private @Nullable String lead;
  private @Nullable String excerpt;
  private @Nullable String body;

  @Column(name = "reading_minutes")
  private int readingMinutes;

  @Column(name = "pull_quotes")
  @JdbcTypeCode(SqlTypes.JSON)
  private List<PullQuote> pullQuotes;

  private String slug;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "section_id")
  private Section section;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "source_id")
  private @Nullable Source source;

  @Column(name = "source_url")
  private @Nullable String sourceUrl;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "original_source_id")
  private @Nullable Source originalSource;

  @Column(name = "original_source_url")
  private @Nullable String originalSourceUrl;

  @Column(name = "external_id")
  private @Nullable String externalId;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Image image;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Seo seo;

  @JdbcTypeCode(SqlTypes.JSON)
  private Map<String, Object> attributes;

  @Column(name = "published_at")
  private @Nullable Instant publishedAt;

  @Column(name = "expire_at")
  private @Nullable Instant expireAt;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Column(name = "withdrawn_at")
  private @Nullable Instant withdrawnAt;

  @Column(name = "withdrawn_reason")
  private @Nullable String withdrawnReason;

  @OneToMany(mappedBy = "article", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderBy("position")
  private List<ArticleTag> tags = new ArrayList<>();

  @OneToMany(mappedBy = "article", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderBy("position")
  private List<ArticleContributor> contributors = new ArrayList<>();

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Article() {}

  /** A new article. */
  public Article(ArticleContent content, ArticleLifecycle lifecycle, Instant now) {
    this(content, lifecycle, now, now);
  }

  /**
   * A new article that has been published elsewhere before.
   *
   * @param updatedAt what readers see as the instant of the last change
   */
  @SuppressWarnings("NullAway.Init")
  public Article(
      ArticleContent content, ArticleLifecycle lifecycle, Instant now, Instant updatedAt) {
    this.createdAt = now;
    apply(content, lifecycle, updatedAt);
  }

  /**
   * Replaces what is written in the article and where it stands. Tags and contributors are replaced
   * by {@link #tag} and {@link #credit}.
   *
   * @param now what readers see as the instant of the last change
   */
  public void revise(ArticleContent content, ArticleLifecycle lifecycle, Instant now) {
    apply(content, lifecycle, now);
  }

  private void apply(ArticleContent content, ArticleLifecycle lifecycle, Instant now) {
    write(content);
    this.status = lifecycle.status();
    this.publishedAt = lifecycle.publishedAt();
    this.expireAt = lifecycle.expireAt();
    this.withdrawnAt = lifecycle.withdrawnAt();
    this.withdrawnReason = lifecycle.withdrawnReason();
    this.updatedAt = now;
  }

  private void write(ArticleContent content) {
    this.type = content.type();
    this.lang = content.lang();
    this.kicker = content.kicker();
    this.title = content.title();
    this.subtitle = content.subtitle();
    this.lead = content.lead();
    this.body = content.body();
    this.pullQuotes = content.pullQuotes();
    this.slug = content.slug();
    this.section = content.section();
    this.source = content.source();
    this.sourceUrl = content.sourceUrl();
    this.originalSource = content.originalSource();
    this.originalSourceUrl = content.originalSourceUrl();
    this.externalId = content.externalId();
    this.image = content.image();
    this.seo = content.seo();
    this.attributes = content.attributes();
    ArticleDigest digest = ArticleDigest.of(content);
    this.excerpt = digest.excerpt();
    this.readingMinutes = digest.readingMinutes();
  }

  /** Gives the article these tags, in this order, instead of those it has. */
  public void tag(List<Tag> replacements) {
    List<ArticleTag> wanted = new ArrayList<>();
    for (Tag tag : replacements) {
      ArticleTag existing =
          tags.stream().filter(each -> each.tag().equals(tag)).findFirst().orElse(null);
      ArticleTag next = existing == null ? new ArticleTag(this, tag) : existing;
      next.moveTo(wanted.size());
      wanted.add(next);
    }
    tags.retainAll(wanted);
    wanted.stream().filter(each -> !tags.contains(each)).forEach(tags::add);
  }

  /** Names these contributors, in this order, instead of those it names. */
  public void credit(Map<Contributor, ContributorRole> replacements) {
    List<ArticleContributor> wanted = new ArrayList<>();
    replacements.forEach(
        (contributor, role) -> {
          ArticleContributor existing =
              contributors.stream()
                  .filter(each -> each.contributor().equals(contributor))
                  .findFirst()
                  .orElse(null);
          ArticleContributor next =
              existing == null ? new ArticleContributor(this, contributor) : existing;
          next.place(role, wanted.size());
          wanted.add(next);
        });
    contributors.retainAll(wanted);
    wanted.stream().filter(each -> !contributors.contains(each)).forEach(contributors::add);
  }

  /** Gives a new article its number, which no other may have; else it gets the next. */
  public void number(long number) {
    this.givenNumber = number;
  }

  @Nullable Long givenNumber() {
    return givenNumber;
  }

  /** Its number, the news code; null until it is stored. */
  public @Nullable Long id() {
    return id;
  }

  /** Counts the saves, from 0. */
  public int revision() {
    return revision;
  }

  /** Where it belongs. */
  public Section section() {
    return section;
  }

  /** Where it is taken from. */
  public @Nullable Source source() {
    return source;
  }

  /** The source's source. */
  public @Nullable Source originalSource() {
    return originalSource;
  }

  /** Its number at its sender. */
  public @Nullable String externalId() {
    return externalId;
  }

  /** When it was made. */
  public Instant createdAt() {
    return createdAt;
  }

  /** The instant from which it is public. */
  public @Nullable Instant publishedAt() {
    return publishedAt;
  }

  /** When it was withdrawn. */
  public @Nullable Instant withdrawnAt() {
    return withdrawnAt;
  }
}
