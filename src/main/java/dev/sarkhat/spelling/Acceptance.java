package dev.sarkhat.spelling;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sarkhat.article.body.BodyProse;
import dev.sarkhat.http.ProblemException;
import dev.sarkhat.http.ProblemType;
import dev.sarkhat.json.FieldError;
import dev.sarkhat.json.JsonFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A proposal that somebody accepts.
 *
 * @param place its own pointer in the request
 * @param pointer the field of the article
 */
record Acceptance(
    String place, String pointer, int start, int end, String original, String replacement) {

  /** As long as the longest stretch of words that one proposal joins, and then some. */
  static final int LONGEST = 1_000;

  private static final int LONGEST_POINTER = 100;

  /**
   * Reads the body of a request.
   *
   * @throws ProblemException 400 with everything that is wrong with it
   */
  static List<Acceptance> read(JsonFields body) {
    List<Acceptance> accepted = new ArrayList<>();
    List<Boolean> items =
        body.objects("accept", ProposalView.MOST, item -> accepted.add(one(item, accepted.size())));
    if (items.isEmpty() && body.errors().isEmpty()) {
      body.refuse("accept", "has no proposal");
    }
    body.end(ProblemException::ofBody);
    return accepted;
  }

  private static Acceptance one(JsonFields item, int index) {
    // They come along where a proposal is sent back as it was told.
    item.ignore("rule", "confidence", "safe");
    int start = number(item, "start");
    int end = number(item, "end");
    String original = text(item, "original");
    String replacement = text(item, "replacement");
    if (!original.isEmpty() && original.equals(replacement)) {
      item.refuse("replacement", "is the original");
    }
    return new Acceptance(
        "/accept/" + index,
        item.required("pointer", LONGEST_POINTER),
        start,
        end,
        original,
        replacement);
  }

  private static int number(JsonFields item, String name) {
    Integer number = item.integer(name, 0, Integer.MAX_VALUE);
    if (number == null) {
      item.refuse(name, "is missing");
      return 0;
    }
    return number;
  }

  private static String text(JsonFields item, String name) {
    String text = item.text(name, LONGEST);
    if (text == null) {
      item.refuse(name, "is missing");
      return "";
    }
    return text;
  }

  /**
   * An article's content with all of these accepted.
   *
   * @throws ProblemException 409 if one does not fit what is there
   */
  static ObjectNode apply(ObjectNode content, List<Acceptance> accepted) {
    Map<String, List<Acceptance>> byField = new TreeMap<>();
    accepted.forEach(
        each -> byField.computeIfAbsent(each.pointer, field -> new ArrayList<>()).add(each));
    List<FieldError> errors = new ArrayList<>();
    for (ArticleField field : ArticleField.of(content)) {
      List<Acceptance> here = byField.remove(field.pointer());
      if (here != null) {
        here.sort(Comparator.comparingInt(Acceptance::start));
        field.put(content, applied(field, here, errors));
      }
    }
    for (List<Acceptance> nowhere : byField.values()) {
      nowhere.forEach(
          each ->
              errors.add(
                  new FieldError(each.place + "/pointer", "is no text that the article has")));
    }
    if (!errors.isEmpty()) {
      throw ProblemException.ofFields(
          ProblemType.CONFLICT,
          "Some do not fit the article as it is, and none was accepted: see errors.",
          errors);
    }
    return content;
  }

  private static String applied(
      ArticleField field, List<Acceptance> inOrder, List<FieldError> errors) {
    String text = field.text();
    BodyProse prose = field.isHtml() ? BodyProse.of(text, "", lang -> true) : null;
    StringBuilder result = new StringBuilder(text.length());
    int copied = 0;
    for (Acceptance each : inOrder) {
      if (!each.fits(text)) {
        errors.add(new FieldError(each.place, "does not stand there"));
      } else if (each.start < copied) {
        errors.add(new FieldError(each.place, "overlaps another"));
      } else if (prose != null
          && !(prose.isProse(each.start, each.end) && BodyProse.isPlain(each.replacement))) {
        errors.add(new FieldError(each.place, "is or has markup"));
      } else {
        result.append(text, copied, each.start).append(each.replacement);
        copied = each.end;
      }
    }
    return result.append(text, copied, text.length()).toString();
  }

  private boolean fits(String text) {
    return start < end
        && end - start == original.length()
        && end <= text.length()
        && text.startsWith(original, start);
  }
}
