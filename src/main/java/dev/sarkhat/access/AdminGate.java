package dev.sarkhat.access;

import dev.sarkhat.http.ProblemException;
import dev.sarkhat.http.ProblemType;
import dev.sarkhat.http.RoutedProblems;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;

/**
 * Lets nobody into {@code /v1/admin} who is not known: before the request is routed, and before its
 * body is read.
 */
@Singleton
class AdminGate {

  /** The attribute of an identity that holds the {@link Principal}. */
  static final String PRINCIPAL = "sarkhat.principal";

  private static final Logger LOG = Logger.getLogger(AdminGate.class);
  private static final String PATH = "/v1/admin";

  /** Behind the framework's authentication (200), which only finds out who could tell. */
  private static final int BEHIND_AUTHENTICATION = 150;

  private final IdentityProviderManager identityProviders;
  private final RoutedProblems problems;

  @Inject
  AdminGate(IdentityProviderManager identityProviders, RoutedProblems problems) {
    this.identityProviders = identityProviders;
    this.problems = problems;
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, BEHIND_AUTHENTICATION);
  }

  private void check(RoutingContext context) {
    String path = context.normalizedPath();
    if (!path.startsWith(PATH)
        || (path.length() > PATH.length() && path.charAt(PATH.length()) != '/')
        // Asks what may be asked, and is not answered here.
        || context.request().method() == HttpMethod.OPTIONS) {
      context.next();
      return;
    }
    // Whoever waits for the identity hears of the failure; the framework's handler would answer
    // too.
    BiConsumer<RoutingContext, Throwable> nothing = (ignored, failure) -> {};
    context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, nothing);
    QuarkusHttpUser.getSecurityIdentity(context, identityProviders)
        .subscribe()
        .with(identity -> letIn(context, identity), failure -> refuse(context, failure));
  }

  private void letIn(RoutingContext context, SecurityIdentity identity) {
    Principal principal = identity == null ? null : identity.getAttribute(PRINCIPAL);
    if (principal == null) {
      unauthenticated(context, "Send a key: Authorization: Bearer srk_…, or X-API-Key.");
      return;
    }
    Caller.note(context, principal);
    context.next();
  }

  private void refuse(RoutingContext context, Throwable failure) {
    if (failure instanceof AuthenticationFailedException) {
      unauthenticated(context, "The credentials are not valid, or not any more.");
    } else if (failure instanceof DirectoryUnreachableException) {
      problems.answer(context, ProblemException.unavailable("The database cannot be reached now."));
    } else {
      LOG.error("Authentication failed", failure);
      problems.answer(
          context,
          ProblemException.of(
              ProblemType.INTERNAL_ERROR, "The server failed; tell its operator the traceId."));
    }
  }

  private void unauthenticated(RoutingContext context, String detail) {
    // RFC 9110, section 15.5.2, wants the challenge.
    context.response().putHeader("WWW-Authenticate", "Bearer realm=\"newsroom\"");
    problems.answer(context, ProblemException.of(ProblemType.UNAUTHENTICATED, detail));
  }
}
