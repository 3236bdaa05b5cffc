package dev.sarkhat.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Refuses, before anything is routed, what later stages would read leniently: addresses that are
 * not URIs or cannot be decoded, oversized heads, several hosts, other spellings of a resource's
 * one path, and bodies that are announced as too long.
 */
@Singleton
class StrictRequests {

  /** Before every filter that routes or answers. */
  static final int FIRST = 10_000;

  /** Dot segments, empty segments, and the parameters of segments, which the router drops. */
  private static final Pattern OTHER_SPELLING = Pattern.compile("//|/(\\.|%2[Ee]){1,2}(/|$)|;");

  private static final Pattern OURS = Pattern.compile("^/(?:v1|feeds|sitemaps)/");

  private final RoutedProblems problems;
  private final StreamedBodies streamed;
  private final long longestBody;

  @Inject
  StrictRequests(RoutedProblems problems, StreamedBodies streamed, HttpSettings settings) {
    this.problems = problems;
    this.streamed = streamed;
    this.longestBody = settings.maxBodySize().asLongValue();
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, FIRST);
  }

  private void check(RoutingContext context) {
    ProblemException problem = problem(context.request());
    if (problem == null) {
      context.next();
    } else {
      problems.answer(context, problem);
    }
  }

  private @Nullable ProblemException problem(HttpServerRequest request) {
    ProblemException problem = HeadLimits.problem(request);
    if (problem != null) {
      return problem;
    }
    try {
      String target = request.uri();
      int query = target.indexOf('?');
      QueryString.decode(query < 0 ? target : target.substring(0, query), false);
      QueryString.parse(query < 0 ? null : target.substring(query + 1));
    } catch (QueryString.MalformedException e) {
      return ProblemException.of(
          ProblemType.MALFORMED_REQUEST, "The address cannot be read. " + e.getMessage());
    }
    if (request.headers().getAll(HttpHeaders.HOST).size() > 1) {
      return ProblemException.of(
          ProblemType.MALFORMED_REQUEST, "The request names more than one Host.");
    }
    if (isAlias(request.path())) {
      return ProblemException.notFound();
    }
    StreamedBody declared = streamed.of(request);
    long longest = declared == null ? longestBody : declared.longest();
    return contentLength(request) > longest ? BodyLimit.tooLong(longest) : null;
  }

  /** A resource has one path; the router would also serve others that lead there. */
  private static boolean isAlias(@Nullable String path) {
    return path != null
        && (OTHER_SPELLING.matcher(path).find()
            || (path.endsWith("/") && OURS.matcher(path).find()));
  }

  private static long contentLength(HttpServerRequest request) {
    String value = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    // The HTTP codec has refused what is not a number.
    return value == null ? 0 : Long.parseLong(value);
  }
}
