package dev.sarkhat.source;

import dev.sarkhat.text.MatchKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** An agency or outlet that articles are taken from. */
@Entity
public class Source {

  @Id @GeneratedValue private @Nullable Long id;

  private String slug;

  @Column(name = "match_key")
  private String matchKey;

  private String title;

  private @Nullable String description;
  private @Nullable String url;
  private String lang;

  @Version private int revision;

  private boolean listed;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Source() {}

  /**
   * A new source.
   *
   * @param slug its name in addresses, unique
   * @param title what readers call it; its match key must be unique
   */
  public Source(String slug, String title, String lang) {
    this.slug = slug;
    this.title = title;
    this.matchKey = MatchKey.of(title);
    this.lang = lang;
    this.listed = true;
  }

  /**
   * Finds the source for readers only while a public article names it, or no longer so: what nobody
   * made by itself may stand in a draft alone.
   */
  public Source listed(boolean isListed) {
    this.listed = isListed;
    return this;
  }

  /** Whether readers find it although no public article names it. */
  boolean isListed() {
    return listed;
  }

  /** Gives the source another slug and another name. */
  void rename(String newSlug, String newTitle) {
    this.slug = newSlug;
    this.title = newTitle;
    this.matchKey = MatchKey.of(newTitle);
  }

  /** Tells more of the source; its name, and so its match key, stays. */
  public void describe(@Nullable String description, @Nullable String url, String lang) {
    this.description = description;
    this.url = url;
    this.lang = lang;
  }

  /** Its number; null until it is stored. */
  public @Nullable Long id() {
    return id;
  }

  /** How often it was changed. */
  int revision() {
    return revision;
  }

  /** Its name in addresses. */
  public String slug() {
    return slug;
  }

  /** What readers call it. */
  public String title() {
    return title;
  }

  /** More about it. */
  public @Nullable String description() {
    return description;
  }

  /** Its own site or page. */
  public @Nullable String url() {
    return url;
  }

  /** The language of its name, as a BCP 47 tag. */
  public String lang() {
    return lang;
  }
}
