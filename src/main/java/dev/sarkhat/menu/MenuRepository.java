package dev.sarkhat.menu;

import dev.sarkhat.section.Section;
import dev.sarkhat.section.SectionRepository;
import dev.sarkhat.tag.Tag;
import dev.sarkhat.tag.TagRepository;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The menus. */
@ApplicationScoped
public class MenuRepository implements PanacheRepository<Menu> {

  private final SectionRepository sections;
  private final TagRepository tags;

  @Inject
  MenuRepository(SectionRepository sections, TagRepository tags) {
    this.sections = sections;
    this.tags = tags;
  }

  /**
   * Creates the menu with the slug, or replaces all that it says, in the caller's transaction.
   * Sections and tags that the transaction has stored before are found.
   *
   * @throws MenuContentException naming the first link that stands too deep, whose section or tag
   *     does not exist, or whose path or URL leads where a link may not; nothing is then changed
   */
  public void put(MenuContent content) {
    // Whoever replaces the same menu meanwhile waits, so that the links of the two never mix.
    Menu menu =
        find("slug", content.slug())
            .withLock(LockModeType.PESSIMISTIC_WRITE)
            .firstResultOptional()
            .orElseGet(() -> new Menu(content));
    List<MenuLink> links = MenuLink.of(menu, content);
    MenuTargets targets = new MenuTargets(getSession(), sections, tags, links);
    links.forEach(targets::lead);
    if (menu.id() == null) {
      persist(menu);
    } else {
      revise(menu, content);
    }
    getSession()
        .createMutationQuery("delete from MenuItem i where i.menu = :menu")
        .setParameter("menu", menu)
        .executeUpdate();
    links.forEach(link -> getSession().persist(link.row()));
  }

  /**
   * Its links are rows of their own, but a change of them is a change of the menu: one revision.
   */
  private void revise(Menu menu, MenuContent content) {
    int revision = menu.revision();
    menu.describe(content);
    flush();
    if (menu.revision() == revision) {
      getSession().lock(menu, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }
  }

  /** The menu with the slug. */
  Optional<Menu> findBySlug(String slug) {
    return find("slug", slug).firstResultOptional();
  }

  /** All menus, in their order. */
  List<Menu> inOrder() {
    return list("order by position, id");
  }

  /** All links of the menus with what they lead to, siblings in their order, in one statement. */
  List<MenuItem> items(Collection<Menu> menus) {
    return getSession()
        .createQuery(
            """
            from MenuItem i left join fetch i.section left join fetch i.tag
            where i.menu in :menus
            order by i.position, i.id
            """,
            MenuItem.class)
        .setParameter("menus", menus)
        .getResultList();
  }

  /**
   * The same without those that lead to what readers do not find. What stands below one of them has
   * no place without it, and is not shown either.
   */
  List<MenuItem> shownItems(Collection<Menu> menus) {
    List<MenuItem> items = items(menus);
    Set<Section> sectionsHidden =
        sections.hidden(items.stream().map(MenuItem::section).filter(Objects::nonNull).toList());
    Set<Tag> tagsHidden =
        tags.hidden(items.stream().map(MenuItem::tag).filter(Objects::nonNull).toList());
    return items.stream()
        .filter(item -> !isIn(sectionsHidden, item.section()) && !isIn(tagsHidden, item.tag()))
        .toList();
  }

  private static <T> boolean isIn(Set<T> things, @Nullable T thing) {
    return thing != null && things.contains(thing);
  }
}
