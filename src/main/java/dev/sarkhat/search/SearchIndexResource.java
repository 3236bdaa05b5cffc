package dev.sarkhat.search;

import dev.sarkhat.access.Action;
import dev.sarkhat.access.Audit;
import dev.sarkhat.access.Idempotent;
import dev.sarkhat.access.Policy;
import dev.sarkhat.change.ChangeFeed;
import dev.sarkhat.http.Parameters;
import dev.sarkhat.http.ProblemException;
import dev.sarkhat.http.Saved;
import dev.sarkhat.search.IndexCheck.Comparison;
import dev.sarkhat.search.index.IndexPosition;
import dev.sarkhat.search.index.SearchIndexException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The search index over HTTP, for operators: of the process that answers. */
@Path("/v1/admin/search")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Search")
class SearchIndexResource {

  private final Policy policy;
  private final SearchEngine engine;
  private final SearchSettings settings;
  private final IndexCheck check;
  private final ChangeFeed feed;
  private final Audit audit;

  @Inject
  SearchIndexResource(
      Policy policy,
      SearchEngine engine,
      SearchSettings settings,
      IndexCheck check,
      ChangeFeed feed,
      Audit audit) {
    this.policy = policy;
    this.engine = engine;
    this.settings = settings;
    this.check = check;
    this.feed = feed;
    this.audit = audit;
  }

  /** How the index stands. */
  @GET
  @Operation(
      operationId = "getSearchIndex",
      summary = "How the search index stands",
      description = "Of the process that answers; with the engine `lucene` each has its own.")
  public RestResponse<IndexStateView> state() {
    policy.require(Action.SEARCH_OPERATE);
    return Saved.plain(view());
  }

  /** Builds the index anew. */
  @POST
  @Path("/build")
  @Idempotent
  @Transactional
  @Operation(
      operationId = "buildSearchIndex",
      summary = "Build the search index anew",
      description = "In the background, while the present one answers.")
  @APIResponse(
      responseCode = "202",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = IndexStateView.class)))
  public RestResponse<IndexStateView> build() {
    policy.require(Action.SEARCH_OPERATE);
    record("buildSearchIndex", "all");
    engine.buildAnew();
    return Saved.accepted(view(), "v1", "admin", "search");
  }

  /** Compares a stretch of the index with the database. */
  @POST
  @Path("/check")
  @Operation(
      operationId = "checkSearchIndex",
      summary = "Compare the search index with the database",
      description =
          "A stretch of up to 1,000 things of one kind, in the order of their numbers; `nextAfter` "
              + "leads to the next. What differs is told, and indexed anew with `repair=true`.")
  public RestResponse<IndexCheckView> check(
      @QueryParam("kind")
          @Parameter(
              description = "What is compared.",
              schema = @Schema(implementation = IndexedKind.class, defaultValue = "article"))
          @Nullable String kindName,
      @QueryParam("after")
          @Parameter(
              description = "Those after this number.",
              schema = @Schema(type = SchemaType.INTEGER, format = "int64"))
          @Nullable String afterText,
      @QueryParam("repair")
          @Parameter(
              description = "Whether to index anew what differs.",
              schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
          @Nullable String repairText)
      throws SQLException {
    policy.require(Action.SEARCH_OPERATE);
    IndexedKind kind = Parameters.oneOf("kind", kindName, IndexedKind.ARTICLE, IndexedKind::value);
    long after = after(afterText);
    boolean repair = repair(repairText);
    QuarkusTransaction.requiringNew().run(() -> record("checkSearchIndex", kind.value()));
    try {
      Comparison found = check.compare(kind.entity(), after);
      if (repair && !found.differing().isEmpty()) {
        check.repair(kind.entity(), found);
      }
      return Saved.plain(
          new IndexCheckView(
              kind,
              found.checked(),
              found.missing(),
              found.outdated(),
              found.surplus(),
              repair && !found.differing().isEmpty(),
              found.last()));
    } catch (SearchIndexException failed) {
      engine.failed(failed);
      throw ProblemException.unavailable(
          "The search index cannot be compared just now; it may have changes to take over.");
    }
  }

  private void record(String operation, String what) {
    audit.record(operation, "searchIndex", what, null, List.of());
  }

  private static long after(@Nullable String text) {
    if (text == null) {
      return 0;
    }
    Long after = Parameters.id(text);
    if (after == null) {
      throw Parameters.invalid("after", "It must be a whole number from 1.");
    }
    return after;
  }

  private static boolean repair(@Nullable String text) {
    if (text == null || text.equals("false")) {
      return false;
    }
    if (!text.equals("true")) {
      throw Parameters.invalid("repair", "It must be true or false.");
    }
    return true;
  }

  private IndexStateView view() {
    IndexStateView.State state = IndexStateView.State.FOLLOWING;
    if (engine.building().isPresent()) {
      state = IndexStateView.State.BUILDING;
    } else if (engine.trouble().isPresent() || engine.position().isEmpty()) {
      state = IndexStateView.State.BEHIND;
    }
    return new IndexStateView(
        settings.engine().name().toLowerCase(Locale.ROOT),
        state,
        engine.position().map(IndexPosition::number).orElse(null),
        feed.head().number(),
        engine.building().orElse(null),
        engine.trouble().orElse(null));
  }
}
