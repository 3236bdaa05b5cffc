package dev.sarkhat.article.editing;

import dev.sarkhat.http.Parameters;
import dev.sarkhat.http.ProblemException;
import dev.sarkhat.text.StorableText;
import org.jspecify.annotations.Nullable;

/** Why something is done, in the editor's words. */
public final class Note {

  private static final int LONGEST = 500;

  private Note() {}

  /**
   * The parameter's value, or null where it says nothing.
   *
   * @throws ProblemException 400 if it is too long, or cannot be kept
   */
  public static @Nullable String of(@Nullable String note) {
    if (note == null || note.isBlank()) {
      return null;
    }
    if (note.codePointCount(0, note.length()) > LONGEST) {
      throw Parameters.invalid("note", "It is longer than " + LONGEST + " characters.");
    }
    StorableText.firstOffence(note)
        .ifPresent(
            offence -> {
              throw Parameters.invalid(
                  "note", "It contains " + offence.reason().description() + ".");
            });
    return note.strip();
  }
}
