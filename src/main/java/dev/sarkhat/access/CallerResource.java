package dev.sarkhat.access;

import dev.sarkhat.http.Saved;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The caller, as the newsroom knows them. */
@Path("/v1/admin/me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
class CallerResource {

  private final Caller caller;

  @Inject
  CallerResource(Caller caller) {
    this.caller = caller;
  }

  /** Who the caller is. */
  @GET
  @Operation(
      operationId = "getMe",
      summary = "The caller",
      description =
          "Who the credential belongs to, and what they may do. Any valid credential may ask.")
  public RestResponse<CallerView> get() {
    return Saved.plain(CallerView.of(caller.principal()));
  }
}
