package health.vigil.app.patient;

import health.vigil.app.past.Past;
import health.vigil.app.patient.ChangedSet.Change;
import health.vigil.axon.command.Metadata;
import health.vigil.monitoring.MonitoringEvent.ObservationCorrected;
import health.vigil.monitoring.MonitoringEvent.ObservationRetracted;
import health.vigil.monitoring.MonitoringEvent.VitalSignsRecorded;
import health.vigil.monitoring.ObservationId;
import health.vigil.patient.PatientId;
import health.vigil.projection.patient.ChartedObservation;
import health.vigil.projection.patient.FindObservations;
import health.vigil.projection.patient.ObservationPage;
import health.vigil.store.EventLog;
import health.vigil.store.LogPrefix;
import health.vigil.store.RecordedEvent;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Finds sets that were known at a time and have been corrected or retracted since. */
@Singleton
class ChangedSets {
  private static final String NOBODY = "nobody";
  private static final String CHART = "patient-chart";
  private static final List<Class<?>> CHANGES =
      List.of(ObservationCorrected.class, ObservationRetracted.class);
  private static final List<Class<?>> ALL =
      List.of(VitalSignsRecorded.class, ObservationCorrected.class, ObservationRetracted.class);

  private final EventLog log;

  ChangedSets(EventLog log) {
    this.log = log;
  }

  /** By time of measurement as it was known then; the chart is built in the view. */
  List<ChangedSet> of(PatientId patient, LogPrefix prefix, Past.View view) {
    List<TrackedEventMessage<?>> since =
        view.read(patient.value(), prefix.position(), log.head(), CHANGES);
    if (since.isEmpty()) {
      return List.of();
    }
    Map<String, List<TrackedEventMessage<?>>> bySet =
        since.stream().collect(Collectors.groupingBy(ChangedSets::observation));
    view.take(CHART, view.read(patient.value(), prefix.position(), ALL, bySet.keySet()));
    List<ChartedObservation> then = chart(patient, bySet.size(), view);
    // What was recorded since then, and changed since that, was not known: the chart passes it
    // over.
    view.take(CHART, since);
    Map<ObservationId, ChartedObservation> now =
        chart(patient, bySet.size(), view).stream()
            .collect(Collectors.toMap(ChartedObservation::observationId, Function.identity()));
    return then.stream()
        .map(set -> changed(set, now, bySet.getOrDefault(set.observationId().value(), List.of())))
        .toList();
  }

  private static List<ChartedObservation> chart(PatientId patient, int sets, Past.View view) {
    FindObservations query = new FindObservations(patient, null, null, sets, null);
    return view.ask(query, ObservationPage.class).observations();
  }

  private ChangedSet changed(
      ChartedObservation then,
      Map<ObservationId, ChartedObservation> now,
      List<TrackedEventMessage<?>> changes) {
    return new ChangedSet(
        then, Objects.requireNonNull(now.get(then.observationId())), changes(changes));
  }

  private List<Change> changes(List<TrackedEventMessage<?>> events) {
    Map<String, String> actors =
        events.stream().collect(Collectors.toMap(EventMessage::getIdentifier, ChangedSets::actor));
    return log.findByIdentifiers(actors.keySet()).stream()
        .map(event -> change(event, actors.getOrDefault(event.eventIdentifier(), NOBODY)))
        .toList();
  }

  private static Change change(RecordedEvent event, String actor) {
    return new Change(event.position(), event.type(), event.recordedAt(), actor);
  }

  private static String observation(EventMessage<?> event) {
    return event.getPayload() instanceof ObservationCorrected corrected
        ? corrected.observationId().value()
        : ((ObservationRetracted) event.getPayload()).observationId().value();
  }

  private static String actor(EventMessage<?> event) {
    return event.getMetaData().getOrDefault(Metadata.ACTOR, NOBODY).toString();
  }
}
