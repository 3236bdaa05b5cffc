package dev.sarkhat.ingest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sarkhat.access.Action;
import dev.sarkhat.access.Actor;
import dev.sarkhat.access.Audit;
import dev.sarkhat.access.Caller;
import dev.sarkhat.access.Idempotent;
import dev.sarkhat.access.Policy;
import dev.sarkhat.http.ListQuery;
import dev.sarkhat.http.Parameters;
import dev.sarkhat.http.ProblemException;
import dev.sarkhat.http.ProblemType;
import dev.sarkhat.http.Saved;
import dev.sarkhat.json.FieldChange;
import dev.sarkhat.paging.Page;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Imports over HTTP. */
@Path(ImportReceiver.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Transfer")
class ImportResource {

  private static final String NUMBER = "The import's number.";

  private final ImportReceiver receiver;
  private final ImportJobs jobs;
  private final ImportLists lists;
  private final Policy policy;
  private final Caller caller;
  private final CurrentVertxRequest current;
  private final Audit audit;
  private final Clock clock;

  @Inject
  ImportResource(
      ImportReceiver receiver,
      ImportJobs jobs,
      ImportLists lists,
      Policy policy,
      Caller caller,
      CurrentVertxRequest current,
      Audit audit,
      Clock clock) {
    this.receiver = receiver;
    this.jobs = jobs;
    this.lists = lists;
    this.policy = policy;
    this.caller = caller;
    this.current = current;
    this.audit = audit;
    this.clock = clock;
  }

  /** Takes a file. It waits for the body without holding a thread. */
  @POST
  @Consumes({ImportReceiver.NDJSON, ImportReceiver.GZIP})
  @Operation(
      operationId = "startImport",
      summary = "Import a file",
      description =
          "Takes a file of lines as `openapi/import.md` describes them, plain or packed by gzip, and"
              + " answers when it has arrived whole. Its lines are done after that: ask for the"
              + " import to see how far it has come. A file may be longer, and take longer, than"
              + " other bodies.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = ImportReceiver.NDJSON,
            schema = @Schema(type = SchemaType.STRING, description = "One JSON object a line.")),
        @Content(
            mediaType = ImportReceiver.GZIP,
            schema =
                @Schema(
                    type = SchemaType.STRING,
                    format = "binary",
                    description = "The same, packed."))
      })
  @APIResponse(
      responseCode = "202",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ImportView.class)))
  public Uni<RestResponse<ImportView>> start(
      @QueryParam("spelling")
          @Parameter(
              description =
                  "Whether repairs of Persian spelling are proposed, or those that are safe made."
                      + " What was sent is kept in the article's revision either way.",
              schema = @Schema(implementation = SpellingMode.class, defaultValue = "none"))
          @Nullable String spelling) {
    policy.require(Action.CONTENT_IMPORT);
    SpellingMode mode =
        Parameters.oneOf("spelling", spelling, SpellingMode.NONE, SpellingMode::value);
    return receiver
        .receive(Objects.requireNonNull(current.getCurrent()).request(), Actor.of(caller), mode)
        .map(
            taken -> {
              String[] path = {"v1", "admin", "imports", Long.toString(taken.view().id())};
              return taken.repeated()
                  ? Saved.acceptedBefore(taken.view(), path)
                  : Saved.accepted(taken.view(), path);
            });
  }

  /** All imports. */
  @GET
  @Operation(
      operationId = "listImports",
      summary = "Imports",
      description = "A page of imports, the latest first.")
  public RestResponse<Page<ImportView>> list(@BeanParam ListQuery query) {
    policy.require(Action.CONTENT_IMPORT);
    return Saved.plain(lists.page(query));
  }

  /** One import. */
  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getImport",
      summary = "One import",
      description = "Where an import stands: how far it has come, and what it has done.")
  public RestResponse<ImportView> get(
      @PathParam("id")
          @Parameter(
              description = NUMBER,
              schema = @Schema(type = SchemaType.INTEGER, format = "int64"))
          String id) {
    policy.require(Action.CONTENT_IMPORT);
    return Saved.plain(ImportView.of(jobs.get(number(id))));
  }

  /** What was refused. */
  @GET
  @Path("/{id}/report")
  @Operation(
      operationId = "getImportReport",
      summary = "What an import refused",
      description =
          "A page of the lines that were refused, in their order, each with the field and the"
              + " reason. It holds the first 100,000 unless the operator says otherwise.")
  public RestResponse<Page<RefusalView>> report(
      @PathParam("id")
          @Parameter(
              description = NUMBER,
              schema = @Schema(type = SchemaType.INTEGER, format = "int64"))
          String id,
      @BeanParam ListQuery query) {
    policy.require(Action.CONTENT_IMPORT);
    return Saved.plain(lists.refusals(number(id), query));
  }

  /** What was spelled wrongly. */
  @GET
  @Path("/{id}/spelling")
  @Operation(
      operationId = "getImportSpelling",
      summary = "What an import found spelled wrongly",
      description =
          "A page of the repairs that were made or are proposed, in the order of the lines. It holds"
              + " the first 100,000 unless the operator says otherwise.")
  public RestResponse<Page<SpellingNote>> spelling(
      @PathParam("id")
          @Parameter(
              description = NUMBER,
              schema = @Schema(type = SchemaType.INTEGER, format = "int64"))
          String id,
      @BeanParam ListQuery query) {
    policy.require(Action.CONTENT_IMPORT);
    return Saved.plain(lists.spellings(number(id), query));
  }

  /** Ends an import before its time. */
  @POST
  @Path("/{id}/cancel")
  @Transactional
  @Idempotent
  @Operation(
      operationId = "cancelImport",
      summary = "Cancel an import",
      description =
          "Ends an import before its next batch of lines; one that has not begun ends at once. What"
              + " it has done stays.")
  public RestResponse<ImportView> cancel(
      @PathParam("id")
          @Parameter(
              description = NUMBER,
              schema = @Schema(type = SchemaType.INTEGER, format = "int64"))
          String id) {
    policy.require(Action.CONTENT_IMPORT);
    ImportJob job = jobs.lock(number(id));
    if (job.state().isFinal()) {
      throw ProblemException.of(
          ProblemType.CONFLICT, "The import has ended: it is " + job.state().value() + ".");
    }
    ObjectNode before = ImportJobs.state(job);
    job.cancel(clock.instant());
    audit.record(
        "cancelImport", "import", id, null, FieldChange.between(before, ImportJobs.state(job)));
    return Saved.plain(ImportView.of(job));
  }

  private static long number(String id) {
    Long number = Parameters.id(id);
    if (number == null) {
      throw ProblemException.notFound();
    }
    return number;
  }
}
