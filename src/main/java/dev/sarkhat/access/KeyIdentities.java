package dev.sarkhat.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;

/** Turns keys into identities. */
@Singleton
class KeyIdentities implements IdentityProvider<KeyRequest> {

  private final KeyDirectory directory;

  @Inject
  KeyIdentities(KeyDirectory directory) {
    this.directory = directory;
  }

  @Override
  public Class<KeyRequest> getRequestType() {
    return KeyRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      KeyRequest request, AuthenticationRequestContext context) {
    Optional<AccessKey> key = AccessKey.parse(request.key());
    if (key.isEmpty()) {
      return Uni.createFrom().failure(new AuthenticationFailedException());
    }
    // The database may have to be asked.
    return context.runBlocking(() -> identity(key.get()));
  }

  private SecurityIdentity identity(AccessKey key) {
    try {
      Principal principal = directory.holder(key).orElseThrow(AuthenticationFailedException::new);
      return QuarkusSecurityIdentity.builder()
          .setPrincipal(new QuarkusPrincipal(principal.name()))
          .addAttribute(AdminGate.PRINCIPAL, principal)
          .build();
    } catch (SQLException unreachable) {
      throw new DirectoryUnreachableException(unreachable);
    }
  }
}
