package dev.sarkhat.crash;

import static dev.sarkhat.access.NewsroomConnection.request;

import dev.sarkhat.access.NewsroomConnection.Request;
import java.util.Map;

/**
 * A write, as it is sent once or more often.
 *
 * @param word belongs to this write alone: it is the key of the request, the note of the save, and
 *     stands in what is written
 * @param article what is changed; 0 where it is made
 * @param base the revision that it is a change of
 * @param isSound whether it can be accepted; false for one that is made to be refused
 */
record Write(Verb verb, String word, long article, int base, boolean isSound) {

  private static final String ARTICLES = "/v1/admin/articles";

  /** The request, the same each time. */
  Request asRequest(String section) {
    String address = ARTICLES + (verb == Verb.CREATE ? "" : "/" + article);
    String note = "?note=" + word;
    return switch (verb) {
      case CREATE ->
          request(
                  "POST",
                  address + note,
                  Map.of(
                      "title",
                      "خبر " + word,
                      "lead",
                      word,
                      "section",
                      isSound ? section : "no-" + section))
              .with("Idempotency-Key", word);
      case CHANGE -> request("PATCH", address + note, Map.of("lead", word)).of(base);
      case PUBLISH -> action(request("POST", address + "/publish" + note));
      case WITHDRAW ->
          action(request("POST", address + "/withdraw" + note, Map.of("reason", word)));
      case RESTORE -> action(request("POST", address + "/restore" + note));
    };
  }

  private Request action(Request request) {
    return request.of(base).with("Idempotency-Key", word);
  }

  /** Whether sending it again asks for the first answer; a change says by itself if it was made. */
  boolean isKept() {
    return verb != Verb.CHANGE;
  }
}
