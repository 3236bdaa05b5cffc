package dev.sarkhat.section;

import dev.sarkhat.text.MatchKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** A place in the portal's tree, such as international or sport. */
@Entity
public class Section {

  @Id @GeneratedValue private @Nullable Long id;

  @Version private int revision;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "parent_id")
  private @Nullable Section parent;

  private int position;
  private String slug;
  private String path;

  @Column(name = "match_key")
  private String matchKey;

  private String title;
  private @Nullable String description;
  private String lang;
  private boolean listed;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Section() {}

  /**
   * A new section.
   *
   * @param parent the section it stands under, or null at the root
   * @param position its place among its siblings, ascending
   * @param slug its name in addresses, unique among all sections
   */
  public Section(@Nullable Section parent, int position, String slug, String title, String lang) {
    this.parent = parent;
    this.position = position;
    this.slug = slug;
    this.path = (parent == null ? "" : parent.path) + "/" + slug;
    this.matchKey = MatchKey.of(title);
    this.title = title;
    this.lang = lang;
    this.listed = true;
  }

  /**
   * Lets readers find the section by itself, or only while a public article belongs to it or to a
   * section below it, or one below it is listed: what nobody made by itself may be named by a draft
   * alone.
   */
  public Section listed(boolean isListed) {
    this.listed = isListed;
    return this;
  }

  /** Gives the section another title, place among its siblings, description and language. */
  public void describe(String title, int position, @Nullable String description, String lang) {
    this.title = title;
    this.matchKey = MatchKey.of(title);
    this.position = position;
    this.description = description;
    this.lang = lang;
  }

  /**
   * Gives the section another slug and another place in the tree. The paths of the sections below
   * it, and the lists of those above it, are {@link SectionMove}'s.
   */
  void place(@Nullable Section newParent, String newSlug) {
    this.parent = newParent;
    this.slug = newSlug;
    this.path = (newParent == null ? "" : newParent.path) + "/" + newSlug;
  }

  /** Gives the section another place among its siblings. */
  void arrange(int newPosition) {
    this.position = newPosition;
  }

  /** Whether readers find it although no public article belongs to it. */
  boolean isListed() {
    return listed;
  }

  /** How often it was changed. */
  int revision() {
    return revision;
  }

  /** The section's number; null until it is stored. */
  public @Nullable Long id() {
    return id;
  }

  /** The section it stands under, or null at the root. */
  public @Nullable Section parent() {
    return parent;
  }

  /** Its place among its siblings, ascending. */
  public int position() {
    return position;
  }

  /** Its name in addresses. */
  public String slug() {
    return slug;
  }

  /** Where it stands on the site: the slugs from the root down, each after a slash. */
  public String path() {
    return path;
  }

  /** What readers call it. */
  public String title() {
    return title;
  }

  /** What it is about. */
  public @Nullable String description() {
    return description;
  }

  /** The language of its title, as a BCP 47 tag. */
  public String lang() {
    return lang;
  }
}
