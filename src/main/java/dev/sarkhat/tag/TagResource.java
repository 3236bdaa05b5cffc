package dev.sarkhat.tag;

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
import org.jspecify.annotations.Nullable;

/** The tags over HTTP. */
@Path("/v1/tags")
@Produces(MediaType.APPLICATION_JSON)
@org.eclipse.microprofile.openapi.annotations.tags.Tag(name = "Tags")
class TagResource {

  private final TagRepository tags;
  private final Rendering rendering;
  private final Site site;

  @Inject
  TagResource(TagRepository tags, Rendering rendering, Site site) {
    this.tags = tags;
    this.rendering = rendering;
    this.site = site;
  }

  /** A page of tags. */
  @GET
  @Transactional
  @Cached(CachePolicy.NAMES)
  @Operation(
      operationId = "listTags",
      summary = "Tags",
      description =
          "A page of tags, in Persian order of their names: those that an editor lists, and those"
              + " that public articles are about.")
  public Page<TagView> list(@BeanParam TagQuery query) {
    Fields<TagView> fields = query.fields(TagView.class);
    boolean counting = query.articleCounts();
    Page<Tag> page = tags.shownPage(query.type(), query.limit(), query.cursor());
    Map<Long, Long> counts = counting ? counts(page.data()) : Map.of();
    return page.map(each -> TagView.of(each, counts.get(each.id()), site, rendering))
        .map(fields::of);
  }

  /** One tag. */
  @GET
  @Path("/{slug}")
  @Transactional
  @Cached(CachePolicy.NAMES)
  @Operation(
      operationId = "getTag",
      summary = "One tag",
      description =
          "A subject that articles are about. An alias, such as the slug of a tag that was merged"
              + " into it, answers with the tag under its own slug.")
  public TagView get(
      @PathParam("slug") String slug,
      @QueryParam("include") @Nullable String include,
      @QueryParam("fields") @Nullable String fieldNames) {
    Fields<TagView> fields = Fields.of(TagView.class, fieldNames);
    boolean counting = Include.has(include, "articleCount");
    Tag tag = tags.findShown(slug).orElseThrow(() -> rendering.absent(EntityKind.TAG));
    Map<Long, Long> counts = counting ? counts(List.of(tag)) : Map.of();
    return fields.of(TagView.of(tag, counts.get(tag.id()), site, rendering));
  }

  private Map<Long, Long> counts(List<Tag> counted) {
    return tags.articleCounts(counted, rendering.asOf());
  }
}
