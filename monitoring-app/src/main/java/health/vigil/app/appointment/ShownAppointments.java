package health.vigil.app.appointment;

import health.vigil.app.reading.ReadModels;
import health.vigil.app.security.Permitted;
import health.vigil.patient.PatientId;
import health.vigil.projection.appointment.DayListEntry;
import health.vigil.projection.patient.FindWhereabouts;
import health.vigil.projection.patient.Whereabouts;
import health.vigil.ward.WardId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out of a list what the actor may not see. Where the patients lie is one question to their
 * directory, however many they are: a list is a moment old in any case. Of the few whom the
 * directory does not know, because it is behind or could not read them, the log is asked.
 */
@Singleton
class ShownAppointments {
  private static final String DIRECTORY = "patient-chart";

  private final ReadModels readModels;
  private final Permitted permitted;

  ShownAppointments(ReadModels readModels, Permitted permitted) {
    this.readModels = readModels;
    this.permitted = permitted;
  }

  /**
   * @param minPosition up to which the directory must have read; null for wherever it is
   */
  List<DayListEntry> of(List<DayListEntry> all, @Nullable Long minPosition) {
    if (permitted.wards().all() || all.isEmpty()) {
      return all;
    }
    readModels.await(DIRECTORY, minPosition);
    Map<PatientId, Optional<WardId>> wards =
        readModels
            .ask(
                new FindWhereabouts(
                    all.stream().map(DayListEntry::patientId).collect(Collectors.toSet())),
                Whereabouts.class)
            .wards();
    return of(all, wards, ward -> permitted.shows(ward.orElse(null)), permitted::isOf);
  }

  /**
   * @param wards where the patients lie whom the directory knows; empty for nowhere
   * @param shows whether what is of somebody in this ward may be seen
   * @param isOf the same of somebody, by the log
   */
  static List<DayListEntry> of(
      List<DayListEntry> all,
      Map<PatientId, Optional<WardId>> wards,
      Predicate<Optional<WardId>> shows,
      Predicate<PatientId> isOf) {
    return all.stream()
        .filter(
            entry -> {
              Optional<WardId> ward = wards.get(entry.patientId());
              return ward == null ? isOf.test(entry.patientId()) : shows.test(ward);
            })
        .toList();
  }
}
