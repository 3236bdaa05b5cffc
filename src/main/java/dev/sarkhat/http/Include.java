package dev.sarkhat.http;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parameter {@code include}: parts of an answer that cost something and come on request.
 */
public final class Include {

  private Include() {}

  /**
   * Whether the client asks for a part that is the only one the resource has.
   *
   * @param value the parameter's value
   * @param only the part's name
   */
  public static boolean has(@Nullable String value, String only) {
    Set<String> parts = Parameters.items("include", value);
    for (String part : parts) {
      if (!part.equals(only)) {
        throw ProblemException.ofParameter(
            ProblemType.UNKNOWN_FIELD,
            "include",
            "There is no part \"" + part + "\"; there is " + only + ".");
      }
    }
    return !parts.isEmpty();
  }
}
