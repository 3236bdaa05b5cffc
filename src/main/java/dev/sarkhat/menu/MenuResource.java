package dev.sarkhat.menu;

import dev.sarkhat.cache.CachePolicy;
import dev.sarkhat.cache.Cached;
import dev.sarkhat.cache.Rendering;
import dev.sarkhat.change.EntityKind;
import dev.sarkhat.http.Fields;
import dev.sarkhat.paging.Page;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The menus over HTTP. */
@Path("/v1/menus")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Menus")
class MenuResource {

  private final MenuRepository menus;
  private final Rendering rendering;

  @Inject
  MenuResource(MenuRepository menus, Rendering rendering) {
    this.menus = menus;
    this.rendering = rendering;
  }

  /** All menus. */
  @GET
  @Transactional
  @Cached(CachePolicy.NAMES)
  @Operation(
      operationId = "listMenus",
      summary = "Menus",
      description =
          "All menus in their order, each with its tree of links, on one page. A link to a section"
              + " or a tag that readers do not find is left out with all below it.")
  public Page<MenuView> list(@QueryParam("fields") @Nullable String fieldNames) {
    Fields<MenuView> fields = Fields.of(MenuView.class, fieldNames);
    rendering.showsAll(EntityKind.MENU);
    List<Menu> all = menus.inOrder();
    MenuTrees trees = trees(all, fields);
    return Page.whole(all).map(menu -> fields.of(MenuView.of(menu, trees.of(menu), rendering)));
  }

  /** One menu. */
  @GET
  @Path("/{slug}")
  @Transactional
  @Cached(CachePolicy.NAMES)
  @Operation(
      operationId = "getMenu",
      summary = "One menu",
      description =
          "One menu with its tree of links. A link to a section or a tag that readers do not find is"
              + " left out with all below it.")
  public MenuView get(
      @PathParam("slug") String slug, @QueryParam("fields") @Nullable String fieldNames) {
    Fields<MenuView> fields = Fields.of(MenuView.class, fieldNames);
    Menu menu = menus.findBySlug(slug).orElseThrow(() -> rendering.absent(EntityKind.MENU));
    return fields.of(MenuView.of(menu, trees(List.of(menu), fields).of(menu), rendering));
  }

  private MenuTrees trees(List<Menu> shown, Fields<MenuView> fields) {
    return new MenuTrees(fields.has("items") ? menus.shownItems(shown) : List.of(), rendering);
  }
}
