package dev.sarkhat.json;

/**
 * What is wrong with a field.
 *
 * @param pointer the field, as a JSON Pointer (RFC 6901); empty for the whole of what was sent
 * @param reason English words for the sender
 */
public record FieldError(String pointer, String reason) {

  /** The pointer to a member of what another pointer points to. */
  public static String below(String pointer, String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
