package dev.sarkhat.ingest;

/**
 * What is wrong with a field.
 *
 * @param pointer the field, as a JSON Pointer (RFC 6901); empty for the line as a whole
 * @param reason English words for the sender
 */
record FieldError(String pointer, String reason) {

  /** The pointer to a member of what another pointer points to. */
  static String below(String pointer, String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
