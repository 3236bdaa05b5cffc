package dev.sarkhat.article.editing;

import dev.sarkhat.access.Idempotent;
import dev.sarkhat.http.IfMatch;
import dev.sarkhat.http.MergePatch;
import dev.sarkhat.http.Saved;
import dev.sarkhat.json.JsonFields;
import dev.sarkhat.paging.Page;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What is written in articles, over HTTP. */
@Path("/v1/admin/articles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Newsroom articles")
class NewsroomArticleResource {

  private final ArticleEditing editing;
  private final ArticleReading reading;
  private final NewsroomArticleList list;

  @Inject
  NewsroomArticleResource(
      ArticleEditing editing, ArticleReading reading, NewsroomArticleList list) {
    this.editing = editing;
    this.reading = reading;
    this.list = list;
  }

  /** A page of articles. */
  @GET
  @Operation(
      operationId = "listNewsroomArticles",
      summary = "Articles, for editors",
      description = "A page of all articles that the caller may see, wherever they stand.")
  public RestResponse<Page<NewsroomArticleSummary>> list(@BeanParam NewsroomArticleQuery query) {
    return Saved.plain(list.page(query));
  }

  /** Makes a draft. */
  @POST
  @Transactional
  @Idempotent
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createArticle",
      summary = "Write an article",
      description = "Makes a draft, which nobody but the newsroom sees.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ArticleDocument.class)))
  public RestResponse<ArticleDocument> create(
      @QueryParam("note") @Nullable String note,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = ArticleContentDocument.class)))
          JsonFields body) {
    ArticleDocument made = editing.create(body, Note.of(note));
    return Saved.created(
        made, made.revision(), "v1", "admin", "articles", String.valueOf(made.id()));
  }

  /** One article. */
  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getNewsroomArticle",
      summary = "One article, for editors",
      description = "An article with all that is written in it, and where it stands.")
  public RestResponse<ArticleDocument> get(@PathParam("id") String id) {
    ArticleDocument found = reading.one(id);
    return Saved.of(found, found.revision());
  }

  /** Replaces what is written. */
  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "replaceArticle",
      summary = "Replace what is written",
      description =
          "Replaces all that is written in an article: what is left out is gone, but for the slug."
              + " Where it stands stays.")
  public RestResponse<ArticleDocument> replace(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @QueryParam("note") @Nullable String note,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = ArticleContentDocument.class)))
          JsonFields body) {
    ArticleDocument saved = editing.replace(id, IfMatch.of(ifMatch), body, Note.of(note));
    return Saved.of(saved, saved.revision());
  }

  /** Changes some of what is written. */
  @PATCH
  @Path("/{id}")
  @Consumes(MergePatch.MEDIA_TYPE)
  @Operation(
      operationId = "changeArticle",
      summary = "Change some of what is written",
      description =
          "Changes the fields that are sent (RFC 7396): null removes one, rows are replaced whole.")
  public RestResponse<ArticleDocument> change(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @QueryParam("note") @Nullable String note,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MergePatch.MEDIA_TYPE,
                      schema =
                          @Schema(
                              type =
                                  org.eclipse.microprofile.openapi.annotations.enums.SchemaType
                                      .OBJECT)))
          MergePatch patch) {
    ArticleDocument saved = editing.change(id, IfMatch.of(ifMatch), patch, Note.of(note));
    return Saved.of(saved, saved.revision());
  }

  /** Removes an article. */
  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "deleteArticle",
      summary = "Delete an article",
      description =
          "Removes an article with its history, for good. What has been public is better withdrawn,"
              + " which tells readers why.")
  @APIResponse(responseCode = "204")
  public RestResponse<Void> delete(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @QueryParam("note") @Nullable String note) {
    editing.delete(id, IfMatch.of(ifMatch), Note.of(note));
    return Saved.deleted();
  }
}
