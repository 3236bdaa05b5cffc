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
import java.util.LinkedHashMap;
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

  @Column(name = "embargo_until")
  private @Nullable Instant embargoUntil;

  @Column(name = "approved_at")
  private @Nullable Instant approvedAt;

  @Column(name = "approved_by")
  private @Nullable Long approvedBy;

  @Column(name = "created_by")
  private @Nullable Long createdBy;

  @Column(name = "saved_at")
  private Instant savedAt;

  @Column(name = "saved_by")
  private @Nullable Long savedBy;

  @Column(name = "search_text")
  private String searchText;

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
    this.savedAt = now;
    write(content);
    moveTo(lifecycle);
    this.updatedAt = updatedAt;
  }

  /**
   * Replaces what is written in the article and where it stands. An approval is gone. Tags and
   * contributors are replaced by {@link #tag} and {@link #credit}.
   *
   * @param now what readers see as the instant of the last change
   */
  public void revise(ArticleContent content, ArticleLifecycle lifecycle, Instant now) {
    rewrite(content, now);
    moveTo(lifecycle);
  }

  /**
   * Replaces what is written in the article, and leaves it where it stands. An approval was of
   * other words, and is gone.
   *
   * @param now what readers see as the instant of the last change
   */
  public void rewrite(ArticleContent content, Instant now) {
    write(content);
    this.updatedAt = now;
    this.approvedAt = null;
    this.approvedBy = null;
  }

  /** Moves the article to another place on its way to the readers. */
  public void moveTo(ArticleLifecycle lifecycle) {
    this.status = lifecycle.status();
    this.publishedAt = lifecycle.publishedAt();
    this.expireAt = lifecycle.expireAt();
    this.withdrawnAt = lifecycle.withdrawnAt();
    this.withdrawnReason = lifecycle.withdrawnReason();
  }

  /** Lets nobody make it public before an instant; null lifts that. */
  public void embargo(@Nullable Instant until) {
    this.embargoUntil = until;
  }

  /** Notes that an editor approves of it as it is. */
  public void approve(long principal, Instant now) {
    this.approvedAt = now;
    this.approvedBy = principal;
  }

  /** Notes who made it, for what they may do with it. */
  public void createdBy(long principal) {
    this.createdBy = principal;
  }

  /** Notes a save, of whatever kind. */
  public void savedBy(@Nullable Long principal, Instant now) {
    this.savedAt = now;
    this.savedBy = principal;
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
    this.searchText = SearchText.of(content);
  }

  /** Gives the article these tags, in this order, instead of those it has. */
  public void tag(List<Tag> replacements) {
    replace(tags, ArticleTag.rows(this, tags, replacements));
  }

  /** Names these contributors, in this order, instead of those it names. */
  public void credit(Map<Contributor, ContributorRole> replacements) {
    replace(contributors, ArticleContributor.rows(this, contributors, replacements));
  }

  /** Leaves the rows that stay where they are, so that the database hears of the others only. */
  private static <T> void replace(List<T> present, List<T> wanted) {
    present.retainAll(wanted);
    wanted.stream().filter(each -> !present.contains(each)).forEach(present::add);
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

  /** What is written in it, without what it is joined to. */
  public ArticleContent content() {
    return new ArticleContent(
        type,
        lang,
        kicker,
        title,
        subtitle,
        lead,
        body,
        pullQuotes,
        slug,
        section,
        source,
        sourceUrl,
        originalSource,
        originalSourceUrl,
        externalId,
        image,
        seo,
        attributes);
  }

  /** Where it stands on its way to the readers. */
  public ArticleLifecycle lifecycle() {
    return new ArticleLifecycle(status, publishedAt, expireAt, withdrawnAt, withdrawnReason);
  }

  /** Its tags, in their order. */
  public List<Tag> tags() {
    return tags.stream().map(ArticleTag::tag).toList();
  }

  /** Who made it, in their order, and what each did. */
  public Map<Contributor, ContributorRole> credits() {
    Map<Contributor, ContributorRole> credits = new LinkedHashMap<>();
    contributors.forEach(each -> credits.put(each.contributor(), each.role()));
    return credits;
  }

  /** Until when nobody can make it public. */
  public @Nullable Instant embargoUntil() {
    return embargoUntil;
  }

  /** When an editor approved of it as it is. */
  public @Nullable Instant approvedAt() {
    return approvedAt;
  }

  /** The principal who did. */
  public @Nullable Long approvedBy() {
    return approvedBy;
  }

  /** The principal who made it; null for imports from the command line. */
  public @Nullable Long createdBy() {
    return createdBy;
  }

  /** What readers see as the instant of the last change. */
  public Instant updatedAt() {
    return updatedAt;
  }

  /** The last save of any kind. */
  public Instant savedAt() {
    return savedAt;
  }

  /** The principal who did it; null for imports from the command line. */
  public @Nullable Long savedBy() {
    return savedBy;
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
