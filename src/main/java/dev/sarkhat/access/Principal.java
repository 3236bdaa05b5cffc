package dev.sarkhat.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has shown a credential that is valid now.
 *
 * @param id their number
 * @param name what they are called
 * @param keyId the key that was shown, without its secret; null for a person's token
 * @param bootstrap whether the credential is the first key, which only makes others
 * @param grants their roles
 */
public record Principal(
    long id, String name, @Nullable String keyId, boolean bootstrap, List<Grant> grants) {

  /** Copies the grants. */
  public Principal {
    grants = List.copyOf(grants);
  }

  /** Whether they have the role, or one above it, everywhere. */
  boolean isEverywhere(Role role) {
    return grants.stream()
        .anyMatch(grant -> grant.sectionId() == null && grant.role().covers(role));
  }

  /** Whether they have the role, or one above it, in any place. */
  boolean isAnywhere(Role role) {
    return grants.stream().anyMatch(grant -> grant.role().covers(role));
  }
}
