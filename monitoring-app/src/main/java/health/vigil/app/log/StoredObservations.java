package health.vigil.app.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.vigil.axon.command.CommandKey;
import health.vigil.axon.command.Metadata;
import health.vigil.monitoring.MonitoringEvent.ObservationCorrected;
import health.vigil.monitoring.MonitoringEvent.ObservationRetracted;
import health.vigil.monitoring.MonitoringEvent.VitalSignsRecorded;
import health.vigil.monitoring.ObservationId;
import health.vigil.monitoring.ObservationLog;
import health.vigil.monitoring.RecordedObservation;
import health.vigil.store.EventLog;
import health.vigil.store.RecordedEvent;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Finds sets of any age by their id, which is the identifier of the first event that was appended
 * with the set.
 */
@Singleton
class StoredObservations implements ObservationLog {
  private final EventLog log;
  private final RecordedUnderKey appends;
  private final ObservationRevisions revisions;
  private final Payloads payloads;
  private final ObjectMapper mapper;

  StoredObservations(
      EventLog log,
      RecordedUnderKey appends,
      ObservationRevisions revisions,
      Payloads payloads,
      ObjectMapper mapper) {
    this.log = log;
    this.appends = appends;
    this.revisions = revisions;
    this.payloads = payloads;
    this.mapper = mapper;
  }

  @Override
  public Optional<RecordedObservation> find(ObservationId id) {
    return log.findByIdentifiers(List.of(id.value())).stream()
        .flatMap(first -> appends.find(keyOf(first)).stream())
        .filter(event -> isRecording(event, id))
        .findFirst()
        .map(recording -> asItStands(id, recording));
  }

  private boolean isRecording(RecordedEvent event, ObservationId id) {
    return event.type().equals("VitalSignsRecorded")
        && ((VitalSignsRecorded) payloads.read(event)).observationId().equals(id);
  }

  private RecordedObservation asItStands(ObservationId id, RecordedEvent recording) {
    RecordedObservation set = recorded((VitalSignsRecorded) payloads.read(recording));
    for (Object change : revisions.of(id, recording)) {
      if (change instanceof ObservationCorrected correction) {
        set = corrected(set, correction);
      } else if (change instanceof ObservationRetracted retraction) {
        set = retracted(set, retraction);
      }
    }
    return set;
  }

  private static RecordedObservation recorded(VitalSignsRecorded event) {
    return new RecordedObservation(
        event.observationId(),
        event.monitoringId(),
        event.patientId(),
        event.values(),
        event.measuredAt(),
        event.messageId(),
        event.device(),
        false,
        false);
  }

  private static RecordedObservation corrected(
      RecordedObservation set, ObservationCorrected correction) {
    return new RecordedObservation(
        set.observationId(),
        set.monitoringId(),
        set.patientId(),
        correction.values(),
        correction.measuredAt(),
        set.messageId(),
        set.device(),
        set.retracted(),
        set.moved());
  }

  private static RecordedObservation retracted(
      RecordedObservation set, ObservationRetracted retraction) {
    return new RecordedObservation(
        set.observationId(),
        set.monitoringId(),
        set.patientId(),
        set.values(),
        set.measuredAt(),
        set.messageId(),
        set.device(),
        true,
        retraction.movedTo() != null);
  }

  private CommandKey keyOf(RecordedEvent event) {
    try {
      return new CommandKey(mapper.readTree(event.metadata()).path(Metadata.COMMAND_KEY).asText());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("the log holds metadata as JSON", impossible);
    }
  }
}
