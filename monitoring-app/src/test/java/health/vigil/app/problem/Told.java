package health.vigil.app.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** Problem documents without the application around them. */
public final class Told {
  private Told() {}

  public static ProblemRoutes asJson() {
    return new ProblemRoutes(new ProblemWriter(new ObjectMapper(), List.of()));
  }
}
