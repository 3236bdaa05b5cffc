package dev.sarkhat.contributor;

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

/** The contributors, as the newsroom works on them. */
@Path("/v1/admin/contributors")
@Produces(MediaType.APPLICATION_JSON)
@org.eclipse.microprofile.openapi.annotations.tags.Tag(name = "Newsroom names")
class ContributorEditingResource {

  private final ContributorRepository contributors;
  private final ContributorEditing editing;
  private final Policy policy;

  @Inject
  ContributorEditingResource(
      ContributorRepository contributors, ContributorEditing editing, Policy policy) {
    this.contributors = contributors;
    this.editing = editing;
    this.policy = policy;
  }

  /** A page of contributors. */
  @GET
  @Transactional
  @Operation(
      operationId = "listContributorDocuments",
      summary = "Contributors with their revisions",
      description =
          "A page of all contributors, also of those that readers do not find, by their names.")
  public RestResponse<Page<ContributorDocument>> list(
      @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
    policy.require(Action.NAMES_READ);
    return Saved.plain(
        contributors.page(Parameters.limit(limit), cursor).map(ContributorDocument::of));
  }

  /** One contributor. */
  @GET
  @Path("/{slug}")
  @Transactional
  @Operation(
      operationId = "getContributorDocument",
      summary = "One contributor with its revision",
      description = "One contributor, as it is to be changed.")
  public RestResponse<ContributorDocument> get(@PathParam("slug") String slug) {
    policy.require(Action.NAMES_READ);
    return saved(
        ContributorDocument.of(
            contributors.findBySlug(slug).orElseThrow(ProblemException::notFound)));
  }

  /** A new contributor. */
  @POST
  @Idempotent
  @Transactional
  @Operation(
      operationId = "createContributor",
      summary = "Make a contributor",
      description = "Makes a contributor.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ContributorDocument.class)))
  @RequestBody(content = @Content(schema = @Schema(implementation = ContributorContent.class)))
  public RestResponse<ContributorDocument> create(JsonFields body) {
    ContributorDocument made = editing.create(body);
    return Saved.created(
        made, made.revision(), "v1", "admin", "contributors", made.content().slug());
  }

  /** All that a contributor says. */
  @PUT
  @Path("/{slug}")
  @Transactional
  @Operation(
      operationId = "replaceContributor",
      summary = "Change a contributor",
      description = "Replaces all that a contributor says.")
  @RequestBody(content = @Content(schema = @Schema(implementation = ContributorContent.class)))
  public RestResponse<ContributorDocument> replace(
      @PathParam("slug") String slug,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      JsonFields body) {
    return saved(editing.change("replaceContributor", slug, ifMatch, content -> body));
  }

  /** Some of what a contributor says. */
  @PATCH
  @Path("/{slug}")
  @Consumes(MergePatch.MEDIA_TYPE)
  @Transactional
  @Operation(
      operationId = "updateContributor",
      summary = "Change fields of a contributor",
      description = "Changes the fields that are sent; otherwise as replacing the contributor.")
  @RequestBody(content = @Content(schema = @Schema(implementation = ContributorContent.class)))
  public RestResponse<ContributorDocument> update(
      @PathParam("slug") String slug,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      MergePatch patch) {
    return saved(editing.change("updateContributor", slug, ifMatch, patch::applyTo));
  }

  /** A contributor that goes. */
  @DELETE
  @Path("/{slug}")
  @Transactional
  @Operation(
      operationId = "deleteContributor",
      summary = "Delete a contributor",
      description = "Deletes a contributor. Refused while articles name it.")
  public RestResponse<Void> delete(
      @PathParam("slug") String slug, @HeaderParam("If-Match") @Nullable String ifMatch) {
    editing.delete(slug, ifMatch);
    return Saved.deleted();
  }

  private static RestResponse<ContributorDocument> saved(ContributorDocument document) {
    return Saved.of(document, document.revision());
  }
}
