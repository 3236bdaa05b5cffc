package dev.sarkhat.spelling;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sarkhat.access.Idempotent;
import dev.sarkhat.article.editing.ArticleDocument;
import dev.sarkhat.article.editing.ArticleWords;
import dev.sarkhat.article.editing.Note;
import dev.sarkhat.http.IfMatch;
import dev.sarkhat.http.Saved;
import dev.sarkhat.json.JsonFields;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Proofreads articles that are there, and takes what is accepted of it. */
@Path("/v1/admin/articles/{id}/spelling")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Spelling")
class ArticleSpellingResource {

  private final ArticleWords articles;
  private final Proofreader proofreader;

  @Inject
  ArticleSpellingResource(ArticleWords articles, Proofreader proofreader) {
    this.articles = articles;
    this.proofreader = proofreader;
  }

  /** Proofreads an article. */
  @GET
  @Operation(
      operationId = "checkArticleSpelling",
      summary = "Proofread an article",
      description =
          "Proposes repairs of what an article says, field by field, with the ETag of the revision"
              + " that was read.")
  public RestResponse<ArticleSpelling> check(@PathParam("id") String id) {
    ArticleWords.Words words = articles.read(id);
    return Saved.of(proofread(words), words.revision());
  }

  /** Accepts proposals. */
  @POST
  @Transactional
  @Idempotent
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "acceptSpelling",
      summary = "Accept proposals for an article",
      description =
          "Writes the replacements of all proposals that are sent, as one revision; what stood there"
              + " stays in the revision before. If one does not fit, none is accepted.")
  public RestResponse<ArticleDocument> accept(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @QueryParam("note") @Nullable String note,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = AcceptedProposals.class)))
          JsonFields body) {
    ArticleDocument saved =
        articles.change(
            id,
            IfMatch.of(ifMatch),
            "acceptSpelling",
            Note.of(note),
            content -> Acceptance.apply(content, Acceptance.read(body)));
    return Saved.of(saved, saved.revision());
  }

  private ArticleSpelling proofread(ArticleWords.Words words) {
    ObjectNode content = words.content();
    ArticleProofread found =
        proofreader.article(
            ArticleField.of(content), content.path("lang").asText(), words.forReaders());
    List<ProposalView> proposals = new ArrayList<>();
    found
        .proposals()
        .forEach(
            (pointer, inField) ->
                inField.forEach(each -> proposals.add(ProposalView.of(pointer, each))));
    return new ArticleSpelling(
        words.id(),
        words.revision(),
        proposals.stream().limit(ProposalView.MOST).toList(),
        proposals.size() <= ProposalView.MOST,
        found.archive());
  }
}
