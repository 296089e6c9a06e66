package health.vigil.axon.serialization;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Adds modules or settings to each JSON mapper of the log: that of events, of snapshots, and the
 * one of everything else (sagas, tokens, metadata, deadlines). Called once for each.
 */
@FunctionalInterface
public interface MapperCustomizer {

  /** Changes the mapper in place. */
  void customize(ObjectMapper mapper);
}
