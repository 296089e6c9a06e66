package health.vigil.app.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.appointment.AppointmentId;
import health.vigil.appointment.AppointmentStatus;
import health.vigil.appointment.PractitionerId;
import health.vigil.patient.PatientId;
import health.vigil.projection.appointment.DayListEntry;
import health.vigil.ward.WardId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ShownAppointmentsTest {
  private static final WardId OWN = new WardId("A");
  private static final WardId OTHER = new WardId("B");

  private final DayListEntry ours = ofSomebody();
  private final DayListEntry theirs = ofSomebody();
  private final DayListEntry nowhere = ofSomebody();

  @Test
  void where_patients_lie_the_directory_says() {
    Map<PatientId, Optional<WardId>> directory =
        Map.of(
            ours.patientId(), Optional.of(OWN),
            theirs.patientId(), Optional.of(OTHER),
            nowhere.patientId(), Optional.empty());

    assertThat(
            ShownAppointments.of(
                List.of(ours, theirs, nowhere),
                directory,
                ward -> ward.filter(OWN::equals).isPresent(),
                patient -> {
                  throw new AssertionError("the log is not asked of whom the directory knows");
                }))
        .containsExactly(ours);
  }

  @Test
  void of_whom_the_directory_does_not_know_the_log_is_asked() {
    assertThat(
            ShownAppointments.of(
                List.of(theirs, ours), Map.of(), ward -> false, ours.patientId()::equals))
        .containsExactly(ours);
  }

  private static DayListEntry ofSomebody() {
    return new DayListEntry(
        new AppointmentId(UUID.randomUUID().toString()),
        new PatientId(UUID.randomUUID().toString()),
        new PractitionerId("dr-yu"),
        Instant.parse("2031-03-03T10:00:00Z"),
        Instant.parse("2031-03-03T10:30:00Z"),
        AppointmentStatus.BOOKED,
        null);
  }
}
