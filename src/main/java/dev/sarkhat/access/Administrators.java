package dev.sarkhat.access;

import dev.sarkhat.http.ProblemException;
import dev.sarkhat.http.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;

/** Sees to it that a newsroom does not lock itself out. */
@ApplicationScoped
class Administrators {

  /** The second part says what of; the change log has the first two. */
  private static final String LOCK = "select 1 from pg_advisory_xact_lock(1935762280, 3)";

  /**
   * An admin is one who could come: with a key of their own, or with tokens, if those are taken.
   */
  private static final String ANYBODY =
      """
      select exists (
        select from principal p join role_grant g on g.principal_id = p.id
        where g.role = 'admin' and p.disabled_at is null
          and ((p.kind = 'person' and :people)
            or exists (
              select from access_key k
              where k.principal_id = p.id and not k.bootstrap and k.revoked_at is null
                and (k.expires_at is null or k.expires_at > :now))))
      """;

  private final EntityManager entities;
  private final Principals principals;
  private final Clock clock;
  private final boolean people;

  @Inject
  Administrators(
      EntityManager entities,
      Principals principals,
      Clock clock,
      @ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean people) {
    this.entities = entities;
    this.principals = principals;
    this.clock = clock;
    this.people = people;
  }

  /**
   * Does what may take an admin away. Two who do at the same time do it one after the other, so
   * that they do not take away each other's last.
   *
   * @throws ProblemException 409 if there was an admin before and none would be left
   */
  void keepOne(Runnable change) {
    lock();
    boolean before = exist();
    change.run();
    entities.flush();
    if (before && !exist()) {
      throw ProblemException.of(
          ProblemType.CONFLICT,
          "No admin with a valid key would be left: make another one first, with a key.");
    }
  }

  /** Lets nobody else take or make the first or the last admin until the transaction ends. */
  void lock() {
    session().createNativeQuery(LOCK, Integer.class).getSingleResult();
  }

  /** Whether there is an admin who can come. */
  boolean exist() {
    return session()
        .createNativeQuery(ANYBODY, Boolean.class)
        .setParameter("people", people)
        .setParameter("now", clock.instant())
        .getSingleResult();
  }

  /**
   * Makes a program that is an admin, as nobody has asked for but the operator; gives its number.
   */
  long make(String name) {
    StoredPrincipal admin = StoredPrincipal.application(name, clock.instant());
    admin.grant(List.of(new Grant(Role.ADMIN, null)), clock.instant(), null);
    principals.persistAndFlush(admin);
    return admin.id();
  }

  private Session session() {
    return entities.unwrap(Session.class);
  }
}
