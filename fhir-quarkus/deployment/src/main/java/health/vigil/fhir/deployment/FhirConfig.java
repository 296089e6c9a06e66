package health.vigil.fhir.deployment;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import java.util.Set;

/** What a native image is to know of FHIR. */
@ConfigMapping(prefix = "vigil.fhir-model")
@ConfigRoot(phase = ConfigPhase.BUILD_TIME)
public interface FhirConfig {

  /** The resources that the application reads or writes, by their FHIR names. */
  Set<String> resources();
}
