package dev.sarkhat.access;

import dev.sarkhat.http.Cursors;
import dev.sarkhat.paging.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was done. Every filter has an index that holds its rows in the list's order. */
@ApplicationScoped
class AuditLog {

  private final EntityManager entities;
  private final Cursors cursors;
  private final AuditWords words;

  @Inject
  AuditLog(EntityManager entities, Cursors cursors, AuditWords words) {
    this.entities = entities;
    this.cursors = cursors;
    this.words = words;
  }

  /** One page of it, the latest first. */
  Page<AuditEntry> page(AuditQuery query) {
    String list = query.listName();
    int limit = query.limit();
    List<String> after = cursors.keys(list, query.cursor());
    CriteriaBuilder builder = entities.getCriteriaBuilder();
    CriteriaQuery<AuditEntry> select = builder.createQuery(AuditEntry.class);
    Root<AuditEntry> entry = select.from(AuditEntry.class);
    Path<Instant> at = entry.get("at");
    Path<Long> id = entry.get("id");
    List<Predicate> conditions = new ArrayList<>();
    equal(builder, entry.get("principalId"), query.principal(), conditions);
    equal(builder, entry.get("operation"), query.operation(words.operations()), conditions);
    equal(builder, entry.get("kind"), query.kind(), conditions);
    equal(builder, entry.get("entity"), query.entity(), conditions);
    Instant from = query.from();
    if (from != null) {
      conditions.add(builder.greaterThanOrEqualTo(at, from));
    }
    Instant to = query.to();
    if (to != null) {
      conditions.add(builder.lessThan(at, to));
    }
    if (after != null) {
      Instant last = Instant.parse(after.get(0));
      // The first says the same as the second and less; an index can be entered by it.
      conditions.add(builder.lessThanOrEqualTo(at, last));
      conditions.add(
          builder.or(builder.lessThan(at, last), builder.lessThan(id, Long.valueOf(after.get(1)))));
    }
    select.where(conditions.toArray(Predicate[]::new)).orderBy(builder.desc(at), builder.desc(id));
    List<AuditEntry> rows = entities.createQuery(select).setMaxResults(limit + 1).getResultList();
    return Page.cut(
        rows, limit, last -> cursors.after(list, last.at().toString(), Long.toString(last.id())));
  }

  private static <T> void equal(
      CriteriaBuilder builder, Path<T> path, @Nullable T value, List<Predicate> conditions) {
    if (value != null) {
      conditions.add(builder.equal(path, value));
    }
  }
}
