package dev.sarkhat.access;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start where tokens would be taken that were made for somebody else. */
@Singleton
class PersonSettingsCheck {

  private final boolean people;
  private final Optional<List<String>> audience;
  private final Optional<String> issuer;

  @Inject
  PersonSettingsCheck(
      @ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean people,
      @ConfigProperty(name = "quarkus.oidc.token.audience") Optional<List<String>> audience,
      @ConfigProperty(name = "quarkus.oidc.token.issuer") Optional<String> issuer) {
    this.people = people;
    this.audience = audience;
    this.issuer = issuer;
  }

  /**
   * Checks.
   *
   * @throws ConfigurationException naming what to set
   */
  void check(@Observes StartupEvent event) {
    if (!people) {
      return;
    }
    if (audience.isEmpty() || audience.get().contains("any")) {
      throw new ConfigurationException(
          "QUARKUS_OIDC_TOKEN_AUDIENCE must be what the provider's tokens for this newsroom have as"
              + " aud: without it, tokens for any other application would be taken.");
    }
    if (issuer.isEmpty() || issuer.get().equals("any")) {
      throw new ConfigurationException(
          "QUARKUS_OIDC_TOKEN_ISSUER must be what the provider's tokens have as iss: without it,"
              + " tokens of other issuers could be taken.");
    }
  }
}
