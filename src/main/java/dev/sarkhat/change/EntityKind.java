package dev.sarkhat.change;

/** What a change is a change of. */
public enum EntityKind {
  ARTICLE("article", "a", "articles"),
  SECTION("section", "s", "sections"),
  TAG("tag", "t", "tags"),
  SOURCE("source", "o", "sources"),
  CONTRIBUTOR("contributor", "c", "contributors"),
  MENU("menu", "m", "menus"),
  /** Somebody who may do things in the newsroom, with their grants and keys. */
  PRINCIPAL("principal", "p", "principals");

  private final String value;
  private final String letter;
  private final String plural;

  EntityKind(String value, String letter, String plural) {
    this.value = value;
    this.letter = letter;
    this.plural = plural;
  }

  /** The name of the kind in the change log. */
  public String value() {
    return value;
  }

  /**
   * Whether public answers show anything of it. What they do not show, no copy of them elsewhere
   * needs to hear of.
   */
  public boolean isPublic() {
    return this != PRINCIPAL;
  }

  /** What the tags of single entities of the kind begin with. */
  String letter() {
    return letter;
  }

  /** The tag of all entities of the kind. */
  String plural() {
    return plural;
  }
}
