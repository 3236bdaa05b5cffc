package dev.sarkhat.section;

import dev.sarkhat.cache.CachePolicy;
import dev.sarkhat.cache.Cached;
import dev.sarkhat.cache.Rendering;
import dev.sarkhat.change.EntityKind;
import dev.sarkhat.http.Fields;
import dev.sarkhat.http.Include;
import dev.sarkhat.http.Site;
import dev.sarkhat.paging.Page;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The section tree over HTTP. */
@Path("/v1/sections")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sections")
class SectionResource {

  private final SectionRepository sections;
  private final Rendering rendering;
  private final Site site;

  @Inject
  SectionResource(SectionRepository sections, Rendering rendering, Site site) {
    this.sections = sections;
    this.rendering = rendering;
    this.site = site;
  }

  /** The whole tree. */
  @GET
  @Transactional
  @Cached(CachePolicy.NAMES)
  @Operation(
      operationId = "listSections",
      summary = "The section tree",
      description =
          "The sections as a tree, in menu order, on one page: those that an editor lists, and"
              + " those that public articles belong to.")
  public Page<SectionNode> list(
      @QueryParam("include") @Nullable String include,
      @QueryParam("fields") @Nullable String fieldNames) {
    Fields<SectionNode> fields = Fields.of(SectionNode.class, fieldNames);
    SectionTree tree = new SectionTree(sections.shownTree());
    return Page.whole(tree.nodes(counts(include), site, rendering)).map(fields::of);
  }

  /** One section. */
  @GET
  @Path("/{slug}")
  @Transactional
  @Cached(CachePolicy.NAMES)
  @Operation(
      operationId = "getSection",
      summary = "One section",
      description = "One section with its parent, its children and its path.")
  public SectionView get(
      @PathParam("slug") String slug,
      @QueryParam("include") @Nullable String include,
      @QueryParam("fields") @Nullable String fieldNames) {
    Fields<SectionView> fields = Fields.of(SectionView.class, fieldNames);
    Map<Long, Long> counts = counts(include);
    SectionTree tree = new SectionTree(sections.shownTree());
    return tree.find(slug)
        .map(
            section ->
                SectionView.of(
                    section,
                    tree.ancestorsOf(section),
                    tree.childrenOf(section),
                    counts.get(section.id()),
                    site,
                    rendering))
        .map(fields::of)
        .orElseThrow(() -> rendering.absent(EntityKind.SECTION));
  }

  private Map<Long, Long> counts(@Nullable String include) {
    return Include.has(include, "articleCount")
        ? sections.articleCounts(rendering.asOf())
        : Map.of();
  }
}
