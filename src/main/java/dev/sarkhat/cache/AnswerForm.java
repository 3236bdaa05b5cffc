package dev.sarkhat.cache;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * What one client gets of an answer: all of it, compressed or not, or the word that its copy is
 * still good (RFC 9110, section 13.2.2).
 */
enum AnswerForm {
  IDENTITY,
  GZIP,
  NOT_MODIFIED;

  private static final int OK = 200;

  /** The form for a request with these fields, at an instant in milliseconds since 1970. */
  static AnswerForm of(Answer answer, MultiMap request, long now) {
    String noneMatch = request.get(HttpHeaders.IF_NONE_MATCH);
    if (answer.status == OK && isUnchanged(answer, noneMatch, request, now)) {
      return NOT_MODIFIED;
    }
    return answer.gzip != null
            && ContentCoding.acceptsGzip(request.get(HttpHeaders.ACCEPT_ENCODING))
        ? GZIP
        : IDENTITY;
  }

  private static boolean isUnchanged(
      Answer answer, @Nullable String noneMatch, MultiMap request, long now) {
    if (noneMatch != null) {
      return noneMatch.equals(answer.entityTag) || EntityTag.matches(noneMatch, answer.entityTag);
    }
    if (answer.lastModified > now) {
      return false;
    }
    String since = request.get(HttpHeaders.IF_MODIFIED_SINCE);
    return since != null && HttpDate.parse(since) >= answer.lastModified;
  }

  /** The bytes to send; null for none. */
  @Nullable Buffer body(Answer answer) {
    return switch (this) {
      case IDENTITY -> answer.identity;
      case GZIP -> answer.gzip;
      case NOT_MODIFIED -> null;
    };
  }

  int status(Answer answer) {
    return this == NOT_MODIFIED ? 304 : answer.status;
  }
}
