package dev.sarkhat.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** The people whom the newsroom has seen. */
@ApplicationScoped
class PersonRegistry {

  private final Principals principals;
  private final Clock clock;

  @Inject
  PersonRegistry(Principals principals, Clock clock) {
    this.principals = principals;
    this.clock = clock;
  }

  /**
   * What the newsroom has about a person.
   *
   * @param grants the roles it has given them, besides those of their groups
   */
  record Seen(long id, String name, boolean disabled, List<Grant> grants) {

    /** Copies the grants. */
    Seen {
      grants = List.copyOf(grants);
    }
  }

  /** The person, who is noted when they come for the first time. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  Seen see(TokenPerson person) {
    StoredPrincipal stored =
        principals
            .findPerson(person.issuer(), person.subject())
            .orElseGet(
                () -> {
                  StoredPrincipal first =
                      StoredPrincipal.person(
                          person.name(), person.issuer(), person.subject(), clock.instant());
                  principals.persistAndFlush(first);
                  return first;
                });
    return new Seen(stored.id(), stored.name(), stored.disabledAt() != null, stored.grants());
  }
}
