package dev.sarkhat.access;

import dev.sarkhat.http.Parameters;
import dev.sarkhat.http.ProblemException;
import dev.sarkhat.http.Saved;
import dev.sarkhat.json.JsonFields;
import dev.sarkhat.paging.Page;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * The keys of principals over HTTP. Nothing of a key changes but that it ends, so it has no
 * revision, and nobody needs {@code If-Match} to take one back in a hurry.
 */
@Path("/v1/admin/principals/{id}/keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
class KeyResource {

  private static final String KEY_ID = "What names the key, and is no secret.";

  private final Policy policy;
  private final Principals principals;
  private final KeyRegistry keys;
  private final KeyEditing editing;

  @Inject
  KeyResource(Policy policy, Principals principals, KeyRegistry keys, KeyEditing editing) {
    this.policy = policy;
    this.principals = principals;
    this.keys = keys;
    this.editing = editing;
  }

  /** A page of keys. */
  @GET
  @Transactional
  @Operation(
      operationId = "listKeys",
      summary = "A principal's keys",
      description = "A page of somebody's keys, the latest first, without their secrets.")
  public RestResponse<Page<KeyView>> list(
      @PathParam("id") @Parameter(description = PrincipalResource.ID) String id,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    policy.require(Action.ACCESS_MANAGE);
    long principal = PrincipalResource.id(id);
    if (principals.findByIdOptional(principal).isEmpty()) {
      throw ProblemException.notFound();
    }
    return Saved.plain(keys.page(principal, Parameters.limit(limit), cursor));
  }

  /** One key. */
  @GET
  @Path("/{keyId}")
  @Transactional
  @Operation(operationId = "getKey", summary = "One key", description = "A key without its secret.")
  public RestResponse<KeyView> get(
      @PathParam("id") @Parameter(description = PrincipalResource.ID) String id,
      @PathParam("keyId") @Parameter(description = KEY_ID) String keyId) {
    policy.require(Action.ACCESS_MANAGE);
    return Saved.plain(
        keys.find(PrincipalResource.id(id), keyId).orElseThrow(ProblemException::notFound));
  }

  /** Makes a key. */
  @POST
  @Idempotent
  @Transactional
  @Operation(
      operationId = "createKey",
      summary = "Make a key",
      description =
          "Makes a key of an application, and tells it this once. Sent again with the same"
              + " `Idempotency-Key`, nothing is made and nothing told: 409 names the key that was.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = KeyContent.class)))
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = IssuedKey.class)))
  public RestResponse<IssuedKey> create(
      @PathParam("id") @Parameter(description = PrincipalResource.ID) String id, JsonFields body) {
    policy.require(Action.ACCESS_MANAGE);
    long principal = PrincipalResource.id(id);
    return created(principal, editing.create("createKey", principal, body));
  }

  /** Lets one key follow another. */
  @POST
  @Path("/{keyId}/rotate")
  @Idempotent
  @Transactional
  @Operation(
      operationId = "rotateKey",
      summary = "Replace a key by another",
      description =
          "Makes another key of the same principal. The old one is taken during the overlap, and"
              + " then no longer. As with making a key, the new one is told once.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = KeyRotation.class)))
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = IssuedKey.class)))
  public RestResponse<IssuedKey> rotate(
      @PathParam("id") @Parameter(description = PrincipalResource.ID) String id,
      @PathParam("keyId") @Parameter(description = KEY_ID) String keyId,
      JsonFields body) {
    policy.require(Action.ACCESS_MANAGE);
    long principal = PrincipalResource.id(id);
    return created(principal, editing.rotate("rotateKey", principal, keyId, body));
  }

  /** Takes a key back. */
  @DELETE
  @Path("/{keyId}")
  @Operation(
      operationId = "revokeKey",
      summary = "Take a key back",
      description =
          "From the answer on the key is refused, by every process. It stays in the list. The last"
              + " admin's last key cannot be taken back (409).")
  @APIResponse(responseCode = "204")
  public RestResponse<Void> revoke(
      @PathParam("id") @Parameter(description = PrincipalResource.ID) String id,
      @PathParam("keyId") @Parameter(description = KEY_ID) String keyId) {
    policy.require(Action.ACCESS_MANAGE);
    editing.revoke("revokeKey", PrincipalResource.id(id), keyId);
    return Saved.deleted();
  }

  private static RestResponse<IssuedKey> created(long principal, IssuedKey issued) {
    return Saved.createdOnce(
        issued, "v1", "admin", "principals", Long.toString(principal), "keys", issued.id());
  }
}
