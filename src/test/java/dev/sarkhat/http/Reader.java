package dev.sarkhat.http;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Waits for a body as every resource that takes one does: on a worker thread. */
@Path("/test/length")
public class Reader {

  /** How long the body is. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  public int length(byte[] body) {
    return body.length;
  }
}
