package dev.sarkhat.cache;

import org.jspecify.annotations.Nullable;

/** What a client's {@code Accept} field has to do with an address (RFC 9110, section 12.1). */
enum AnswerChoice {
  /** There is JSON and nothing else: who does not take it is refused. */
  JSON,
  /** There is JSON, and other forms at addresses of their own, which the field leads to. */
  JSON_OR_OTHERS,
  /** The address names the form, so the field is not asked. */
  BY_ADDRESS;

  /** Whether it is certain, without knowing the other forms, that JSON is what the client gets. */
  boolean isPlain(@Nullable String accept) {
    return switch (this) {
      case JSON -> AcceptField.takesJson(accept);
      case JSON_OR_OTHERS -> AcceptField.takesJson(accept) && !AcceptField.namesOthers(accept);
      case BY_ADDRESS -> true;
    };
  }

  /** Whether the client gets what everybody gets, once the field has led it to the address. */
  boolean isShared(@Nullable String accept) {
    return this == BY_ADDRESS || AcceptField.takesJson(accept);
  }
}
