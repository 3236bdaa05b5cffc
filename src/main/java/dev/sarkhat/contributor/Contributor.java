package dev.sarkhat.contributor;

import dev.sarkhat.text.MatchKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** A reporter, editor, translator, photographer or columnist. */
@Entity
public class Contributor {

  @Id @GeneratedValue private @Nullable Long id;

  private String slug;

  @Column(name = "match_key")
  private String matchKey;

  private String name;

  @Enumerated(EnumType.STRING)
  private ContributorRole role;

  private @Nullable String description;
  private @Nullable String url;
  private String lang;

  @Version private int revision;

  private boolean listed;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Contributor() {}

  /**
   * A new contributor.
   *
   * @param slug its name in addresses, unique
   * @param name what readers call it; its match key must be unique
   */
  public Contributor(String slug, String name, ContributorRole role, String lang) {
    this.slug = slug;
    this.name = name;
    this.matchKey = MatchKey.of(name);
    this.role = role;
    this.lang = lang;
    this.listed = true;
  }

  /**
   * Finds the contributor for readers only while a public article names it, or no longer so: what
   * nobody made by itself may stand in a draft alone.
   */
  public Contributor listed(boolean isListed) {
    this.listed = isListed;
    return this;
  }

  /** Whether readers find it although no public article names it. */
  boolean isListed() {
    return listed;
  }

  /** Gives the contributor another slug and another name. */
  void rename(String newSlug, String newName) {
    this.slug = newSlug;
    this.name = newName;
    this.matchKey = MatchKey.of(newName);
  }

  /** Tells more of the contributor; its name, and so its match key, stays. */
  public void describe(
      ContributorRole role, @Nullable String description, @Nullable String url, String lang) {
    this.role = role;
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
  public String name() {
    return name;
  }

  /** What kind it is. */
  public ContributorRole role() {
    return role;
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
