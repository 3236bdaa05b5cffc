package dev.sarkhat.section;

import dev.sarkhat.http.ProblemException;
import dev.sarkhat.http.ProblemType;
import java.util.Objects;
import org.hibernate.Session;

/** What uses a section, and keeps it from being deleted. */
record SectionUse(long sections, long articles, long grants, String menus) {

  /** Where counting articles stops. */
  private static final int COUNT_CAP = 10_000;

  static SectionUse of(Section section, Session session) {
    Object[] row =
        session
            .createNativeQuery(
                """
                select (select count(*) from section where parent_id = :id),
                       (select count(*) from (
                          select from article where section_id = :id limit :cap) counted),
                       (select count(*) from role_grant where section_id = :id),
                       (select coalesce(string_agg(m.slug, ', ' order by m.slug), '') from menu m
                        where exists (
                          select from menu_item i where i.menu_id = m.id and i.section_id = :id))
                """,
                Object[].class)
            .setParameter("id", Objects.requireNonNull(section.id()))
            .setParameter("cap", COUNT_CAP)
            .getSingleResult();
    return new SectionUse(
        ((Number) row[0]).longValue(),
        ((Number) row[1]).longValue(),
        ((Number) row[2]).longValue(),
        (String) row[3]);
  }

  /**
   * Goes on if nothing uses it.
   *
   * @throws ProblemException 409 naming what does
   */
  void requireNone() {
    if (sections + articles + grants == 0 && menus.isEmpty()) {
      return;
    }
    throw ProblemException.of(
        ProblemType.IN_USE,
        "It is used by: sections below it: "
            + sections
            + "; articles: "
            + articles
            + (articles == COUNT_CAP ? " or more" : "")
            + "; grants: "
            + grants
            + "; menus: "
            + (menus.isEmpty() ? "none" : menus)
            + ".");
  }
}
