package dev.sarkhat.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.hibernate.Session;

/**
 * Lets one transaction at a time make or change the names of things: sections, tags, sources,
 * contributors, menus. What such a transaction finds, such as that a slug is free or where a
 * section stands, holds until it ends. Readers and writers of articles never wait for it.
 */
@ApplicationScoped
public class NamesLock {

  private final EntityManager entities;

  @Inject
  NamesLock(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Waits until it is the transaction's turn, as long as statements wait for locks. Imports make
   * names, too, and take the same lock for each batch.
   */
  public void take() {
    entities
        .unwrap(Session.class)
        .doWork(
            connection -> {
              try (var statement = connection.createStatement()) {
                statement.execute("select pg_advisory_xact_lock(hashtext('sarkhat import'))");
              }
            });
  }
}
