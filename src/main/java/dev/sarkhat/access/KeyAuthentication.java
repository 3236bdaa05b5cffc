package dev.sarkhat.access;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds a key in {@code Authorization: Bearer} (RFC 6750, section 2.1) or {@code X-API-Key}. */
@Singleton
class KeyAuthentication implements HttpAuthenticationMechanism {

  private static final String BEARER = "Bearer ";
  private static final CharSequence API_KEY = HttpHeaders.createOptimized("X-API-Key");

  /**
   * Before other mechanisms, for which a key would be a broken token; that of OpenID Connect is one
   * above the default.
   */
  @Override
  public int getPriority() {
    return DEFAULT_PRIORITY + 2;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identityProviders) {
    String key = key(context.request());
    return key == null
        ? Uni.createFrom().nullItem()
        : identityProviders.authenticate(new KeyRequest(key));
  }

  private static @Nullable String key(HttpServerRequest request) {
    String key = request.getHeader(API_KEY);
    if (key != null) {
      return key.strip();
    }
    String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (authorization == null
        || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return null;
    }
    String token = authorization.substring(BEARER.length()).strip();
    return token.startsWith(AccessKey.PREFIX) ? token : null;
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(KeyRequest.class);
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
    return Uni.createFrom()
        .item(
            new HttpCredentialTransport(
                HttpCredentialTransport.Type.AUTHORIZATION, AccessKey.PREFIX));
  }
}
