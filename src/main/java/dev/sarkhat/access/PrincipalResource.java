package dev.sarkhat.access;

import dev.sarkhat.http.IfMatch;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Those who may come, over HTTP. */
@Path("/v1/admin/principals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
class PrincipalResource {

  static final String ID = "The principal's number.";

  private final Policy policy;
  private final Principals principals;
  private final PrincipalEditing editing;
  private final SectionSlugs sections;

  @Inject
  PrincipalResource(
      Policy policy, Principals principals, PrincipalEditing editing, SectionSlugs sections) {
    this.policy = policy;
    this.principals = principals;
    this.editing = editing;
    this.sections = sections;
  }

  /** The number in an address, which may lead nowhere. */
  static long id(String text) {
    Long id = Parameters.id(text);
    if (id == null) {
      throw ProblemException.notFound();
    }
    return id;
  }

  /** A page of principals. */
  @GET
  @Transactional
  @Operation(
      operationId = "listPrincipals",
      summary = "Principals",
      description = "A page of those who may come: programs and people, the oldest first.")
  public RestResponse<Page<PrincipalDocument>> list(
      @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
    policy.require(Action.ACCESS_MANAGE);
    Page<StoredPrincipal> page = principals.page(Parameters.limit(limit), cursor);
    Map<Long, String> slugs =
        sections.of(page.data().stream().flatMap(each -> each.grants().stream()).toList());
    return Saved.plain(page.map(each -> PrincipalDocument.of(each, slugs)));
  }

  /** Makes a program. */
  @POST
  @Idempotent
  @Transactional
  @Operation(
      operationId = "createPrincipal",
      summary = "Make an application",
      description =
          "Makes a program that may come, or a group that shares one. It comes with keys, which"
              + " are made next. People need not be made: they are there when they have come.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = PrincipalContent.class)))
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = PrincipalDocument.class)))
  public RestResponse<PrincipalDocument> create(JsonFields body) {
    policy.require(Action.ACCESS_MANAGE);
    PrincipalDocument created = editing.create("createPrincipal", body);
    return Saved.created(
        created, created.revision(), "v1", "admin", "principals", Long.toString(created.id()));
  }

  /** One principal. */
  @GET
  @Path("/{id}")
  @Transactional
  @Operation(
      operationId = "getPrincipal",
      summary = "One principal",
      description = "Somebody who may come, with their grants.")
  public RestResponse<PrincipalDocument> get(
      @PathParam("id") @Parameter(description = ID) String id) {
    policy.require(Action.ACCESS_MANAGE);
    StoredPrincipal principal =
        principals.findByIdOptional(id(id)).orElseThrow(ProblemException::notFound);
    return Saved.of(
        PrincipalDocument.of(principal, sections.of(principal.grants())), principal.revision());
  }

  /** Replaces what is said of a principal. */
  @PUT
  @Path("/{id}")
  @Operation(
      operationId = "replacePrincipal",
      summary = "Replace a principal's content",
      description =
          "Renames somebody, gives and takes roles, disables them or lets them in again. It holds"
              + " from the answer on. What would leave no admin with a valid key is refused (409).")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = PrincipalContent.class)))
  public RestResponse<PrincipalDocument> replace(
      @PathParam("id") @Parameter(description = ID) String id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      JsonFields body) {
    policy.require(Action.ACCESS_MANAGE);
    IfMatch condition = IfMatch.of(ifMatch);
    PrincipalDocument replaced = editing.replace("replacePrincipal", id(id), condition, body);
    return Saved.of(replaced, replaced.revision());
  }

  /** Changes some of what is said of a principal. */
  @PATCH
  @Path("/{id}")
  @Consumes(MergePatch.MEDIA_TYPE)
  @Operation(
      operationId = "patchPrincipal",
      summary = "Change a principal's content",
      description = "As replacing it, with what the patch does not name left as it is.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(implementation = PrincipalContent.class)))
  public RestResponse<PrincipalDocument> patch(
      @PathParam("id") @Parameter(description = ID) String id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      MergePatch patch) {
    policy.require(Action.ACCESS_MANAGE);
    IfMatch condition = IfMatch.of(ifMatch);
    PrincipalDocument patched = editing.patch("patchPrincipal", id(id), condition, patch);
    return Saved.of(patched, patched.revision());
  }

  /** Deletes a principal. */
  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "deletePrincipal",
      summary = "Delete a principal",
      description =
          "Deletes somebody with their keys and grants. A person whom the provider still knows"
              + " comes back with their next token: disable them instead. Whoever has made"
              + " something, and the last admin, cannot be deleted (409).")
  @APIResponse(responseCode = "204")
  public RestResponse<Void> delete(
      @PathParam("id") @Parameter(description = ID) String id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    policy.require(Action.ACCESS_MANAGE);
    editing.delete("deletePrincipal", id(id), IfMatch.of(ifMatch));
    return Saved.deleted();
  }
}
