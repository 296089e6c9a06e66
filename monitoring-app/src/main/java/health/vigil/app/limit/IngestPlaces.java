package health.vigil.app.limit;

import health.vigil.app.fhir.FhirConfiguration;
import health.vigil.axon.AxonConfig;
import health.vigil.axon.Discovered;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How many readings are taken in at once. */
@Singleton
class IngestPlaces {
  private static final int FEW = 8;
  private static final int OF_A_CORE = 4;

  private final IngestConfiguration ingest;
  private final AxonConfig axon;
  private final ConnectionShares shares;

  IngestPlaces(
      IngestConfiguration ingest,
      AxonConfig axon,
      FhirConfiguration fhir,
      Discovered discovered,
      @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int pool) {
    this.ingest = ingest;
    this.axon = axon;
    this.shares =
        new ConnectionShares(
            pool,
            segments(discovered.eventHandlerGroups().values()),
            segments(discovered.sagaGroups().values()),
            fhir.patientsAtOnce(),
            axon.deadlines().enabled() ? axon.deadlines().threads() : 0);
  }

  /**
   * @throws ConfigurationException with one sentence, when the pool of connections is too small
   */
  int count() {
    if (ingest.maxConcurrent().isPresent()) {
      shares.requireForIngest(ingest.maxConcurrent().getAsInt());
      return ingest.maxConcurrent().getAsInt();
    }
    return shares.forIngest(Math.max(FEW, OF_A_CORE * Runtime.getRuntime().availableProcessors()));
  }

  private int segments(Collection<String> groups) {
    return Set.copyOf(groups).stream().mapToInt(this::segments).sum();
  }

  private int segments(String processor) {
    return Optional.ofNullable(axon.processors().get(processor))
        .map(AxonConfig.Processor::segments)
        .orElse(1);
  }
}
