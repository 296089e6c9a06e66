package health.vigil.app.patient;

import health.vigil.app.past.Past;
import health.vigil.app.past.PastStays;
import health.vigil.app.past.PastStays.Watched;
import health.vigil.patient.PatientEvent;
import health.vigil.patient.PatientId;
import health.vigil.projection.patient.FindPatient;
import health.vigil.projection.patient.PatientEntry;
import health.vigil.projection.patient.PatientEntry.PresentStay;
import health.vigil.projection.ward.FindWardBoard;
import health.vigil.projection.ward.WardBoard;
import health.vigil.projection.ward.WatchedPatient;
import health.vigil.stay.StayEvent;
import health.vigil.store.LogPrefix;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Patients as they were known at a time, from the log: never behind. */
@Singleton
class PastPatients {
  private static final String CHART = "patient-chart";
  private static final String BOARD = "ward-board";
  private static final List<Class<?>> OF_DIRECTORY = List.of(PatientEvent.class, StayEvent.class);

  private final Past past;
  private final PastStays stays;
  private final ChangedSets changedSets;

  PastPatients(Past past, PastStays stays, ChangedSets changedSets) {
    this.past = past;
    this.stays = stays;
    this.changedSets = changedSets;
  }

  /** Null when nobody knew the patient yet. */
  @Nullable PastPatient at(PatientId patient, LogPrefix prefix) {
    return past.of(Set.of(CHART, BOARD), view -> at(patient, prefix, view));
  }

  private @Nullable PastPatient at(PatientId patient, LogPrefix prefix, Past.View view) {
    view.take(CHART, view.read(patient.value(), 0, prefix.position(), OF_DIRECTORY));
    PatientEntry entry = view.ask(new FindPatient(patient), PatientEntry.class);
    return entry == null
        ? null
        : new PastPatient(
            prefix,
            entry,
            entry.stay() == null ? null : watched(patient, entry.stay(), prefix, view),
            changedSets.of(patient, prefix, view));
  }

  private @Nullable WatchedPatient watched(
      PatientId patient, PresentStay stay, LogPrefix prefix, Past.View view) {
    List<Watched> own = List.of(new Watched(patient, stay.stayId()));
    stays.follow(view, BOARD, own, prefix.position());
    FindWardBoard query = new FindWardBoard(stay.bed().ward(), prefix.time());
    return view.ask(query, WardBoard.class).rows().stream()
        .map(WardBoard.Row::patient)
        .filter(Objects::nonNull)
        .filter(watched -> watched.stayId().equals(stay.stayId()))
        .findFirst()
        .orElse(null);
  }
}
