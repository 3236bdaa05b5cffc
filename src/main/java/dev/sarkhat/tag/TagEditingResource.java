package dev.sarkhat.tag;

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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The tags, as the newsroom works on them. */
@Path("/v1/admin/tags")
@Produces(MediaType.APPLICATION_JSON)
@org.eclipse.microprofile.openapi.annotations.tags.Tag(name = "Newsroom names")
class TagEditingResource {

  private final TagRepository tags;
  private final TagEditing editing;
  private final TagMerging merging;
  private final Policy policy;

  @Inject
  TagEditingResource(TagRepository tags, TagEditing editing, TagMerging merging, Policy policy) {
    this.tags = tags;
    this.editing = editing;
    this.merging = merging;
    this.policy = policy;
  }

  /** A page of tags. */
  @GET
  @Transactional
  @Operation(
      operationId = "listTagDocuments",
      summary = "Tags with their revisions",
      description = "A page of all tags, also of those that readers do not find, by their names.")
  public RestResponse<Page<TagDocument>> list(
      @QueryParam("type")
          @Parameter(
              description = "Only tags of this type.",
              schema = @Schema(implementation = TagType.class))
          @Nullable String type,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    policy.require(Action.NAMES_READ);
    TagType wanted = Parameters.oneOf("type", type, TagType.class, TagType::value);
    return Saved.plain(tags.page(wanted, Parameters.limit(limit), cursor).map(TagDocument::of));
  }

  /** One tag. */
  @GET
  @Path("/{slug}")
  @Transactional
  @Operation(
      operationId = "getTagDocument",
      summary = "One tag with its revision",
      description = "One tag, as it is to be changed.")
  public RestResponse<TagDocument> get(@PathParam("slug") String slug) {
    policy.require(Action.NAMES_READ);
    return saved(TagDocument.of(tags.findBySlug(slug).orElseThrow(ProblemException::notFound)));
  }

  /** A new tag. */
  @POST
  @Idempotent
  @Transactional
  @Operation(operationId = "createTag", summary = "Make a tag", description = "Makes a tag.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = TagDocument.class)))
  @RequestBody(content = @Content(schema = @Schema(implementation = TagContent.class)))
  public RestResponse<TagDocument> create(JsonFields body) {
    TagDocument made = editing.create(body);
    return Saved.created(made, made.revision(), "v1", "admin", "tags", made.content().slug());
  }

  /** All that a tag says. */
  @PUT
  @Path("/{slug}")
  @Transactional
  @Operation(
      operationId = "replaceTag",
      summary = "Change a tag",
      description =
          "Replaces all that a tag says. With another slug, the old one becomes an alias of it.")
  @RequestBody(content = @Content(schema = @Schema(implementation = TagContent.class)))
  public RestResponse<TagDocument> replace(
      @PathParam("slug") String slug,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      JsonFields body) {
    return saved(editing.change("replaceTag", slug, ifMatch, content -> body));
  }

  /** Some of what a tag says. */
  @PATCH
  @Path("/{slug}")
  @Consumes(MergePatch.MEDIA_TYPE)
  @Transactional
  @Operation(
      operationId = "updateTag",
      summary = "Change fields of a tag",
      description = "Changes the fields that are sent; otherwise as replacing the tag.")
  @RequestBody(content = @Content(schema = @Schema(implementation = TagContent.class)))
  public RestResponse<TagDocument> update(
      @PathParam("slug") String slug,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      MergePatch patch) {
    return saved(editing.change("updateTag", slug, ifMatch, patch::applyTo));
  }

  /** A tag that goes. */
  @DELETE
  @Path("/{slug}")
  @Transactional
  @Operation(
      operationId = "deleteTag",
      summary = "Delete a tag",
      description =
          "Deletes a tag with its aliases. Refused while articles or menus use it: merge it into"
              + " another instead.")
  public RestResponse<Void> delete(
      @PathParam("slug") String slug, @HeaderParam("If-Match") @Nullable String ifMatch) {
    editing.delete(slug, ifMatch);
    return Saved.deleted();
  }

  /** A tag that becomes another. */
  @POST
  @Path("/{slug}/merge")
  @Operation(
      operationId = "mergeTag",
      summary = "Merge a tag into another",
      description =
          "Makes the tag an alias of another, which is the answer, and gives its articles and menus"
              + " to that. Should the request break off, the articles follow when it is sent again,"
              + " or when the application starts.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = TagDocument.class)))
  @RequestBody(content = @Content(schema = @Schema(implementation = TagMerge.class)))
  public RestResponse<TagDocument> merge(
      @PathParam("slug") String slug,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      JsonFields body) {
    RestResponse<TagDocument> merged = merging.begin(slug, ifMatch, body);
    merging.finish();
    return merged;
  }

  private static RestResponse<TagDocument> saved(TagDocument document) {
    return Saved.of(document, document.revision());
  }
}
