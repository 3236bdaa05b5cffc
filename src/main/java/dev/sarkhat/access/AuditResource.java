package dev.sarkhat.access;

import dev.sarkhat.http.Saved;
import dev.sarkhat.paging.Page;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What was done, over HTTP. */
@Path("/v1/admin/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
class AuditResource {

  private final Policy policy;
  private final AuditLog log;

  @Inject
  AuditResource(Policy policy, AuditLog log) {
    this.policy = policy;
    this.log = log;
  }

  /** A page of what was done. */
  @GET
  @Transactional
  @Operation(
      operationId = "listAuditEntries",
      summary = "What was done",
      description =
          "A page of what was done in the newsroom, the latest first: who, when, from where, to"
              + " what, and the fields before and after. Nothing is ever changed or removed.")
  public RestResponse<Page<AuditView>> list(@BeanParam AuditQuery query) {
    policy.require(Action.AUDIT_READ);
    return Saved.plain(log.page(query).map(AuditEntry::view));
  }
}
