package health.vigil.app.access;

import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.mapping.URITemplate;
import org.jspecify.annotations.Nullable;

/** The path as the resource declares it, with names where the request has values. */
final class Template {
  private Template() {}

  /** Of the request that this thread serves; empty when it has met no resource yet. */
  static String ofCurrentRequest() {
    ResteasyReactiveRequestContext request = CurrentRequestManager.get();
    RuntimeResource resource = request == null ? null : request.getTarget();
    return resource == null ? "" : part(resource.getClassPath()) + part(resource.getPath());
  }

  private static String part(@Nullable URITemplate template) {
    String text = template == null ? "" : template.template;
    String whole = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    return whole.isEmpty() || whole.startsWith("/") ? whole : "/" + whole;
  }
}
