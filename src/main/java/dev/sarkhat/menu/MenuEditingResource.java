package dev.sarkhat.menu;

import dev.sarkhat.access.Action;
import dev.sarkhat.access.Idempotent;
import dev.sarkhat.access.Policy;
import dev.sarkhat.http.MergePatch;
import dev.sarkhat.http.ProblemException;
import dev.sarkhat.http.Saved;
import dev.sarkhat.json.JsonFields;
import dev.sarkhat.paging.Page;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The menus, as the newsroom works on them. */
@Path("/v1/admin/menus")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Newsroom names")
class MenuEditingResource {

  private final MenuRepository menus;
  private final MenuEditing editing;
  private final Policy policy;

  @Inject
  MenuEditingResource(MenuRepository menus, MenuEditing editing, Policy policy) {
    this.menus = menus;
    this.editing = editing;
    this.policy = policy;
  }

  /** All menus. */
  @GET
  @Transactional
  @Operation(
      operationId = "listMenuDocuments",
      summary = "The menus with their revisions",
      description = "All menus in their order, each with its links, on one page.")
  public RestResponse<Page<MenuDocument>> list() {
    policy.require(Action.NAMES_READ);
    List<Menu> all = menus.inOrder();
    List<MenuItem> links = menus.items(all);
    return Saved.plain(Page.whole(all).map(menu -> MenuDocument.of(menu, links)));
  }

  /** One menu. */
  @GET
  @Path("/{slug}")
  @Transactional
  @Operation(
      operationId = "getMenuDocument",
      summary = "One menu with its revision",
      description = "One menu, as it is to be changed.")
  public RestResponse<MenuDocument> get(@PathParam("slug") String slug) {
    policy.require(Action.NAMES_READ);
    return saved(editing.document(menus.findBySlug(slug).orElseThrow(ProblemException::notFound)));
  }

  /** A new menu. */
  @POST
  @Idempotent
  @Transactional
  @Operation(operationId = "createMenu", summary = "Make a menu", description = "Makes a menu.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = MenuDocument.class)))
  @RequestBody(content = @Content(schema = @Schema(implementation = MenuDocument.Content.class)))
  public RestResponse<MenuDocument> create(JsonFields body) {
    MenuDocument made = editing.create(body);
    return Saved.created(made, made.revision(), "v1", "admin", "menus", made.content().slug());
  }

  /** All that a menu says. */
  @PUT
  @Path("/{slug}")
  @Transactional
  @Operation(
      operationId = "replaceMenu",
      summary = "Change a menu",
      description = "Replaces all that a menu says, its links included. Its slug stays.")
  @RequestBody(content = @Content(schema = @Schema(implementation = MenuDocument.Content.class)))
  public RestResponse<MenuDocument> replace(
      @PathParam("slug") String slug,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      JsonFields body) {
    return saved(editing.change("replaceMenu", slug, ifMatch, content -> body));
  }

  /** Some of what a menu says. */
  @PATCH
  @Path("/{slug}")
  @Consumes(MergePatch.MEDIA_TYPE)
  @Transactional
  @Operation(
      operationId = "updateMenu",
      summary = "Change fields of a menu",
      description =
          "Changes the fields that are sent; the links are one field. Otherwise as replacing it.")
  @RequestBody(content = @Content(schema = @Schema(implementation = MenuDocument.Content.class)))
  public RestResponse<MenuDocument> update(
      @PathParam("slug") String slug,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      MergePatch patch) {
    return saved(editing.change("updateMenu", slug, ifMatch, patch::applyTo));
  }

  /** A menu that goes. */
  @DELETE
  @Path("/{slug}")
  @Transactional
  @Operation(
      operationId = "deleteMenu",
      summary = "Delete a menu",
      description = "Deletes a menu with its links.")
  public RestResponse<Void> delete(
      @PathParam("slug") String slug, @HeaderParam("If-Match") @Nullable String ifMatch) {
    editing.delete(slug, ifMatch);
    return Saved.deleted();
  }

  private static RestResponse<MenuDocument> saved(MenuDocument document) {
    return Saved.of(document, document.revision());
  }
}
