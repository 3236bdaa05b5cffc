package dev.sarkhat.tag;

import dev.sarkhat.http.Parameters;
import dev.sarkhat.text.MatchKey;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.BatchSize;
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

  @Version private int revision;

  private boolean listed;

  @Column(name = "merged_into")
  private @Nullable Long mergedInto;

  @ElementCollection
  @CollectionTable(name = "tag_alias", joinColumns = @JoinColumn(name = "tag_id"))
  @BatchSize(size = Parameters.MAXIMUM_LIMIT)
  private List<TagAlias> aliases = new ArrayList<>();

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
    this.listed = true;
  }

  /**
   * Finds the tag for readers only while a public article is about it, or no longer so: what nobody
   * made by itself may stand in a draft alone.
   */
  public Tag listed(boolean isListed) {
    this.listed = isListed;
    return this;
  }

  /** Gives the tag all that an editor says of it. */
  void edit(String newSlug, String newTitle, List<TagAlias> newAliases) {
    this.slug = newSlug;
    this.title = newTitle;
    this.matchKey = MatchKey.of(newTitle);
    // A change of them is a change of the tag, so what stays is not touched.
    if (!Set.copyOf(aliases).equals(Set.copyOf(newAliases))) {
      aliases.clear();
      aliases.addAll(newAliases);
    }
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

  /** How often it was changed. */
  int revision() {
    return revision;
  }

  /** Whether readers find it although no public article is about it. */
  boolean isListed() {
    return listed;
  }

  /** The tag that this one's articles are on their way to, or null. */
  @Nullable Long mergedInto() {
    return mergedInto;
  }

  /** Its other names, by slug. */
  List<TagAlias> aliases() {
    return aliases.stream().sorted(Comparator.comparing(TagAlias::slug)).toList();
  }

  /** Its name in addresses. */
  public String slug() {
    return slug;
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
