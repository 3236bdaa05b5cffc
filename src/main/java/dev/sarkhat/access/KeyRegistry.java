package dev.sarkhat.access;

import dev.sarkhat.http.Cursors;
import dev.sarkhat.paging.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.hibernate.query.Query;
import org.jspecify.annotations.Nullable;

/** Makes keys, ends them, and tells of them. Of a key's secret it keeps a hash alone. */
@ApplicationScoped
class KeyRegistry {

  private final EntityManager entities;
  private final Cursors cursors;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  @Inject
  KeyRegistry(EntityManager entities, Cursors cursors, Clock clock) {
    this.entities = entities;
    this.cursors = cursors;
    this.clock = clock;
  }

  /** A new key of somebody. */
  IssuedKey issue(long principal, @Nullable Instant expiresAt, @Nullable Long by) {
    AccessKey key = AccessKey.generate(random);
    Instant now = add(key, principal, false, expiresAt, by);
    return new IssuedKey(key.id(), key.text(), now, expiresAt);
  }

  /**
   * Takes a key as somebody's.
   *
   * @param bootstrap whether it only makes others
   * @return since when
   */
  Instant add(
      AccessKey key,
      long principal,
      boolean bootstrap,
      @Nullable Instant expiresAt,
      @Nullable Long by) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    session()
        .createNativeMutationQuery(
            """
            insert into access_key (id, principal_id, secret_hash, bootstrap, created_at, created_by, expires_at)
            values (:id, :principal, :hash, :bootstrap, :now, :by, :end)
            """)
        .setParameter("id", key.id())
        .setParameter("principal", principal)
        .setParameter("hash", key.hash())
        .setParameter("bootstrap", bootstrap)
        .setParameter("now", now)
        .setParameter("by", by, Long.class)
        .setParameter("end", expiresAt, Instant.class)
        .executeUpdate();
    return now;
  }

  /** One page of somebody's keys, the latest first. */
  Page<KeyView> page(long principal, int limit, @Nullable String cursor) {
    String list = "keys?principal=" + principal;
    List<String> after = cursors.keys(list, cursor);
    List<KeyView> rows =
        views(
                session()
                    .createNativeQuery(
                        """
                        select k.id, k.created_at, k.created_by, k.expires_at, k.revoked_at, k.bootstrap,
                               u.last_used_at, u.address, p.name
                        from access_key k
                        left join access_key_use u on u.key_id = k.id
                        left join principal p on p.id = k.created_by
                        where k.principal_id = :principal and (k.created_at, k.id) < (:at, :id)
                        order by k.created_at desc, k.id desc
                        limit :rows
                        """,
                        Object[].class)
                    .setParameter("principal", principal)
                    .setParameter(
                        "at",
                        after == null
                            ? Instant.parse("9999-01-01T00:00:00Z")
                            : Instant.parse(after.get(0)))
                    .setParameter("id", after == null ? "" : after.get(1))
                    .setParameter("rows", limit + 1))
            .getResultList();
    return Page.cut(
        rows, limit, last -> cursors.after(list, last.createdAt().toString(), last.id()));
  }

  /** One of somebody's keys; whoever changes it meanwhile waits for the transaction's end. */
  Optional<KeyView> find(long principal, String id) {
    return views(
            session()
                .createNativeQuery(
                    """
                    select k.id, k.created_at, k.created_by, k.expires_at, k.revoked_at, k.bootstrap,
                           u.last_used_at, u.address, p.name
                    from access_key k
                    left join access_key_use u on u.key_id = k.id
                    left join principal p on p.id = k.created_by
                    where k.principal_id = :principal and k.id = :id
                    for no key update of k
                    """,
                    Object[].class)
                .setParameter("principal", principal)
                .setParameter("id", id))
        .uniqueResultOptional();
  }

  private static Query<KeyView> views(NativeQuery<Object[]> query) {
    return query
        .addScalar("id", String.class)
        .addScalar("created_at", Instant.class)
        .addScalar("created_by", Long.class)
        .addScalar("expires_at", Instant.class)
        .addScalar("revoked_at", Instant.class)
        .addScalar("bootstrap", Boolean.class)
        .addScalar("last_used_at", Instant.class)
        .addScalar("address", String.class)
        .addScalar("name", String.class)
        .setTupleTransformer(
            (row, names) ->
                new KeyView(
                    (String) row[0],
                    (Instant) row[1],
                    row[2] == null ? null : new PrincipalRef((Long) row[2], (String) row[8]),
                    (Instant) row[3],
                    (Instant) row[4],
                    (Boolean) row[5],
                    (Instant) row[6],
                    (String) row[7]));
  }

  /** Takes a key back. One that was, stays as it was. */
  void revoke(String id) {
    session()
        .createNativeMutationQuery(
            "update access_key set revoked_at = :now where id = :id and revoked_at is null")
        .setParameter("now", clock.instant())
        .setParameter("id", id)
        .executeUpdate();
  }

  /** When a key is to end, or was to end before another followed it; null for never. */
  @Nullable Instant plannedEnd(String id) {
    return session()
        .createNativeQuery(
            """
            select case when followed_at is null then expires_at else planned_end end
            from access_key where id = :id
            """,
            Instant.class)
        .setParameter("id", id)
        .getSingleResultOrNull();
  }

  /** Lets a key that another follows end, unless it ends before. */
  void end(String id, Instant at) {
    session()
        .createNativeMutationQuery(
            """
            update access_key
            set planned_end = case when followed_at is null then expires_at else planned_end end,
                followed_at = coalesce(followed_at, :now),
                expires_at = least(expires_at, :at)
            where id = :id
            """)
        .setParameter("now", clock.instant())
        .setParameter("at", at)
        .setParameter("id", id)
        .executeUpdate();
  }

  private Session session() {
    return entities.unwrap(Session.class);
  }
}
