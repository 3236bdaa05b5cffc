package dev.sarkhat.contributor;

import dev.sarkhat.cache.CachePolicy;
import dev.sarkhat.cache.Cached;
import dev.sarkhat.cache.Rendering;
import dev.sarkhat.change.EntityKind;
import dev.sarkhat.http.Fields;
import dev.sarkhat.http.Include;
import dev.sarkhat.http.NameListQuery;
import dev.sarkhat.paging.Page;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The contributors over HTTP. */
@Path("/v1/contributors")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contributors")
class ContributorResource {

  private final ContributorRepository contributors;
  private final Rendering rendering;

  @Inject
  ContributorResource(ContributorRepository contributors, Rendering rendering) {
    this.contributors = contributors;
    this.rendering = rendering;
  }

  /** A page of contributors. */
  @GET
  @Transactional
  @Cached(CachePolicy.NAMES)
  @Operation(
      operationId = "listContributors",
      summary = "Contributors",
      description =
          "A page of contributors, in Persian order of their names: those that an editor lists, and"
              + " those that public articles name.")
  public Page<ContributorView> list(@BeanParam NameListQuery query) {
    Fields<ContributorView> fields = query.fields(ContributorView.class);
    boolean counting = query.articleCounts();
    Page<Contributor> page = contributors.shownPage(query.limit(), query.cursor());
    Map<Long, Long> counts = counting ? counts(page.data()) : Map.of();
    return page.map(each -> ContributorView.of(each, counts.get(each.id()), rendering))
        .map(fields::of);
  }

  /** One contributor. */
  @GET
  @Path("/{slug}")
  @Transactional
  @Cached(CachePolicy.NAMES)
  @Operation(
      operationId = "getContributor",
      summary = "One contributor",
      description = "A reporter, editor, translator, photographer or columnist.")
  public ContributorView get(
      @PathParam("slug") String slug,
      @QueryParam("include") @Nullable String include,
      @QueryParam("fields") @Nullable String fieldNames) {
    Fields<ContributorView> fields = Fields.of(ContributorView.class, fieldNames);
    boolean counting = Include.has(include, "articleCount");
    Contributor contributor =
        contributors.findShown(slug).orElseThrow(() -> rendering.absent(EntityKind.CONTRIBUTOR));
    Map<Long, Long> counts = counting ? counts(List.of(contributor)) : Map.of();
    return fields.of(ContributorView.of(contributor, counts.get(contributor.id()), rendering));
  }

  private Map<Long, Long> counts(List<Contributor> counted) {
    return contributors.articleCounts(counted, rendering.asOf());
  }
}
