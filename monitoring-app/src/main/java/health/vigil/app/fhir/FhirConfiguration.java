package health.vigil.app.fhir;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is accepted as FHIR. */
@ConfigMapping(prefix = "vigil.fhir")
public interface FhirConfiguration {
  /** The longest body of a request with FHIR. */
  @WithDefault("1M")
  MemorySize maxBodySize();

  /** How far apart separate Observations of one Bundle may be measured and still be one set. */
  @WithDefault("5m")
  Duration setSpan();

  /** The name spaces whose identifiers are medical record numbers; any, when none is named. */
  Optional<List<String>> mrnSystems();

  /** Threads that record the sets of different patients of Bundles at once, on this node. */
  @WithDefault("4")
  @Min(1)
  int patientsAtOnce();
}
