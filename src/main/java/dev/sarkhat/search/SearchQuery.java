package dev.sarkhat.search;

import dev.sarkhat.article.ArticleFilterQuery;
import dev.sarkhat.article.CountMode;
import dev.sarkhat.http.Calendar;
import dev.sarkhat.http.Parameters;
import dev.sarkhat.search.index.SearchFacet;
import jakarta.ws.rs.QueryParam;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of a search. */
public class SearchQuery extends ArticleFilterQuery {

  /** The longest text that is looked for, in UTF-16 code units. */
  static final int LONGEST = 500;

  private static final int DEFAULT_FACET_LIMIT = 20;
  private static final int MAXIMUM_FACET_LIMIT = 100;

  @QueryParam("q")
  @Parameter(
      required = true,
      description =
          "What is looked for, in any spelling: words, which must all be there; `\"a phrase\"` or "
              + "`«a phrase»`; `-word` for what must not be there; `OR` (in capitals) or `|` between "
              + "two for either; `title:`, `tag:` and `source:` for one field. Nothing is an error "
              + "of syntax. At most 500 characters and 32 words.",
      schema = @Schema(type = SchemaType.STRING, maxLength = LONGEST),
      example = "رئیس جمهوری title:سوریه")
  @Nullable String q;

  @QueryParam("sort")
  @Parameter(
      description = "The order: what fits best, recent articles a little before old ones; or date.",
      schema = @Schema(implementation = SearchSort.class, defaultValue = "relevance"))
  @Nullable String sort;

  @QueryParam("count")
  @Parameter(
      description = "How `page.total` is counted: to the end, or up to 10,000.",
      schema = @Schema(implementation = CountMode.class, defaultValue = "capped"))
  @Nullable String count;

  @QueryParam("facets")
  @Parameter(
      description =
          "Adds `facets`: how many of the articles found have which value. The count of a value is "
              + "the total of the same search with that value among its filters.",
      explode = Explode.FALSE,
      schema = @Schema(type = SchemaType.ARRAY, implementation = FacetName.class))
  @Nullable String facets;

  @QueryParam("facetLimit")
  @Parameter(
      description = "How many values of each facet are shown, those with the most articles.",
      schema =
          @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "20"))
  @Nullable String facetLimit;

  @QueryParam("highlight")
  @Parameter(
      description = "Whether to show where the words were found.",
      schema = @Schema(implementation = Highlighting.class, defaultValue = "html"))
  @Nullable String highlight;

  @QueryParam("calendar")
  @Nullable String calendar;

  String q() {
    return Q.read(q, LONGEST);
  }

  SearchSort sort() {
    return Parameters.oneOf("sort", sort, SearchSort.RELEVANCE, SearchSort::value);
  }

  CountMode count() {
    return Parameters.oneOf("count", count, CountMode.CAPPED, CountMode::value);
  }

  Set<SearchFacet> facets() {
    Set<SearchFacet> wanted = EnumSet.noneOf(SearchFacet.class);
    Parameters.someOf("facets", facets, FacetName.class, FacetName::value)
        .forEach(name -> wanted.add(name.facet()));
    return wanted;
  }

  int facetLimit() {
    if (facetLimit == null) {
      return DEFAULT_FACET_LIMIT;
    }
    Long limit = Parameters.id(facetLimit);
    if (limit == null || limit > MAXIMUM_FACET_LIMIT) {
      throw Parameters.invalid(
          "facetLimit", "It must be a whole number from 1 to " + MAXIMUM_FACET_LIMIT + ".");
    }
    return limit.intValue();
  }

  Highlighting highlight() {
    return Parameters.oneOf("highlight", highlight, Highlighting.HTML, Highlighting::value);
  }

  @Nullable Calendar calendar() {
    return Calendar.parse(calendar);
  }

  /** Names the list: what is looked for, its order and its filters, however they were spelled. */
  String listName() {
    StringBuilder name = new StringBuilder("search?q=").append(q());
    name.append("&sort=").append(sort().value());
    appendFilters(name);
    return name.toString();
  }
}
