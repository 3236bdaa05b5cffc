package dev.sarkhat.access;

import dev.sarkhat.http.Saved;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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
  private final SectionSlugs sections;

  @Inject
  CallerResource(Caller caller, SectionSlugs sections) {
    this.caller = caller;
    this.sections = sections;
  }

  /** Who the caller is. */
  @GET
  @Transactional
  @Operation(
      operationId = "getMe",
      summary = "The caller",
      description =
          "Who the credential belongs to, and what they may do. Any valid credential may ask.")
  public RestResponse<CallerView> get() {
    Principal principal = caller.principal();
    return Saved.plain(CallerView.of(principal, sections.of(principal.grants())));
  }
}
