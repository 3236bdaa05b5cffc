package dev.sarkhat.http;

import dev.sarkhat.paging.Paged;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Turns the cursor of a page into the address of the next one, in the body and as a {@code Link}
 * field (RFC 8288): the same request in its canonical form, with the cursor. So the answer is the
 * same however the request was spelled.
 */
class PageLinks {

  @ServerResponseFilter
  void link(ResourceInfo resource, HttpServerRequest request, ContainerResponseContext response) {
    if (response.getEntity() instanceof Paged page && page.page().next() != null) {
      DeclaredParameters declared = DeclaredParameters.of(resource.getResourceMethod());
      Paged linked =
          page.linked(
              cursor ->
                  request.path()
                      + "?"
                      + declared.canonical(StrictParameters.parameters(request), cursor));
      response.setEntity(linked);
      response.getHeaders().add(HttpHeaders.LINK, "<" + linked.page().next() + ">; rel=\"next\"");
    }
  }
}
