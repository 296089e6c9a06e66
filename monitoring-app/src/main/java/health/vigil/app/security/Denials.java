package health.vigil.app.security;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Is told of everybody who was not let in, to note it. */
public interface Denials {
  /**
   * Never waits, never fails.
   *
   * @param path the row's, with names where the request has values
   * @param named those values, as they came: they may be anything
   * @param traceParent the header, null when there is none
   */
  void denied(
      Actor actor,
      String method,
      String path,
      Map<String, String> named,
      @Nullable String traceParent);
}
