package health.vigil.app.limit;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** Keeps a request's place until the work on it is over, also when the client has gone before. */
@Provider
class IngestWork implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext context) {
    var work =
        (ResteasyReactiveRequestContext)
            ((ResteasyReactiveContainerRequestContext) context).getServerRequestContext();
    IngestVisit visit = IngestVisit.of(work.unwrap(RoutingContext.class));
    if (visit != null) {
      visit.hold();
      work.registerCompletionCallback(failure -> visit.release());
    }
  }
}
