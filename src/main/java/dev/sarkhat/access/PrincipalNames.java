package dev.sarkhat.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** What principals are called. */
@ApplicationScoped
public class PrincipalNames {

  private final EntityManager entities;

  @Inject
  PrincipalNames(EntityManager entities) {
    this.entities = entities;
  }

  /** The principals with these numbers, by number; numbers of nobody, and nulls, are left out. */
  public Map<Long, PrincipalRef> of(Collection<@Nullable Long> ids) {
    List<Long> asked = ids.stream().filter(Objects::nonNull).distinct().toList();
    Map<Long, PrincipalRef> names = new HashMap<>();
    if (!asked.isEmpty()) {
      entities
          .unwrap(Session.class)
          .createNativeQuery("select id, name from principal where id in :ids", Object[].class)
          .setParameter("ids", asked)
          .getResultList()
          .forEach(
              row -> {
                long id = ((Number) row[0]).longValue();
                names.put(id, new PrincipalRef(id, (String) row[1]));
              });
    }
    return names;
  }
}
