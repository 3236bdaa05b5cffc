package dev.sarkhat.http;

import dev.sarkhat.paging.Page;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Turns the cursor of a page into the address of the next one, in the body and as a {@code Link}
 * field (RFC 8288): the same request, with the cursor.
 */
class PageLinks {

  @ServerResponseFilter
  void link(HttpServerRequest request, ContainerResponseContext response) {
    if (response.getEntity() instanceof Page<?> page && page.page().next() != null) {
      Page<?> linked = page.linked(cursor -> next(request, cursor));
      response.setEntity(linked);
      response.getHeaders().add(HttpHeaders.LINK, "<" + linked.page().next() + ">; rel=\"next\"");
    }
  }

  private static String next(HttpServerRequest request, String cursor) {
    StringBuilder address = new StringBuilder(request.path()).append('?');
    StrictParameters.parameters(request)
        .forEach(
            (name, values) -> {
              if (!name.equals("cursor") && !StrictParameters.isTracking(name)) {
                values.forEach(
                    value ->
                        address.append(encode(name)).append('=').append(encode(value)).append('&'));
              }
            });
    return address.append("cursor=").append(cursor).toString();
  }

  private static String encode(String text) {
    // A comma separates items and is allowed in a query (RFC 3986, section 3.4): keep links
    // readable.
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2C", ",");
  }
}
