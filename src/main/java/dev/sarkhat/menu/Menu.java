package dev.sarkhat.menu;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** One of the portal's trees of links. Its links are rows of their own ({@link MenuItem}). */
@Entity
class Menu {

  @Id @GeneratedValue private @Nullable Long id;

  @Version private int revision;

  private String slug;
  private String title;
  private String lang;
  private int position;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Menu() {}

  Menu(MenuContent content) {
    this.slug = content.slug();
    this.title = content.title();
    this.lang = content.lang();
    this.position = content.position();
  }

  /** Gives it another heading, language and place; its slug, by which it is known, stays. */
  void describe(MenuContent content) {
    this.title = content.title();
    this.lang = content.lang();
    this.position = content.position();
  }

  /** Its number; null until it is stored. */
  @Nullable Long id() {
    return id;
  }

  /** How often it was changed. */
  int revision() {
    return revision;
  }

  String slug() {
    return slug;
  }

  String title() {
    return title;
  }

  String lang() {
    return lang;
  }

  /** Its place among the menus, ascending. */
  int position() {
    return position;
  }
}
