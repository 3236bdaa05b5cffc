package dev.sarkhat.article.editing;

import dev.sarkhat.access.Idempotent;
import dev.sarkhat.http.ProblemException;
import dev.sarkhat.http.Saved;
import dev.sarkhat.json.JsonFields;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Links to previews, for editors, over HTTP. */
@Path("/v1/admin/articles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Newsroom articles")
class PreviewLinkResource {

  private static final int HOUR = 3_600;
  private static final int WEEK = 7 * 24 * HOUR;
  private static final int REVISIONS = 999_999_999;

  private final ArticlePreviews previews;

  @Inject
  PreviewLinkResource(ArticlePreviews previews) {
    this.previews = previews;
  }

  /** Makes a link. */
  @POST
  @Path("/{id}/previews")
  @Transactional
  @Idempotent
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createPreview",
      summary = "Make a preview link",
      description =
          "A link that shows one revision of the article, as readers would see it, to whoever has"
              + " it. It ends by itself, and with the article's deletion or withdrawal. Of a"
              + " revision that names what has been deleted since, a source say, none is made"
              + " (409).")
  public RestResponse<PreviewLink> create(
      @PathParam("id") String id,
      @RequestBody(content = @Content(schema = @Schema(implementation = PreviewLink.Request.class)))
          @Nullable JsonFields body) {
    Integer revision = body == null ? null : body.integer("revision", 0, REVISIONS);
    Integer seconds = body == null ? null : body.integer("seconds", 60, WEEK);
    if (body != null) {
      body.end(ProblemException::ofBody);
    }
    Duration validity = Duration.ofSeconds(seconds == null ? HOUR : seconds);
    return Saved.plain(previews.link(id, revision, validity));
  }
}
