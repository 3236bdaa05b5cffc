package dev.sarkhat.section;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The sections, as the newsroom works on them. */
@Path("/v1/admin")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Newsroom names")
class SectionEditingResource {

  private final SectionRepository sections;
  private final SectionEditing editing;
  private final Policy policy;

  @Inject
  SectionEditingResource(SectionRepository sections, SectionEditing editing, Policy policy) {
    this.sections = sections;
    this.editing = editing;
    this.policy = policy;
  }

  /** All sections. */
  @GET
  @Path("/sections")
  @Transactional
  @Operation(
      operationId = "listSectionDocuments",
      summary = "The sections with their revisions",
      description = "All sections on one page, each before those below it, siblings in order.")
  public RestResponse<Page<SectionDocument>> list() {
    policy.require(Action.NAMES_READ);
    SectionTree tree = new SectionTree(sections.tree());
    return Saved.plain(Page.whole(tree.inOrder()).map(SectionDocument::of));
  }

  /** One section. */
  @GET
  @Path("/sections/{slug}")
  @Transactional
  @Operation(
      operationId = "getSectionDocument",
      summary = "One section with its revision",
      description = "One section, as it is to be changed.")
  public RestResponse<SectionDocument> get(@PathParam("slug") String slug) {
    policy.require(Action.NAMES_READ);
    Section section = sections.findBySlug(slug).orElseThrow(ProblemException::notFound);
    return saved(SectionDocument.of(section));
  }

  /** A new section. */
  @POST
  @Path("/sections")
  @Idempotent
  @Transactional
  @Operation(
      operationId = "createSection",
      summary = "Make a section",
      description = "Makes a section.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = SectionDocument.class)))
  @RequestBody(content = @Content(schema = @Schema(implementation = SectionContent.class)))
  public RestResponse<SectionDocument> create(JsonFields body) {
    SectionDocument made = editing.create(body);
    return Saved.created(made, made.revision(), "v1", "admin", "sections", made.content().slug());
  }

  /** All that a section says. */
  @PUT
  @Path("/sections/{slug}")
  @Transactional
  @Operation(
      operationId = "replaceSection",
      summary = "Change a section",
      description =
          "Replaces all that a section says. With another slug or parent it moves: its subtree"
              + " follows, its articles enter and leave the lists of the sections above, and the old"
              + " paths of the subtree redirect to the new ones.")
  @RequestBody(content = @Content(schema = @Schema(implementation = SectionContent.class)))
  public RestResponse<SectionDocument> replace(
      @PathParam("slug") String slug,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      JsonFields body) {
    return saved(editing.change("replaceSection", slug, ifMatch, content -> body));
  }

  /** Some of what a section says. */
  @PATCH
  @Path("/sections/{slug}")
  @Consumes(MergePatch.MEDIA_TYPE)
  @Transactional
  @Operation(
      operationId = "updateSection",
      summary = "Change fields of a section",
      description = "Changes the fields that are sent; otherwise as replacing the section.")
  @RequestBody(content = @Content(schema = @Schema(implementation = SectionContent.class)))
  public RestResponse<SectionDocument> update(
      @PathParam("slug") String slug,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      MergePatch patch) {
    return saved(editing.change("updateSection", slug, ifMatch, patch::applyTo));
  }

  /** A section that goes. */
  @DELETE
  @Path("/sections/{slug}")
  @Transactional
  @Operation(
      operationId = "deleteSection",
      summary = "Delete a section",
      description =
          "Deletes a section. Refused while sections stand below it, or articles, menus or grants"
              + " use it.")
  public RestResponse<Void> delete(
      @PathParam("slug") String slug, @HeaderParam("If-Match") @Nullable String ifMatch) {
    editing.delete(slug, ifMatch);
    return Saved.deleted();
  }

  /** The order of siblings. */
  @POST
  @Path("/section-order")
  @Idempotent
  @Transactional
  @Operation(
      operationId = "arrangeSections",
      summary = "Put sections into order",
      description =
          "Puts all sections below one, or at the root, into the order in which they are named."
              + " Refused with 409 where the names are not those of the sections there, each once.")
  @RequestBody(content = @Content(schema = @Schema(implementation = SectionOrder.class)))
  public RestResponse<Page<SectionDocument>> arrange(JsonFields body) {
    return Saved.plain(Page.whole(editing.arrange(body)));
  }

  private static RestResponse<SectionDocument> saved(SectionDocument document) {
    return Saved.of(document, document.revision());
  }
}
