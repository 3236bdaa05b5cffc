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
  private final KeyDirectory directory;
  private final KeyUses uses;
  private final RateLimits limits;
  private final RoutedProblems problems;

  @Inject
  AdminGate(
      IdentityProviderManager identityProviders,
      KeyDirectory directory,
      KeyUses uses,
      RateLimits limits,
      RoutedProblems problems) {
    this.identityProviders = identityProviders;
    this.directory = directory;
    this.uses = uses;
    this.limits = limits;
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
    if (KeyAuthentication.isTwofold(context.request())) {
      problems.answer(
          context,
          ProblemException.of(
              ProblemType.INVALID_HEADER,
              "Authorization and X-API-Key bear credentials that differ: send one."));
      return;
    }
    AddressBlock sender = RateLimits.block(context);
    if (limits.failures().isExhausted(sender) && bearsNewKey(context)) {
      tooMany(context, limits.failures().refusal(sender));
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

  /**
   * Whoever guesses keys costs nothing any more; whoever shares their address and has shown a good
   * one lately is let in.
   */
  private boolean bearsNewKey(RoutingContext context) {
    String text = KeyAuthentication.key(context.request());
    return text != null && AccessKey.parse(text).filter(key -> !directory.hasSeen(key)).isPresent();
  }

  private void letIn(RoutingContext context, SecurityIdentity identity) {
    Principal principal = identity == null ? null : identity.getAttribute(PRINCIPAL);
    if (principal == null) {
      unauthenticated(context, "Send a key: Authorization: Bearer srk_…, or X-API-Key.");
      return;
    }
    String keyId = principal.keyId();
    if (keyId != null) {
      uses.note(keyId, RateLimits.address(context));
    }
    Allowance allowance = limits.perKey().take(keyId == null ? "person " + principal.id() : keyId);
    if (allowance.granted()) {
      allowance.writeTo(context.response().headers());
      Caller.note(context, principal);
      context.next();
    } else {
      tooMany(context, allowance);
    }
  }

  private void refuse(RoutingContext context, Throwable failure) {
    if (failure instanceof AuthenticationFailedException) {
      Allowance allowance = limits.failures().take(RateLimits.block(context));
      if (allowance.granted()) {
        unauthenticated(context, "The credentials are not valid, or not any more.");
      } else {
        tooMany(context, allowance);
      }
    } else if (failure instanceof DirectoryUnreachableException) {
      LOG.warnf("Nobody could be recognised: %s", failure.getCause());
      problems.answer(context, ProblemException.unavailable("The database cannot be reached now."));
    } else {
      LOG.error("Authentication failed", failure);
      problems.answer(
          context,
          ProblemException.of(
              ProblemType.INTERNAL_ERROR, "The server failed; tell its operator the traceId."));
    }
  }

  private void tooMany(RoutingContext context, Allowance allowance) {
    allowance.writeTo(context.response().headers());
    problems.answer(context, allowance.problem());
  }

  private void unauthenticated(RoutingContext context, String detail) {
    // RFC 9110, section 15.5.2, wants the challenge.
    context.response().putHeader("WWW-Authenticate", "Bearer realm=\"newsroom\"");
    problems.answer(context, ProblemException.of(ProblemType.UNAUTHENTICATED, detail));
  }
}
