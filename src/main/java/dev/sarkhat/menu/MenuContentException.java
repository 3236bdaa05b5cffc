package dev.sarkhat.menu;

/** Tells what in a menu's content cannot be stored. Its message is meant for the menu's author. */
public final class MenuContentException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  private final String pointer;

  MenuContentException(String pointer, String detail) {
    super(detail);
    this.pointer = pointer;
  }

  /**
   * Where the culprit is: a JSON pointer (RFC 6901) from the menu, such as {@code
   * /items/0/items/2/section}. Its last part is {@code section}, {@code tag}, {@code path}, {@code
   * url} or {@code items}.
   */
  public String pointer() {
    return pointer;
  }
}
