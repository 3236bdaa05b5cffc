package dev.sarkhat.access;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whoever sends the present request. The gate has let them in, so they are known. */
@RequestScoped
public class Caller {

  private static final String PRINCIPAL = "sarkhat.principal";

  private final @Nullable RoutingContext context;
  private final Set<Permission> permissions = new LinkedHashSet<>();

  @Inject
  Caller(CurrentVertxRequest request) {
    this.context = request.getCurrent();
  }

  /** For proxies. */
  protected Caller() {
    this.context = null;
  }

  /** Notes who sends a request. */
  static void note(RoutingContext context, Principal principal) {
    context.put(PRINCIPAL, principal);
  }

  /**
   * Who it is.
   *
   * @throws IllegalStateException outside of a request that the gate has let in
   */
  public Principal principal() {
    Principal principal = context == null ? null : context.get(PRINCIPAL);
    if (principal == null) {
      throw new IllegalStateException("the gate has not let this request in");
    }
    return principal;
  }

  /** Notes what the request was found to be allowed. */
  void note(Permission permission) {
    permissions.add(permission);
  }

  /** All that the request has taken so far. */
  List<Permission> permissions() {
    return List.copyOf(permissions);
  }

  /** The network address that the request comes from, or null if it has none any more. */
  public @Nullable String address() {
    SocketAddress remote = context == null ? null : context.request().remoteAddress();
    return remote == null ? null : remote.hostAddress();
  }

  @Nullable String traceparent() {
    return context == null ? null : context.request().getHeader("traceparent");
  }
}
