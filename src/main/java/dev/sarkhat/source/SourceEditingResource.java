package dev.sarkhat.source;

import dev.sarkhat.access.Action;
import dev.sarkhat.access.Idempotent;
import dev.sarkhat.access.Policy;
import dev.sarkhat.http.MergePatch;
import dev.sarkhat.http.Parameters;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The sources, as the newsroom works on them. */
@Path("/v1/admin/sources")
@Produces(MediaType.APPLICATION_JSON)
@org.eclipse.microprofile.openapi.annotations.tags.Tag(name = "Newsroom names")
class SourceEditingResource {

  private final SourceRepository sources;
  private final SourceEditing editing;
  private final Policy policy;

  @Inject
  SourceEditingResource(SourceRepository sources, SourceEditing editing, Policy policy) {
    this.sources = sources;
    this.editing = editing;
    this.policy = policy;
  }

  /** A page of sources. */
  @GET
  @Transactional
  @Operation(
      operationId = "listSourceDocuments",
      summary = "Sources with their revisions",
      description =
          "A page of all sources, also of those that readers do not find, by their names.")
  public RestResponse<Page<SourceDocument>> list(
      @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
    policy.require(Action.NAMES_READ);
    return Saved.plain(sources.page(Parameters.limit(limit), cursor).map(SourceDocument::of));
  }

  /** One source. */
  @GET
  @Path("/{slug}")
  @Transactional
  @Operation(
      operationId = "getSourceDocument",
      summary = "One source with its revision",
      description = "One source, as it is to be changed.")
  public RestResponse<SourceDocument> get(@PathParam("slug") String slug) {
    policy.require(Action.NAMES_READ);
    return saved(
        SourceDocument.of(sources.findBySlug(slug).orElseThrow(ProblemException::notFound)));
  }

  /** A new source. */
  @POST
  @Idempotent
  @Transactional
  @Operation(
      operationId = "createSource",
      summary = "Make a source",
      description = "Makes a source.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = SourceDocument.class)))
  @RequestBody(content = @Content(schema = @Schema(implementation = SourceContent.class)))
  public RestResponse<SourceDocument> create(JsonFields body) {
    SourceDocument made = editing.create(body);
    return Saved.created(made, made.revision(), "v1", "admin", "sources", made.content().slug());
  }

  /** All that a source says. */
  @PUT
  @Path("/{slug}")
  @Transactional
  @Operation(
      operationId = "replaceSource",
      summary = "Change a source",
      description = "Replaces all that a source says.")
  @RequestBody(content = @Content(schema = @Schema(implementation = SourceContent.class)))
  public RestResponse<SourceDocument> replace(
      @PathParam("slug") String slug,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      JsonFields body) {
    return saved(editing.change("replaceSource", slug, ifMatch, content -> body));
  }

  /** Some of what a source says. */
  @PATCH
  @Path("/{slug}")
  @Consumes(MergePatch.MEDIA_TYPE)
  @Transactional
  @Operation(
      operationId = "updateSource",
      summary = "Change fields of a source",
      description = "Changes the fields that are sent; otherwise as replacing the source.")
  @RequestBody(content = @Content(schema = @Schema(implementation = SourceContent.class)))
  public RestResponse<SourceDocument> update(
      @PathParam("slug") String slug,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      MergePatch patch) {
    return saved(editing.change("updateSource", slug, ifMatch, patch::applyTo));
  }

  /** A source that goes. */
  @DELETE
  @Path("/{slug}")
  @Transactional
  @Operation(
      operationId = "deleteSource",
      summary = "Delete a source",
      description = "Deletes a source. Refused while articles name it.")
  public RestResponse<Void> delete(
      @PathParam("slug") String slug, @HeaderParam("If-Match") @Nullable String ifMatch) {
    editing.delete(slug, ifMatch);
    return Saved.deleted();
  }

  private static RestResponse<SourceDocument> saved(SourceDocument document) {
    return Saved.of(document, document.revision());
  }
}
