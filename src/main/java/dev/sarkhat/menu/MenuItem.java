package dev.sarkhat.menu;

import dev.sarkhat.section.Section;
import dev.sarkhat.tag.Tag;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** One link of a menu, to exactly one of a section, a tag, a path and a URL. */
@Entity
@Table(name = "menu_item")
class MenuItem {

  @Id @GeneratedValue private @Nullable Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "menu_id")
  private Menu menu;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "parent_id")
  private @Nullable MenuItem parent;

  private int position;
  private String label;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "section_id")
  private @Nullable Section section;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "tag_id")
  private @Nullable Tag tag;

  private @Nullable String path;
  private @Nullable String url;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected MenuItem() {}

  /**
   * A link that leads nowhere yet; one of the methods {@code leadTo…} must follow.
   *
   * @param parent the link it stands under, or null on the first level
   * @param position its place among its siblings, ascending
   */
  MenuItem(Menu menu, @Nullable MenuItem parent, int position, String label) {
    this.menu = menu;
    this.parent = parent;
    this.position = position;
    this.label = label;
  }

  void leadToSection(Section target) {
    this.section = target;
  }

  void leadToTag(Tag target) {
    this.tag = target;
  }

  void leadToPath(String target) {
    this.path = target;
  }

  void leadToUrl(String target) {
    this.url = target;
  }

  /** Its number; null until it is stored. */
  @Nullable Long id() {
    return id;
  }

  Menu menu() {
    return menu;
  }

  /** The link it stands under, or null on the first level. */
  @Nullable MenuItem parent() {
    return parent;
  }

  /** Its place among its siblings, ascending. */
  int position() {
    return position;
  }

  String label() {
    return label;
  }

  @Nullable Section section() {
    return section;
  }

  @Nullable Tag tag() {
    return tag;
  }

  /** The path of this site where it leads, if that is how its author named it. */
  @Nullable String path() {
    return path;
  }

  @Nullable String url() {
    return url;
  }
}
