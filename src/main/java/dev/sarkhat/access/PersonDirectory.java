package dev.sarkhat.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sarkhat.access.PersonRegistry.Seen;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/**
 * Who a token's person is in the newsroom, and what they may do: by the groups that the token
 * names, and by the grants that the newsroom has given them. It is remembered as {@link
 * KeyDirectory} remembers keys.
 */
@Singleton
class PersonDirectory {

  private static final int REMEMBERED = 10_000;
  private static final int SECONDS = 60;

  private final PersonRegistry registry;
  private final PersonSettings settings;
  private final AccessChanges changes;
  private final Cache<Identifier, Remembered> remembered =
      Caffeine.newBuilder()
          .maximumSize(REMEMBERED)
          .expireAfterWrite(SECONDS, TimeUnit.SECONDS)
          .build();

  @Inject
  PersonDirectory(PersonRegistry registry, PersonSettings settings, AccessChanges changes) {
    this.registry = registry;
    this.settings = settings;
    this.changes = changes;
  }

  /** What stays while names change. */
  private record Identifier(String issuer, String subject) {

    static Identifier of(TokenPerson person) {
      return new Identifier(person.issuer(), person.subject());
    }
  }

  private record Remembered(long heard, Seen seen) {}

  /**
   * Who they are.
   *
   * @param groups the groups that their token names
   * @return empty if they are disabled
   * @throws DirectoryUnreachableException if the database does not answer
   */
  Optional<Principal> principal(TokenPerson person, Collection<String> groups) {
    Seen seen = seen(person);
    if (seen.disabled()) {
      return Optional.empty();
    }
    Set<Grant> grants = new LinkedHashSet<>(seen.grants());
    Map<String, Role> roles = settings.groups();
    for (String group : groups) {
      Role role = roles.get(group);
      if (role != null) {
        grants.add(new Grant(role, null));
      }
    }
    return Optional.of(new Principal(seen.id(), seen.name(), null, false, List.copyOf(grants)));
  }

  private Seen seen(TokenPerson person) {
    Identifier identifier = Identifier.of(person);
    Remembered known = current(identifier);
    if (known != null) {
      return known.seen();
    }
    long before = changes.heard();
    Seen seen;
    try {
      seen = see(person);
    } catch (PersistenceException unreachable) {
      throw new DirectoryUnreachableException(unreachable);
    }
    remembered.put(identifier, new Remembered(before, seen));
    return seen;
  }

  private Seen see(TokenPerson person) {
    try {
      return registry.see(person);
    } catch (ConstraintViolationException seenMeanwhile) {
      // Two of their requests came first.
      return registry.see(person);
    }
  }

  private @Nullable Remembered current(Identifier identifier) {
    Remembered known = remembered.getIfPresent(identifier);
    return known != null && changes.isCurrent(known.heard()) ? known : null;
  }
}
