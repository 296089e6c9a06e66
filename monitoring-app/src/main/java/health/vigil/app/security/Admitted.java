package health.vigil.app.security;

import health.vigil.app.problem.Problem;
import health.vigil.app.problem.ProblemException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.mapping.URITemplate;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Serves what was permitted and nothing else: were the framework to read a path otherwise than the
 * table does, its reading would not be served.
 */
@Provider
class Admitted implements ContainerRequestFilter {
  private static final String KEY = Admitted.class.getName();

  static void set(RoutingContext request, Permission permission) {
    request.put(KEY, permission);
  }

  /**
   * The row by which the request was let in.
   *
   * @throws IllegalStateException when none did, which no resource sees
   */
  static Permission permission(RoutingContext request) {
    @Nullable Permission permission = request.get(KEY);
    if (permission == null) {
      throw new IllegalStateException("nobody let this request in");
    }
    return permission;
  }

  @Override
  public void filter(ContainerRequestContext context) {
    var work =
        (ResteasyReactiveRequestContext)
            ((ResteasyReactiveContainerRequestContext) context).getServerRequestContext();
    @Nullable Permission permission = work.unwrap(RoutingContext.class).get(KEY);
    if (permission == null || !permission.path().text().equals(path(work.getTarget()))) {
      throw new ProblemException(Problem.of(403, "forbidden", "Not permitted"));
    }
  }

  private static String path(RuntimeResource resource) {
    return trimmed(resource.getClassPath()) + trimmed(resource.getPath());
  }

  private static String trimmed(@Nullable URITemplate template) {
    String text = template == null ? "" : template.template;
    String whole = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    return whole.isEmpty() || whole.startsWith("/") ? whole : "/" + whole;
  }
}
