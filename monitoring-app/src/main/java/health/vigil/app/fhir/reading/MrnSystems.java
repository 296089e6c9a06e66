package health.vigil.app.fhir.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The name spaces whose identifiers count as medical record numbers; none means any. */
public record MrnSystems(List<String> systems) {
  public static final MrnSystems ANY = new MrnSystems(List.of());

  public MrnSystems {
    systems = List.copyOf(systems);
  }

  public boolean count(@Nullable String system) {
    return systems.isEmpty() || (system != null && systems.contains(system));
  }
}
