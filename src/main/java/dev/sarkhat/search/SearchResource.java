package dev.sarkhat.search;

import dev.sarkhat.cache.CachePolicy;
import dev.sarkhat.cache.Cached;
import dev.sarkhat.paging.Page;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Search over HTTP. */
@Path("/v1/search")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Search")
class SearchResource {

  private final ArticleSearch articles;
  private final Suggestions suggestions;

  @Inject
  SearchResource(ArticleSearch articles, Suggestions suggestions) {
    this.articles = articles;
    this.suggestions = suggestions;
  }

  /** Articles with some words. */
  @GET
  @Cached(CachePolicy.LIST)
  @Operation(
      operationId = "searchArticles",
      summary = "Search articles",
      description =
          "A page of the public articles that have the words, in any spelling of them: with a half-space, "
              + "a space or neither, with Arabic or Persian letters, with any digits.")
  public SearchResults search(@BeanParam SearchQuery query) {
    return articles.page(query);
  }

  /** Completions of what is being typed. */
  @GET
  @Path("/suggest")
  @Cached(CachePolicy.LIST)
  @Operation(
      operationId = "suggest",
      summary = "Suggestions while typing",
      description =
          "Sections, tags, contributors and articles whose names begin with what was typed, the last "
              + "word being incomplete. Popular names first, then the newest articles.")
  public Page<Suggestion> suggest(@BeanParam SuggestQuery query) {
    return suggestions.of(query);
  }
}
