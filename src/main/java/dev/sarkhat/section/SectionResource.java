package dev.sarkhat.section;

import dev.sarkhat.http.Fields;
import dev.sarkhat.http.Include;
import dev.sarkhat.http.ProblemException;
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
import java.time.Clock;
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
  private final Clock clock;
  private final Site site;

  @Inject
  SectionResource(SectionRepository sections, Clock clock, Site site) {
    this.sections = sections;
    this.clock = clock;
    this.site = site;
  }

  /** The whole tree. */
  @GET
  @Transactional
  @Operation(
      operationId = "listSections",
      summary = "The section tree",
      description = "All sections as a tree, in menu order, on one page.")
  public Page<SectionNode> list(
      @QueryParam("include") @Nullable String include,
      @QueryParam("fields") @Nullable String fieldNames) {
    Fields<SectionNode> fields = Fields.of(SectionNode.class, fieldNames);
    SectionTree tree = new SectionTree(sections.tree());
    return Page.whole(tree.nodes(counts(include), site)).map(fields::of);
  }

  /** One section. */
  @GET
  @Path("/{slug}")
  @Transactional
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
    SectionTree tree = new SectionTree(sections.tree());
    return tree.find(slug)
        .map(
            section ->
                SectionView.of(
                    section,
                    tree.ancestorsOf(section),
                    tree.childrenOf(section),
                    counts.get(section.id()),
                    site))
        .map(fields::of)
        .orElseThrow(ProblemException::notFound);
  }

  private Map<Long, Long> counts(@Nullable String include) {
    return Include.has(include, "articleCount")
        ? sections.articleCounts(clock.instant())
        : Map.of();
  }
}
