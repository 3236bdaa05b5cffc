package dev.sarkhat.resolve;

import dev.sarkhat.cache.CachePolicy;
import dev.sarkhat.cache.Cached;
import dev.sarkhat.http.Parameters;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.text.Normalizer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Paths of the site over HTTP, for frontends that route by them. */
@Path("/v1/resolve")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Resolve")
class ResolveResource {

  private static final int LONGEST_PATH = 2_048;

  private final PathResolver resolver;

  @Inject
  ResolveResource(PathResolver resolver) {
    this.resolver = resolver;
  }

  /** What a path is. */
  @GET
  @Transactional
  @Cached(CachePolicy.NAMES)
  @Operation(
      operationId = "resolvePath",
      summary = "What a path of the site is",
      description =
          "The article, section, tag, source or contributor whose page the path is, or the path to"
              + " redirect to. A withdrawn article answers 410 with its tombstone.")
  public Resolution resolve(
      @QueryParam("path")
          @Parameter(
              required = true,
              description = "A path of the site, with or without percent-encoding.",
              example = "/news/2/اولاند")
          @Nullable String path) {
    if (path == null || !path.startsWith("/")) {
      throw Parameters.invalid("path", "It must be a path of the site that begins with a slash.");
    }
    if (path.length() > LONGEST_PATH) {
      throw Parameters.invalid("path", "It is longer than " + LONGEST_PATH + " characters.");
    }
    return resolver.resolve(
        Normalizer.normalize(Parameters.percentDecoded("path", path), Normalizer.Form.NFC));
  }
}
