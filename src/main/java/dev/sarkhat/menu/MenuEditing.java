package dev.sarkhat.menu;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sarkhat.access.Action;
import dev.sarkhat.access.Audit;
import dev.sarkhat.access.Policy;
import dev.sarkhat.database.NamesLock;
import dev.sarkhat.http.IfMatch;
import dev.sarkhat.http.ProblemException;
import dev.sarkhat.json.FieldChange;
import dev.sarkhat.json.JsonFields;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes, replaces and deletes menus, in the caller's transaction. */
@ApplicationScoped
class MenuEditing {

  private static final String KIND = "menu";

  private final MenuRepository menus;
  private final NamesLock lock;
  private final Policy policy;
  private final Audit audit;
  private final ObjectMapper json;

  @Inject
  MenuEditing(MenuRepository menus, NamesLock lock, Policy policy, Audit audit, ObjectMapper json) {
    this.menus = menus;
    this.lock = lock;
    this.policy = policy;
    this.audit = audit;
    this.json = json;
  }

  /** A new menu. */
  MenuDocument create(JsonFields body) {
    policy.require(Action.MENUS_EDIT);
    MenuContent content = read(body);
    lock.take();
    if (menus.findBySlug(content.slug()).isPresent()) {
      throw ProblemException.taken("/slug", "is the slug of another menu");
    }
    return put("createMenu", content, json.createObjectNode());
  }

  /**
   * Replaces a menu.
   *
   * @param changed tells of what it is to say, by what it says
   */
  MenuDocument change(
      String operation,
      String slug,
      @Nullable String ifMatch,
      Function<ObjectNode, JsonFields> changed) {
    Menu menu = locked(slug, ifMatch);
    ObjectNode before = content(document(menu));
    MenuContent content = read(changed.apply(before));
    if (!content.slug().equals(slug)) {
      throw ProblemException.ofField("/slug", "is not the menu's slug, which stays");
    }
    return put(operation, content, before);
  }

  /** Deletes a menu with its links. */
  void delete(String slug, @Nullable String ifMatch) {
    Menu menu = locked(slug, ifMatch);
    MenuDocument document = document(menu);
    // Its rows know their menu, which is about to go.
    menus.getSession().clear();
    menus.deleteById(document.id());
    menus.flush();
    record("deleteMenu", document.id(), content(document), json.createObjectNode());
  }

  /** The menu with all its links. */
  MenuDocument document(Menu menu) {
    return MenuDocument.of(menu, menus.items(List.of(menu)));
  }

  private Menu locked(String slug, @Nullable String ifMatch) {
    policy.require(Action.MENUS_EDIT);
    IfMatch seen = IfMatch.of(ifMatch);
    lock.take();
    Menu menu = menus.findBySlug(slug).orElseThrow(ProblemException::notFound);
    seen.require(menu.revision());
    return menu;
  }

  private static MenuContent read(JsonFields body) {
    MenuContent content = MenuContentReader.read(body);
    ProblemException.requireSound(body);
    return content;
  }

  private MenuDocument put(String operation, MenuContent content, ObjectNode before) {
    try {
      menus.put(content);
    } catch (MenuContentException wrong) {
      throw ProblemException.ofField(wrong.pointer(), Objects.requireNonNull(wrong.getMessage()));
    }
    menus.flush();
    menus.getSession().clear();
    Menu menu = menus.findBySlug(content.slug()).orElseThrow();
    MenuDocument document = document(menu);
    record(operation, document.id(), before, content(document));
    return document;
  }

  private ObjectNode content(MenuDocument document) {
    return json.valueToTree(document.content());
  }

  private void record(String operation, long id, ObjectNode before, ObjectNode after) {
    audit.record(operation, KIND, String.valueOf(id), null, FieldChange.between(before, after));
  }
}
