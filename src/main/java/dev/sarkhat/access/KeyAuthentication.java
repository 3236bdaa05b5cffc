package dev.sarkhat.access;

import io.quarkus.security.AuthenticationFailedException;
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
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds a key in {@code Authorization: Bearer} (RFC 6750, section 2.1) or {@code X-API-Key}. */
@Singleton
class KeyAuthentication implements HttpAuthenticationMechanism {

  private static final String BEARER = "Bearer ";
  private static final CharSequence API_KEY = HttpHeaders.createOptimized("X-API-Key");

  /**
   * A signed token (RFC 7515, section 7.1). The library that reads tokens fails on some texts that
   * have no such form, as if the server were at fault.
   */
  private static final Pattern TOKEN =
      Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");

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
    if (key != null) {
      return identityProviders.authenticate(new KeyRequest(key));
    }
    String bearer = bearer(context.request().getHeader(HttpHeaders.AUTHORIZATION));
    return bearer == null || TOKEN.matcher(bearer).matches()
        ? Uni.createFrom().nullItem()
        : Uni.createFrom().failure(new AuthenticationFailedException());
  }

  /**
   * Whether a request bears credentials that differ: it would be one of two people. A field {@code
   * Authorization} of another scheme is none of the newsroom's; a site that is not open yet may ask
   * everybody for one.
   */
  static boolean isTwofold(HttpServerRequest request) {
    Set<String> credentials = new HashSet<>();
    request.headers().getAll(API_KEY).forEach(key -> credentials.add(key.strip()));
    for (String authorization : request.headers().getAll(HttpHeaders.AUTHORIZATION)) {
      String bearer = bearer(authorization);
      if (bearer != null) {
        credentials.add(bearer);
      }
    }
    return credentials.size() > 1;
  }

  /** The key that a request bears, or what stands in its place; null where there is none. */
  static @Nullable String key(HttpServerRequest request) {
    String key = request.getHeader(API_KEY);
    if (key != null) {
      return key.strip();
    }
    String bearer = bearer(request.getHeader(HttpHeaders.AUTHORIZATION));
    return bearer != null && bearer.startsWith(AccessKey.PREFIX) ? bearer : null;
  }

  private static @Nullable String bearer(@Nullable String authorization) {
    return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? authorization.substring(BEARER.length()).strip()
        : null;
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
