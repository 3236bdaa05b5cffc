package dev.sarkhat.article;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A path that once led to an article or to a section. */
@Entity
public class Redirect {

  @Id private String path;

  @Column(name = "article_id")
  private @Nullable Long articleId;

  @Column(name = "section_id")
  private @Nullable Long sectionId;

  @Column(name = "created_at")
  private Instant createdAt;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Redirect() {}

  /** A path that leads to an article from now on. */
  public static Redirect toArticle(String path, long articleId, Instant now) {
    Redirect redirect = new Redirect();
    redirect.path = path;
    redirect.articleId = articleId;
    redirect.createdAt = now;
    return redirect;
  }

  /** The path. */
  public String path() {
    return path;
  }

  /** The article it leads to, or null where it leads to a section. */
  public @Nullable Long articleId() {
    return articleId;
  }

  /** The section it leads to, or null where it leads to an article. */
  public @Nullable Long sectionId() {
    return sectionId;
  }

  /** Since when. */
  public Instant createdAt() {
    return createdAt;
  }
}
