package health.vigil.app.access;

import health.vigil.app.security.Actor;
import health.vigil.app.security.Denials;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Notes who was not let in. */
@Singleton
class NotedDenials implements Denials {
  private static final int FORBIDDEN = 403;

  private final Accesses accesses;

  NotedDenials(Accesses accesses) {
    this.accesses = accesses;
  }

  @Override
  public void denied(
      Actor actor,
      String method,
      String path,
      Map<String, String> named,
      @Nullable String traceParent) {
    accesses.note(
        List.of(AccessNote.of(actor, method, path, named, FORBIDDEN, Trace.of(traceParent))));
  }
}
