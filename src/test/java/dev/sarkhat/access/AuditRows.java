package dev.sarkhat.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import org.hibernate.Session;

/** Reads the audit log for tests. */
@ApplicationScoped
public class AuditRows {

  @Inject EntityManager entities;

  /** What was done to a thing, in order: each as {@code who operation changes}. */
  @Transactional
  public List<String> of(String kind, long id) {
    return entities
        .unwrap(Session.class)
        .createNativeQuery(
            """
            select principal_name || ' ' || operation || ' ' || changes from audit_log
            where kind = :kind and entity = :entity order by id
            """,
            String.class)
        .setParameter("kind", kind)
        .setParameter("entity", String.valueOf(id))
        .getResultList();
  }

  /** The operations of somebody, in order. */
  @Transactional
  public List<String> operationsOf(long principal) {
    return entities
        .unwrap(Session.class)
        .createNativeQuery(
            "select operation from audit_log where principal_id = :principal order by id",
            String.class)
        .setParameter("principal", principal)
        .getResultList();
  }
}
