package dev.sarkhat.cache;

import dev.sarkhat.http.HttpDate;
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
  BROTLI,
  NOT_MODIFIED;

  private static final int OK = 200;

  /** The form for a request with these fields, at an instant in milliseconds since 1970. */
  static AnswerForm of(Answer answer, MultiMap request, long now) {
    String noneMatch = request.get(HttpHeaders.IF_NONE_MATCH);
    if (answer.status == OK && isUnchanged(answer, noneMatch, request, now)) {
      return NOT_MODIFIED;
    }
    if (!answer.compressible) {
      return IDENTITY;
    }
    String accepted = request.get(HttpHeaders.ACCEPT_ENCODING);
    if (answer.brotli() != null && ContentCoding.acceptsBrotli(accepted)) {
      return BROTLI;
    }
    return ContentCoding.acceptsGzip(accepted) ? GZIP : IDENTITY;
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

  /** Whether the bytes are yet to be made. */
  boolean isMissing(Answer answer) {
    return this == GZIP && answer.gzip() == null;
  }

  /** The bytes to send; null for none. */
  @Nullable Buffer body(Answer answer) {
    return switch (this) {
      case IDENTITY -> answer.identity;
      case GZIP -> answer.gzip();
      case BROTLI -> answer.brotli();
      case NOT_MODIFIED -> null;
    };
  }

  /** The content coding; null for none. */
  @Nullable CharSequence coding() {
    return switch (this) {
      case GZIP -> ContentCoding.GZIP;
      case BROTLI -> ContentCoding.BROTLI;
      case IDENTITY, NOT_MODIFIED -> null;
    };
  }

  int status(Answer answer) {
    return this == NOT_MODIFIED ? 304 : answer.status;
  }
}
