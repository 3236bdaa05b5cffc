package dev.sarkhat.ingest;

import dev.sarkhat.access.Action;
import dev.sarkhat.access.Audit;
import dev.sarkhat.access.Policy;
import dev.sarkhat.http.ProblemException;
import dev.sarkhat.http.ProblemType;
import dev.sarkhat.http.Saved;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Everything over HTTP. */
@Path("/v1/admin/export")
@Tag(name = "Transfer")
class ExportResource {

  private static final int BUFFER = 64 * 1024;

  /** RFC 9110, section 12.5.3; a weight of zero refuses. */
  private static final Pattern ACCEPTS_GZIP =
      Pattern.compile(
          "(?:^|,)\\s*(?:x-)?gzip\\s*(?:;\\s*q=(?!0(?:\\.0*)?\\s*(?:,|$))[^,]*)?(?:,|$)");

  private final Export export;
  private final Policy policy;
  private final Audit audit;
  private final CurrentVertxRequest current;

  /** Each holds a thread and a connection to the database for as long as somebody reads. */
  private final Semaphore free = new Semaphore(1);

  @Inject
  ExportResource(Export export, Policy policy, Audit audit, CurrentVertxRequest current) {
    this.export = export;
    this.policy = policy;
    this.audit = audit;
    this.current = current;
  }

  /** A line of the export, for the API document. */
  @Schema(
      name = "ExportLine",
      description =
          "One line of an export, which is a line of an import: `openapi/import-line.schema.json`.")
  interface DocumentedLine {}

  /** Everything, as lines of an import. */
  @GET
  @Produces(ImportReceiver.NDJSON)
  @Operation(
      operationId = "exportContent",
      summary = "Export everything",
      description =
          "Everything that the newsroom has, drafts too, as it is at one instant: a file of lines"
              + " (NDJSON) that another instance imports to the same content. Equal content gives"
              + " equal bytes. One export at a time; a file that ends early was not ended properly"
              + " by HTTP either.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = ImportReceiver.NDJSON,
              schema = @Schema(implementation = DocumentedLine.class)))
  public RestResponse<StreamingOutput> export() {
    policy.require(Action.CONTENT_EXPORT);
    RoutingContext context = Objects.requireNonNull(current.getCurrent());
    String accepted = context.request().getHeader(HttpHeaders.ACCEPT_ENCODING);
    boolean packed = accepted != null && ACCEPTS_GZIP.matcher(accepted).find();
    if (HttpMethod.HEAD.equals(context.request().method())) {
      // Nothing is read, so there is nothing to write down.
      return answer(out -> {}, packed);
    }
    if (!free.tryAcquire()) {
      throw ProblemException.of(
          ProblemType.TOO_MANY_REQUESTS,
          "Another export is running: send it again when it is done.");
    }
    context.addEndHandler(ended -> free.release());
    QuarkusTransaction.requiringNew()
        .run(() -> audit.record("exportContent", "export", "all", null, List.of()));
    return answer(out -> write(out, packed), packed);
  }

  private static RestResponse<StreamingOutput> answer(StreamingOutput body, boolean packed) {
    RestResponse.ResponseBuilder<StreamingOutput> answer =
        RestResponse.ResponseBuilder.ok(body)
            .header(HttpHeaders.CACHE_CONTROL, Saved.CACHE_CONTROL)
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    return (packed ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip") : answer).build();
  }

  private void write(OutputStream out, boolean packed) throws IOException {
    try {
      // Closed only where all was written: an export that fails must not look like a whole one.
      OutputStream lines =
          packed ? new GZIPOutputStream(out, BUFFER) : new BufferedOutputStream(out, BUFFER);
      export.write(lines);
      lines.close();
    } catch (SQLException failed) {
      throw new IOException("The export broke off", failed);
    }
  }
}
