package dev.sarkhat.http;

import io.quarkus.arc.ArcUndeclaredThrowableException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.StreamResetException;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.Optional;
import org.hibernate.exception.JDBCConnectionException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Turns whatever ends a request into a problem. No Java name leaves the server. */
class ProblemMappers {

  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  private final Provider<AllowedMethods> allowedMethods;

  @Inject
  ProblemMappers(Provider<AllowedMethods> allowedMethods) {
    this.allowedMethods = allowedMethods;
  }

  @ServerExceptionMapper
  Response problem(ProblemException thrown, HttpServerRequest request) {
    return response(thrown, request).build();
  }

  /** What Jakarta REST itself refuses: an unknown path, a method, a media type. */
  @ServerExceptionMapper
  Response refused(WebApplicationException thrown, HttpServerRequest request) {
    String allowed = allowedMethods.get().of(request.path());
    // The router knows no methods of paths that another class begins.
    boolean otherMethod =
        thrown instanceof NotAllowedException
            || (thrown instanceof NotFoundException && !allowed.isEmpty());
    Optional<ProblemType> type =
        otherMethod
            ? Optional.of(ProblemType.METHOD_NOT_ALLOWED)
            : ProblemType.of(thrown.getResponse().getStatus());
    if (type.isEmpty() || type.get() == ProblemType.INTERNAL_ERROR) {
      return failure(thrown, request);
    }
    boolean otherPatch =
        type.get() == ProblemType.UNSUPPORTED_MEDIA_TYPE
            && HttpMethod.PATCH.equals(request.method());
    Response.ResponseBuilder response =
        response(
            otherPatch
                ? MergePatch.unsupported()
                : ProblemException.of(type.get(), detail(type.get())),
            request);
    if (type.get() == ProblemType.NOT_FOUND || type.get() == ProblemType.GONE) {
      // No resource is there that could say how long this holds.
      response.header(HttpHeaders.CACHE_CONTROL, RoutedProblems.NO_STORE);
    }
    if (otherMethod) {
      response.header(HttpHeaders.ALLOW, allowed);
    }
    return response.build();
  }

  /** The database is away, or too busy to answer in time. */
  @ServerExceptionMapper({
    JDBCConnectionException.class,
    PersistenceException.class,
    SQLException.class,
    // What a transaction wraps a failed commit in.
    ArcUndeclaredThrowableException.class
  })
  Response database(Exception thrown, HttpServerRequest request) {
    if (DatabaseFailure.isContradiction(thrown)) {
      return response(
              ProblemException.of(
                  ProblemType.CONFLICT,
                  "Somebody has changed meanwhile what this rests on: read it again."),
              request)
          .build();
    }
    if (!DatabaseFailure.isTemporary(thrown)) {
      return failure(thrown, request);
    }
    LOG.warnf("The database did not answer: %s", DatabaseFailure.summary(thrown));
    String detail =
        DatabaseFailure.isContention(thrown)
            ? "Others are working on the same: send it again in a second."
            : "The database cannot be reached now.";
    return response(ProblemException.of(ProblemType.UNAVAILABLE, detail), request)
        .header(HttpHeaders.RETRY_AFTER, 1)
        .build();
  }

  /** A body that broke off: its client has gone, or has been told already that it was too slow. */
  @ServerExceptionMapper
  Response unread(IOException thrown, HttpServerRequest request) {
    HttpServerResponse answer = request.response();
    if (!answer.ended() && !answer.closed() && !isBrokenConnection(thrown)) {
      return failure(thrown, request);
    }
    LOG.debugf("The body of %s %s broke off: %s", request.method(), request.path(), thrown);
    // Nobody receives it.
    return Response.status(ProblemType.REQUEST_TIMEOUT.status()).build();
  }

  private static boolean isBrokenConnection(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpClosedException
          || cause instanceof StreamResetException
          || cause instanceof ClosedChannelException) {
        return true;
      }
    }
    return false;
  }

  @ServerExceptionMapper
  Response failure(Throwable thrown, HttpServerRequest request) {
    String traceId = traceId(request);
    LOG.errorf(
        thrown, "Request failed, traceId=%s, %s %s", traceId, request.method(), request.path());
    ProblemException problem =
        ProblemException.of(
            ProblemType.INTERNAL_ERROR, "The server failed; tell its operator the traceId.");
    return response(problem, request.path(), traceId).build();
  }

  static String detail(ProblemType type) {
    return switch (type) {
      case NOT_FOUND -> "There is nothing here.";
      case METHOD_NOT_ALLOWED -> "The resource does not have this method; see the Allow field.";
      case NOT_ACCEPTABLE -> "The resource has none of the forms that the Accept field names.";
      case UNSUPPORTED_MEDIA_TYPE -> "The resource does not take a body of this Content-Type.";
      case MALFORMED_REQUEST -> "The request cannot be read.";
      case UNKNOWN_PARAMETER,
          REPEATED_PARAMETER,
          INVALID_PARAMETER,
          UNKNOWN_VALUE,
          INVALID_CURSOR,
          UNKNOWN_FIELD,
          INVALID_BODY,
          INVALID_HEADER,
          UNAUTHENTICATED,
          FORBIDDEN,
          CONFLICT,
          IN_USE,
          IN_PROGRESS,
          PRECONDITION_FAILED,
          KEY_REUSED,
          PRECONDITION_REQUIRED,
          TOO_MANY_REQUESTS,
          REQUEST_TIMEOUT,
          GONE,
          CONTENT_TOO_LARGE,
          URI_TOO_LONG,
          HEADER_FIELDS_TOO_LARGE,
          INTERNAL_ERROR,
          UNAVAILABLE ->
          type.title() + ".";
    };
  }

  private static Response.ResponseBuilder response(
      ProblemException thrown, HttpServerRequest request) {
    Response.ResponseBuilder response = response(thrown, request.path(), traceId(request));
    if (thrown.type() == ProblemType.UNSUPPORTED_MEDIA_TYPE
        && HttpMethod.PATCH.equals(request.method())) {
      // RFC 5789, section 2.2.
      response.header("Accept-Patch", MergePatch.MEDIA_TYPE);
    }
    return response;
  }

  private static Response.ResponseBuilder response(
      ProblemException thrown, @Nullable String path, String traceId) {
    ProblemType type = thrown.type();
    Response.ResponseBuilder response =
        Response.status(type.status())
            .type(Problem.MEDIA_TYPE)
            .entity(Problem.of(thrown, path == null ? "/" : path, traceId));
    if ((type != ProblemType.NOT_FOUND && type != ProblemType.GONE) || isKeptByNobody(path)) {
      response.header(HttpHeaders.CACHE_CONTROL, RoutedProblems.NO_STORE);
    }
    return response;
  }

  /** Where no resource says how long an absence holds. */
  private static boolean isKeptByNobody(@Nullable String path) {
    return path != null
        && (NewsroomConventions.isNewsroom(path) || path.startsWith("/v1/previews/"));
  }

  private static String traceId(HttpServerRequest request) {
    return TraceId.of(request.getHeader("traceparent"));
  }
}
