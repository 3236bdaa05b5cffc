package dev.sarkhat.access;

import io.smallrye.config.ConfigMapping;
import java.util.Map;

/**
 * What people may do whom an OpenID Connect provider knows. How to reach the provider is told by
 * {@code quarkus.oidc}; see {@code openapi/access.md}.
 */
@ConfigMapping(prefix = "sarkhat.access.oidc")
interface PersonSettings {

  /**
   * The role, everywhere, of those whose tokens name a group. Which claim names groups, {@code
   * quarkus.oidc.roles.role-claim-path} tells; {@code groups} if it does not.
   */
  Map<String, Role> groups();
}
