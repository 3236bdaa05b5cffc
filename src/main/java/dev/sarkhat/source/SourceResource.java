package dev.sarkhat.source;

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

/** The sources over HTTP. */
@Path("/v1/sources")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sources")
class SourceResource {

  private final SourceRepository sources;
  private final Rendering rendering;

  @Inject
  SourceResource(SourceRepository sources, Rendering rendering) {
    this.sources = sources;
    this.rendering = rendering;
  }

  /** A page of sources. */
  @GET
  @Transactional
  @Cached(CachePolicy.NAMES)
  @Operation(
      operationId = "listSources",
      summary = "Sources",
      description =
          "A page of sources, in Persian order of their names: those that an editor lists, and"
              + " those that public articles name.")
  public Page<SourceView> list(@BeanParam NameListQuery query) {
    Fields<SourceView> fields = query.fields(SourceView.class);
    boolean counting = query.articleCounts();
    Page<Source> page = sources.shownPage(query.limit(), query.cursor());
    Map<Long, Long> counts = counting ? counts(page.data()) : Map.of();
    return page.map(each -> SourceView.of(each, counts.get(each.id()), rendering)).map(fields::of);
  }

  /** One source. */
  @GET
  @Path("/{slug}")
  @Transactional
  @Cached(CachePolicy.NAMES)
  @Operation(
      operationId = "getSource",
      summary = "One source",
      description = "An agency or outlet that articles are taken from.")
  public SourceView get(
      @PathParam("slug") String slug,
      @QueryParam("include") @Nullable String include,
      @QueryParam("fields") @Nullable String fieldNames) {
    Fields<SourceView> fields = Fields.of(SourceView.class, fieldNames);
    boolean counting = Include.has(include, "articleCount");
    Source source = sources.findShown(slug).orElseThrow(() -> rendering.absent(EntityKind.SOURCE));
    Map<Long, Long> counts = counting ? counts(List.of(source)) : Map.of();
    return fields.of(SourceView.of(source, counts.get(source.id()), rendering));
  }

  private Map<Long, Long> counts(List<Source> counted) {
    return sources.articleCounts(counted, rendering.asOf());
  }
}
