package dev.sarkhat.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The {@code If-Match} field of a change (RFC 9110, section 13.1.1): the revisions that it is a
 * change of. A change has to bear it (RFC 6585, section 3), so that nobody overwrites what they
 * have not seen; for the same reason {@code *} does not do.
 */
public final class IfMatch {

  private static final Pattern TAG = Pattern.compile("\\s*(W/)?\"([\\x21\\x23-\\x7e]*)\"\\s*");
  private static final Pattern REVISION = Pattern.compile("0|[1-9][0-9]{0,8}");

  private final Set<Integer> revisions;

  private IfMatch(Set<Integer> revisions) {
    this.revisions = revisions;
  }

  /**
   * The field's meaning.
   *
   * @param field the field's value, or null where the request has none
   * @throws ProblemException 428 where it is missing, 400 where it is no list of entity tags
   */
  public static IfMatch of(@Nullable String field) {
    if (field == null || field.isBlank() || field.strip().equals("*")) {
      throw ProblemException.of(
          ProblemType.PRECONDITION_REQUIRED,
          "Send If-Match with the ETag of what you have read, such as If-Match: \"3\".");
    }
    Set<Integer> revisions = new TreeSet<>();
    for (Matcher tag : tags(field)) {
      boolean strong = tag.group(1) == null;
      if (strong && REVISION.matcher(tag.group(2)).matches()) {
        revisions.add(Integer.valueOf(tag.group(2)));
      }
    }
    return new IfMatch(revisions);
  }

  private static List<Matcher> tags(String field) {
    List<Matcher> tags = new ArrayList<>();
    // No revision holds a comma, so a tag that does is only cut into what is no tag.
    for (String item : field.split(",", -1)) {
      Matcher tag = TAG.matcher(item);
      if (!tag.matches()) {
        throw ProblemException.of(
            ProblemType.INVALID_HEADER,
            "If-Match is not an entity tag in quotes, such as If-Match: \"3\".");
      }
      tags.add(tag);
    }
    return tags;
  }

  /**
   * Goes on if the change is a change of what is there.
   *
   * @throws ProblemException 412 if somebody has changed it meanwhile
   */
  public void require(int revision) {
    if (!revisions.contains(revision)) {
      throw changed(revision);
    }
  }

  /** What a change is told that meets another revision than it is a change of. */
  public static ProblemException changed(int revision) {
    return ProblemException.of(
        ProblemType.PRECONDITION_FAILED,
        "It was changed meanwhile, and its revision is "
            + revision
            + " now: read it again, and change that.");
  }
}
