package dev.sarkhat.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which section stands under which, read once for a request. */
@RequestScoped
class SectionLineage {

  private final EntityManager entities;
  private @Nullable Map<Long, Long> parents;

  @Inject
  SectionLineage(EntityManager entities) {
    this.entities = entities;
  }

  /** For proxies. */
  @SuppressWarnings("NullAway")
  protected SectionLineage() {
    this.entities = null;
  }

  /** Whether a section is another, or stands anywhere under it. */
  boolean isWithin(long section, long ancestor) {
    Map<Long, Long> above = parents();
    for (Long at = section; at != null; at = above.get(at)) {
      if (at == ancestor) {
        return true;
      }
    }
    return false;
  }

  /** The sections with everything below them. */
  Set<Long> within(Set<Long> ancestors) {
    Set<Long> within = new HashSet<>();
    for (Long section : parents().keySet()) {
      if (ancestors.stream().anyMatch(ancestor -> isWithin(section, ancestor))) {
        within.add(section);
      }
    }
    return within;
  }

  private Map<Long, Long> parents() {
    if (parents == null) {
      Map<Long, Long> read = new HashMap<>();
      entities
          .unwrap(org.hibernate.Session.class)
          .createNativeQuery("select id, parent_id from section", Object[].class)
          .getResultList()
          .forEach(row -> read.put(number(row[0]), row[1] == null ? null : number(row[1])));
      parents = read;
    }
    return parents;
  }

  private static Long number(Object value) {
    return ((Number) value).longValue();
  }
}
