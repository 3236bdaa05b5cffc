package dev.sarkhat.article;

import dev.sarkhat.cache.CachePolicy;
import dev.sarkhat.cache.Cached;
import dev.sarkhat.http.Parameters;
import dev.sarkhat.http.ProblemException;
import dev.sarkhat.paging.Page;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The public articles over HTTP. */
@Path("/v1/articles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Articles")
class ArticleResource {

  private final ArticleRepository articles;

  @Inject
  ArticleResource(ArticleRepository articles) {
    this.articles = articles;
  }

  /**
   * A page of articles. Without a transaction, which a list that is read in two statements gains
   * nothing from: its end is one more round trip to the database.
   */
  @GET
  @Cached(CachePolicy.LIST)
  @Operation(
      operationId = "listArticles",
      summary = "Articles",
      description = "A page of the public articles, newest first unless told otherwise.")
  public Page<ArticleSummary> list(@BeanParam ArticleQuery query) {
    return articles.page(query);
  }

  /** One article. */
  @GET
  @Path("/{id}")
  @Transactional
  @Cached(CachePolicy.ARTICLE)
  @Operation(
      operationId = "getArticle",
      summary = "One article",
      description = "One public article, whole. A withdrawn one answers 410 with its tombstone.")
  public ArticleView get(@PathParam("id") String id, @BeanParam ArticleDetailQuery query) {
    return articles.view(number(id), query);
  }

  /** Related articles. */
  @GET
  @Path("/{id}/related")
  @Transactional
  @Cached(CachePolicy.LIST)
  @Operation(
      operationId = "listRelatedArticles",
      summary = "Related articles",
      description =
          "The editor's choice first, then by likeness; at most `limit` (default 5), on one page.")
  public Page<ArticleSummary> related(@PathParam("id") String id, @BeanParam RelatedQuery query) {
    return articles.related(number(id), query);
  }

  private static long number(String id) {
    Long number = Parameters.id(id);
    if (number == null) {
      throw ProblemException.notFound();
    }
    return number;
  }
}
