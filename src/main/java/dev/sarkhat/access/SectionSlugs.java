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

/** The sections that grants name: by number in the database, by slug in the API. */
@ApplicationScoped
class SectionSlugs {

  private final EntityManager entities;

  @Inject
  SectionSlugs(EntityManager entities) {
    this.entities = entities;
  }

  /** The slugs of the sections that the grants name. */
  Map<Long, String> of(Collection<Grant> grants) {
    List<Long> ids =
        grants.stream().map(Grant::sectionId).filter(Objects::nonNull).distinct().toList();
    Map<Long, String> slugs = new HashMap<>();
    if (!ids.isEmpty()) {
      rows("select id, slug from section where id in (:values)", ids)
          .forEach(row -> slugs.put(((Number) row[0]).longValue(), (String) row[1]));
    }
    return slugs;
  }

  /** The numbers of the sections with these slugs; slugs that nothing has are left out. */
  Map<String, Long> ids(Collection<String> slugs) {
    Map<String, Long> ids = new HashMap<>();
    if (!slugs.isEmpty()) {
      rows("select id, slug from section where slug in (:values)", slugs)
          .forEach(row -> ids.put((String) row[1], ((Number) row[0]).longValue()));
    }
    return ids;
  }

  private List<Object[]> rows(String sql, Collection<?> values) {
    return entities
        .unwrap(Session.class)
        .createNativeQuery(sql, Object[].class)
        .setParameterList("values", values)
        .getResultList();
  }
}
