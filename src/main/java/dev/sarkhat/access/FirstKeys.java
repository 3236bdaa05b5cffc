package dev.sarkhat.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.hibernate.Session;

/** What the database knows of first keys, which only make others. */
@ApplicationScoped
class FirstKeys {

  private final EntityManager entities;

  @Inject
  FirstKeys(EntityManager entities) {
    this.entities = entities;
  }

  /** Whether there is one that is taken at the instant. */
  boolean isValid(Instant now) {
    return session()
        .createNativeQuery(
            """
            select exists (
              select from access_key k join principal p on p.id = k.principal_id
              where k.bootstrap and k.revoked_at is null and k.expires_at > :now
                and p.disabled_at is null)
            """,
            Boolean.class)
        .setParameter("now", now)
        .getSingleResult();
  }

  /** Whether there is or was a key with the id. */
  boolean isKnown(String id) {
    return session()
        .createNativeQuery("select exists (select from access_key where id = :id)", Boolean.class)
        .setParameter("id", id)
        .getSingleResult();
  }

  /** Removes the holders of first keys that have ended without another; they have done nothing. */
  void forgetEnded() {
    session()
        .createNativeMutationQuery(
            """
            delete from principal p
            where exists (select from access_key k where k.principal_id = p.id and k.bootstrap)
              and not exists (select from access_key k where k.principal_id = p.id and not k.bootstrap)
            """)
        .executeUpdate();
  }

  private Session session() {
    return entities.unwrap(Session.class);
  }
}
