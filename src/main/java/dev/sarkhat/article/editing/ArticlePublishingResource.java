package dev.sarkhat.article.editing;

import dev.sarkhat.access.Idempotent;
import dev.sarkhat.http.IfMatch;
import dev.sarkhat.http.ProblemException;
import dev.sarkhat.http.Saved;
import dev.sarkhat.json.JsonFields;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Where articles stand, over HTTP: each move is an action of its own. */
@Path("/v1/admin/articles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Newsroom articles")
class ArticlePublishingResource {

  private static final int REASON = 2_000;

  private final ArticlePublishing publishing;

  @Inject
  ArticlePublishingResource(ArticlePublishing publishing) {
    this.publishing = publishing;
  }

  /** Hands a draft to the editors. */
  @POST
  @Path("/{id}/submit")
  @Transactional
  @Idempotent
  @Operation(
      operationId = "submitArticle",
      summary = "Submit a draft",
      description = "Hands a draft to the editors: its status becomes `inReview`.")
  public RestResponse<ArticleDocument> submit(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @QueryParam("note") @Nullable String note) {
    return saved(publishing.submit(id, IfMatch.of(ifMatch), Note.of(note)));
  }

  /** Approves of it. */
  @POST
  @Path("/{id}/approve")
  @Transactional
  @Idempotent
  @Operation(
      operationId = "approveArticle",
      summary = "Approve what was submitted",
      description = "Notes that an editor approves of it as it is; the next change ends that.")
  public RestResponse<ArticleDocument> approve(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @QueryParam("note") @Nullable String note) {
    return saved(publishing.approve(id, IfMatch.of(ifMatch), Note.of(note)));
  }

  /** Hands it back. */
  @POST
  @Path("/{id}/send-back")
  @Transactional
  @Idempotent
  @Operation(
      operationId = "sendBackArticle",
      summary = "Send back what was submitted or scheduled",
      description = "Makes it a draft again; `note` tells its writer why.")
  public RestResponse<ArticleDocument> sendBack(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @QueryParam("note") @Nullable String note) {
    return saved(publishing.sendBack(id, IfMatch.of(ifMatch), Note.of(note)));
  }

  /** Makes it public. */
  @POST
  @Path("/{id}/publish")
  @Transactional
  @Idempotent
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "publishArticle",
      summary = "Publish",
      description = "Makes it public: whoever asks after this answer sees it.")
  public RestResponse<ArticleDocument> publish(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @QueryParam("note") @Nullable String note,
      @RequestBody(
              content = @Content(schema = @Schema(implementation = MoveDocuments.Publishing.class)))
          @Nullable JsonFields body) {
    Instant since = body == null ? null : body.instant("publishedAt");
    end(body);
    return saved(publishing.publish(id, IfMatch.of(ifMatch), since, Note.of(note)));
  }

  /** Makes it public later. */
  @POST
  @Path("/{id}/schedule")
  @Transactional
  @Idempotent
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "scheduleArticle",
      summary = "Schedule",
      description =
          "Makes it public from an instant ahead, exactly, without anything having to run.")
  public RestResponse<ArticleDocument> schedule(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @QueryParam("note") @Nullable String note,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = MoveDocuments.Schedule.class)))
          JsonFields body) {
    Instant publishAt = body.instant("publishAt");
    if (publishAt == null && !body.has("publishAt")) {
      body.refuse("publishAt", "is missing");
    }
    end(body);
    return saved(
        publishing.schedule(
            id, IfMatch.of(ifMatch), publishAt == null ? Instant.EPOCH : publishAt, Note.of(note)));
  }

  /** Keeps it back. */
  @POST
  @Path("/{id}/embargo")
  @Transactional
  @Idempotent
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "embargoArticle",
      summary = "Set or lift an embargo",
      description = "Until then nobody can make it public, nor schedule it for earlier.")
  public RestResponse<ArticleDocument> embargo(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @QueryParam("note") @Nullable String note,
      @RequestBody(
              content = @Content(schema = @Schema(implementation = MoveDocuments.Embargo.class)))
          @Nullable JsonFields body) {
    Instant until = body == null ? null : body.instant("until");
    end(body);
    return saved(publishing.embargo(id, IfMatch.of(ifMatch), until, Note.of(note)));
  }

  /** Lets it end. */
  @POST
  @Path("/{id}/expire")
  @Transactional
  @Idempotent
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "expireArticle",
      summary = "Set or lift the expiry",
      description =
          "From then on it is public no more, exactly, and answers as if it had never been.")
  public RestResponse<ArticleDocument> expire(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @QueryParam("note") @Nullable String note,
      @RequestBody(
              content = @Content(schema = @Schema(implementation = MoveDocuments.Expiry.class)))
          @Nullable JsonFields body) {
    Instant expireAt = body == null ? null : body.instant("expireAt");
    end(body);
    return saved(publishing.expire(id, IfMatch.of(ifMatch), expireAt, Note.of(note)));
  }

  /** Takes it back. */
  @POST
  @Path("/{id}/withdraw")
  @Transactional
  @Idempotent
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "withdrawArticle",
      summary = "Withdraw",
      description = "Takes back what is or was public: readers get 410 with the reason.")
  public RestResponse<ArticleDocument> withdraw(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @QueryParam("note") @Nullable String note,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = MoveDocuments.Withdrawal.class)))
          JsonFields body) {
    String reason = body.required("reason", REASON);
    end(body);
    return saved(publishing.withdraw(id, IfMatch.of(ifMatch), reason, Note.of(note)));
  }

  /** Makes it public again. */
  @POST
  @Path("/{id}/restore")
  @Transactional
  @Idempotent
  @Operation(
      operationId = "restoreArticle",
      summary = "Restore what was withdrawn",
      description = "Makes it public again, as of the instant when it first was.")
  public RestResponse<ArticleDocument> restore(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @QueryParam("note") @Nullable String note) {
    return saved(publishing.restore(id, IfMatch.of(ifMatch), Note.of(note)));
  }

  private static void end(@Nullable JsonFields body) {
    if (body != null) {
      body.end(ProblemException::ofBody);
    }
  }

  private static RestResponse<ArticleDocument> saved(ArticleDocument document) {
    return Saved.of(document, document.revision());
  }
}
