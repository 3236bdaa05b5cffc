package dev.sarkhat.article.editing;

import dev.sarkhat.article.ArticleView;
import dev.sarkhat.article.BodyForm;
import dev.sarkhat.http.Parameters;
import dev.sarkhat.http.Saved;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What links to previews show, over HTTP. */
@Path("/v1/previews")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Newsroom articles")
class PreviewResource {

  private final ArticlePreviews previews;

  @Inject
  PreviewResource(ArticlePreviews previews) {
    this.previews = previews;
  }

  /** Shows what a link shows. */
  @GET
  @Path("/{token}")
  @Operation(
      operationId = "getPreview",
      summary = "A preview",
      description =
          "One revision of an article, as readers would see it. Nothing keeps it, and no list,"
              + " feed or search has it.")
  public RestResponse<ArticleView> get(
      @PathParam("token") @Parameter(description = "Out of a preview link.") String token,
      @QueryParam("body")
          @Parameter(
              description = "The one form of the body to show; all three without it.",
              schema = @Schema(implementation = BodyForm.class))
          @Nullable String body) {
    BodyForm form = Parameters.oneOf("body", body, BodyForm.class, BodyForm::value);
    Set<BodyForm> forms = form == null ? EnumSet.allOf(BodyForm.class) : EnumSet.of(form);
    return Saved.unlisted(previews.show(token, forms));
  }
}
