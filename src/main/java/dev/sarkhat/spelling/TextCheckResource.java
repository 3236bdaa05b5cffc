package dev.sarkhat.spelling;

import dev.sarkhat.access.Action;
import dev.sarkhat.access.Policy;
import dev.sarkhat.http.ProblemException;
import dev.sarkhat.http.Saved;
import dev.sarkhat.json.JsonFields;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Proofreads texts that are sent. */
@Path("/v1/admin/text")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Spelling")
class TextCheckResource {

  private final Policy policy;
  private final Proofreader proofreader;

  @Inject
  TextCheckResource(Policy policy, Proofreader proofreader) {
    this.policy = policy;
    this.proofreader = proofreader;
  }

  /** Proofreads a text. A question, though it is a POST: texts are longer than addresses. */
  @POST
  @Path("/check")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "checkText",
      summary = "Proofread a text",
      description =
          "Proposes repairs of a Persian text: half-spaces, letters, digits, the spaces and doubling"
              + " of marks. Nothing is stored.")
  public RestResponse<TextCheck> check(
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = SentText.class)))
          JsonFields body) {
    policy.require(Action.TEXT_CHECK);
    String text = body.text("text", SentText.LONGEST);
    if (text == null) {
      body.refuse("text", "is missing");
    }
    String lang = body.lang();
    body.end(ProblemException::ofBody);
    String sent = text == null ? "" : text;
    return Saved.plain(TextCheck.of(sent, proofreader.text(sent, lang)));
  }
}
