package dev.sarkhat.access;

import dev.sarkhat.Newsroom;
import dev.sarkhat.section.Section;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Makes people with keys for tests. */
@ApplicationScoped
public class Keys {

  private static final SecureRandom RANDOM = new SecureRandom();

  @Inject EntityManager entities;
  @Inject Clock clock;
  @Inject FirstKeys firstKeys;

  /**
   * Somebody with a key.
   *
   * @param principalId their number
   * @param name what they are called
   * @param keyId the key's id
   * @param text what they send
   */
  public record Holder(long principalId, String name, String keyId, String text) {}

  /** Somebody with a role everywhere. */
  @Transactional
  public Holder with(Role role) {
    return holder(role, null, null);
  }

  /** Somebody with a role in a section. */
  @Transactional
  public Holder with(Role role, Section section) {
    return holder(role, section.id(), null);
  }

  /** Somebody with a key and no role. */
  @Transactional
  public Holder withoutRole() {
    return holder(null, null, null);
  }

  /** Somebody whose key ends. */
  @Transactional
  public Holder until(Instant expiresAt, Role role) {
    return holder(role, null, expiresAt);
  }

  private Holder holder(@Nullable Role role, @Nullable Long section, @Nullable Instant expiresAt) {
    AccessKey key = AccessKey.generate(RANDOM);
    String name = Newsroom.unique("نویسنده");
    Session session = entities.unwrap(Session.class);
    Long id =
        session
            .createNativeQuery(
                """
                insert into principal (id, revision, kind, name, created_at)
                values (nextval('principal_seq') * 50 + 1000000, 0, 'application', :name, :now)
                returning id
                """,
                Long.class)
            .setParameter("name", name)
            .setParameter("now", clock.instant())
            .getSingleResult();
    session
        .createNativeMutationQuery(
            """
            insert into access_key (id, principal_id, secret_hash, created_at, expires_at)
            values (:id, :principal, :hash, :now, :end)
            """)
        .setParameter("id", key.id())
        .setParameter("principal", id)
        .setParameter("hash", key.hash())
        .setParameter("now", clock.instant())
        .setParameter("end", expiresAt, Instant.class)
        .executeUpdate();
    if (role != null) {
      session
          .createNativeMutationQuery(
              """
              insert into role_grant (principal_id, role, section_id, granted_at)
              values (:principal, :role, :section, :now)
              """)
          .setParameter("principal", id)
          .setParameter("role", role.value())
          .setParameter("section", section, Long.class)
          .setParameter("now", clock.instant())
          .executeUpdate();
    }
    return new Holder(id, name, key.id(), key.text());
  }

  /** Does something while nobody else is an admin, and lets the others be again what they were. */
  public void withNoOtherAdmin(Holder last, Runnable action) {
    List<Long> others = QuarkusTransaction.requiringNew().call(() -> takeOthers(last));
    try {
      action.run();
    } finally {
      QuarkusTransaction.requiringNew().run(() -> giveBack(others));
    }
  }

  private List<Long> takeOthers(Holder last) {
    return entities
        .unwrap(Session.class)
        .createNativeQuery(
            """
            update role_grant set role = 'editor' where role = 'admin' and principal_id <> :last
            returning principal_id
            """,
            Long.class)
        .setParameter("last", last.principalId())
        .getResultList();
  }

  private void giveBack(List<Long> others) {
    entities
        .unwrap(Session.class)
        .createNativeMutationQuery(
            "update role_grant set role = 'admin' where section_id is null and principal_id in (:others)")
        .setParameterList("others", others)
        .executeUpdate();
  }

  /** Does something in a transaction of its own. */
  public <T> T inTransaction(Callable<T> action) {
    return QuarkusTransaction.requiringNew().call(action);
  }

  /** Takes a key back. */
  @Transactional
  void revoke(String id) {
    update("update access_key set revoked_at = created_at where id = '" + id + "'");
  }

  /** Takes the first keys back that there are. */
  @Transactional
  void revokeFirstKeys() {
    update("update access_key set revoked_at = created_at where bootstrap");
  }

  /** Takes everything from those who are admins now. */
  @Transactional
  void revokeAdmins() {
    update("delete from role_grant where role = 'admin'");
  }

  /** Whether there is a first key that is taken. */
  @Transactional
  boolean isFirstKeyValid() {
    return firstKeys.isValid(clock.instant());
  }

  private void update(String sql) {
    entities.createNativeQuery(sql).executeUpdate();
  }

  /** Whether any row about access holds the text. */
  @Transactional
  public boolean isAnywhere(String text) {
    return entities
        .unwrap(Session.class)
        .createNativeQuery(
            """
            select exists (select from access_key t where strpos(cast(t as text), :text) > 0)
              or exists (select from principal t where strpos(cast(t as text), :text) > 0)
              or exists (select from audit_log t where strpos(cast(t as text), :text) > 0)
              or exists (select from idempotent_request t where strpos(cast(t as text), :text) > 0)
              or exists (select from access_key t where strpos(encode(t.secret_hash, 'escape'), :text) > 0)
            """,
            Boolean.class)
        .setParameter("text", text)
        .getSingleResult();
  }
}
