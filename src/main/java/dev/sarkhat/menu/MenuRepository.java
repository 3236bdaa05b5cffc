package dev.sarkhat.menu;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

/** The menus. */
@ApplicationScoped
public class MenuRepository implements PanacheRepository<Menu> {

  /**
   * Creates the menu with the slug, or replaces all that it says, in the caller's transaction.
   *
   * @throws MenuContentException naming the first link whose section or tag does not exist, whose
   *     path or URL leads where a link may not, or which stands too deep; nothing is then changed
   */
  public void put(MenuContent content) {
    Menu menu =
        find("slug", content.slug())
            .withLock(LockModeType.PESSIMISTIC_WRITE)
            .firstResultOptional()
            .orElseGet(() -> new Menu(content));
    menu.describe(content);
    persist(menu);
  }
}
