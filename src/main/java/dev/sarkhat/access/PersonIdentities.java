package dev.sarkhat.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Turns a token that has been verified, its signature, issuer, audience and times, into somebody
 * whom the newsroom knows.
 */
@Singleton
class PersonIdentities implements SecurityIdentityAugmentor {

  /**
   * RFC 8725, section 3.1: the algorithms are chosen here, and not by whoever sends the token. All
   * providers sign by one of these.
   */
  private static final Set<String> ALGORITHMS = Set.of("RS256", "ES256");

  private final PersonDirectory directory;

  @Inject
  PersonIdentities(PersonDirectory directory) {
    this.directory = directory;
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
      return Uni.createFrom().item(identity);
    }
    TokenPerson person =
        isOfKnownAlgorithm(token.getRawToken()) ? TokenPerson.of(token).orElse(null) : null;
    if (person == null) {
      return Uni.createFrom().failure(new AuthenticationFailedException());
    }
    // The database may have to be asked.
    return context.runBlocking(() -> known(identity, person));
  }

  private SecurityIdentity known(SecurityIdentity identity, TokenPerson person) {
    Principal principal =
        directory
            .principal(person, identity.getRoles())
            .orElseThrow(AuthenticationFailedException::new);
    return QuarkusSecurityIdentity.builder(identity)
        .addAttribute(AdminGate.PRINCIPAL, principal)
        .build();
  }

  /** The token has been verified, so its head is what the provider has signed. */
  private static boolean isOfKnownAlgorithm(String token) {
    try {
      String head = token.substring(0, Math.max(0, token.indexOf('.')));
      byte[] json = Base64.getUrlDecoder().decode(head);
      return ALGORITHMS.contains(
          new JsonObject(new String(json, StandardCharsets.UTF_8)).getString("alg", ""));
    } catch (IllegalArgumentException | ClassCastException | DecodeException none) {
      return false;
    }
  }
}
