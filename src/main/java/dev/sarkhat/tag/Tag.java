package dev.sarkhat.tag;

import dev.sarkhat.text.MatchKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** A subject that articles are about. */
@Entity
public class Tag {

  @Id @GeneratedValue private @Nullable Long id;

  private String slug;

  @Column(name = "match_key")
  private String matchKey;

  private String title;

  @Enumerated(EnumType.STRING)
  private TagType type;

  private @Nullable String description;

  private String lang;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Tag() {}

  /**
   * A new tag.
   *
   * @param slug its name in addresses, unique
   * @param title what readers call it; its match key must be unique
   */
  public Tag(String slug, String title, TagType type, String lang) {
    this.slug = slug;
    this.title = title;
    this.matchKey = MatchKey.of(title);
    this.type = type;
    this.lang = lang;
  }

  /** Tells more of the tag; its name, and so its match key, stays. */
  public void describe(TagType type, @Nullable String description, String lang) {
    this.type = type;
    this.description = description;

    this.lang = lang;
  }

  /** Its number; null until it is stored. */
  public @Nullable Long id() {
    return id;
  }

  /** Its name in addresses. */
  public String slug() {
    return slug;
  }

  /** The key under which all spellings of its name meet. */
  public String matchKey() {
    return matchKey;
  }

  /** What readers call it. */
  public String title() {
    return title;
  }

  /** What kind it is. */
  public TagType type() {
    return type;
  }

  /** More about it. */
  public @Nullable String description() {
    return description;
  }

  /** The language of its name, as a BCP 47 tag. */
  public String lang() {
    return lang;
  }
}
