package dev.sarkhat.article.editing;

import dev.sarkhat.access.Idempotent;
import dev.sarkhat.http.IfMatch;
import dev.sarkhat.http.Parameters;
import dev.sarkhat.http.Saved;
import dev.sarkhat.paging.Page;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The histories of articles over HTTP. */
@Path("/v1/admin/articles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Newsroom articles")
class RevisionResource {

  private final ArticleRevisions revisions;

  @Inject
  RevisionResource(ArticleRevisions revisions) {
    this.revisions = revisions;
  }

  /** The saves. */
  @GET
  @Path("/{id}/revisions")
  @Operation(
      operationId = "listRevisions",
      summary = "The history of an article",
      description = "Every save, the latest first: who, when, what was done, and why.")
  public RestResponse<Page<RevisionSummary>> list(
      @PathParam("id") String id,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return Saved.plain(revisions.page(id, Parameters.limit(limit), cursor));
  }

  /** One save. */
  @GET
  @Path("/{id}/revisions/{revision}")
  @Operation(
      operationId = "getRevision",
      summary = "One revision",
      description = "All that the article said after a save, and what was sent.")
  public RestResponse<RevisionDocument> get(
      @PathParam("id") String id,
      @PathParam("revision") @Parameter(description = "Its number.") String revision) {
    return Saved.plain(revisions.one(id, revision));
  }

  /** How two differ. */
  @GET
  @Path("/{id}/revisions/{revision}/difference")
  @Operation(
      operationId = "compareRevisions",
      summary = "How two revisions differ",
      description =
          "The fields that differ between another revision and this one. Revisions that an import"
              + " brought and replaced at once cannot be compared (409): only what was received is"
              + " kept of them.")
  public RestResponse<RevisionDifference> difference(
      @PathParam("id") String id,
      @PathParam("revision") @Parameter(description = "Its number.") String revision,
      @QueryParam("from")
          @Parameter(required = true, description = "The number of the revision to compare with.")
          @Nullable String from) {
    if (from == null) {
      throw Parameters.invalid("from", "It is missing: the number of a revision.");
    }
    return Saved.plain(revisions.difference(id, from, revision));
  }

  /** Writes its words again. */
  @POST
  @Path("/{id}/revisions/{revision}/restore")
  @Transactional
  @Idempotent
  @Operation(
      operationId = "restoreRevision",
      summary = "Write the words of a revision again",
      description =
          "A new revision that says what an old one said. Where the article stands stays. One that"
              + " names what has been deleted since, a source say, cannot be written again (409).")
  public RestResponse<ArticleDocument> restore(
      @PathParam("id") String id,
      @PathParam("revision") @Parameter(description = "Its number.") String revision,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @QueryParam("note") @Nullable String note) {
    ArticleDocument saved = revisions.restore(id, revision, IfMatch.of(ifMatch), Note.of(note));
    return Saved.of(saved, saved.revision());
  }
}
