package health.vigil.projection.ward;

import static health.vigil.projection.PatientFixture.MORNING;
import static health.vigil.projection.PatientFixture.incomplete;
import static health.vigil.projection.PatientFixture.pulse;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.alert.Presence;
import health.vigil.alert.Priority;
import health.vigil.monitoring.MonitoringPlan;
import health.vigil.monitoring.Scoring;
import health.vigil.monitoring.score.OxygenSaturationScale;
import health.vigil.projection.PatientFixture;
import health.vigil.projection.PatientFixture.Measured;
import health.vigil.projection.ReadModelDatabase;
import health.vigil.projection.ReadModels;
import health.vigil.stay.PauseReason;
import health.vigil.stay.StayEvent.PatientTransferred;
import health.vigil.ward.BedEvent.BedOccupied;
import health.vigil.ward.BedEvent.BedVacated;
import health.vigil.ward.BedId;
import health.vigil.ward.WardId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ReadModelDatabase.class)
class WardBoardComponentTest {
  private final WardId ward = PatientFixture.someWard();
  private final BedId bed = BedId.of(ward, "1");
  private final BedId otherBed = BedId.of(ward, "2");
  private final PatientFixture ada = new PatientFixture();
  private final PatientFixture ben = new PatientFixture();

  @Inject ReadModels readModels;

  @Test
  void a_ward_without_patients_is_empty() {
    assertThat(board(MORNING).rows()).isEmpty();
  }

  @Test
  void an_admitted_patient_waits_for_the_first_set() {
    readModels.given(ada.admitted(bed, MORNING));

    WatchedPatient patient = patientIn(bed, MORNING);

    assertThat(patient.patientId()).isEqualTo(ada.id);
    assertThat(patient.stayId()).isEqualTo(ada.stay);
    assertThat(patient.score()).isNull();
    assertThat(patient.nextObservationDue()).isEqualTo(MORNING.plus(Duration.ofHours(1)));
    assertThat(patient.plan())
        .isEqualTo(new WatchedPatient.Plan(OxygenSaturationScale.SCALE_1, Scoring.NEWS2, 0));
  }

  @Test
  void the_newest_set_is_shown_with_values_score_and_trend() {
    Measured first = pulse(72, MORNING.plusSeconds(60));
    Measured second = pulse(120, MORNING.plusSeconds(3600));
    readModels.given(ada.admitted(bed, MORNING));
    readModels.given(ada.recorded(bed, first, first.asStatus(null)));
    readModels.given(ada.recorded(bed, second, second.asStatus(null)));

    WatchedPatient patient = patientIn(bed, MORNING);

    assertThat(patient.score()).isEqualTo(second.score());
    assertThat(patient.values()).isEqualTo(second.values());
    assertThat(patient.measuredAt()).isEqualTo(second.measuredAt());
    assertThat(patient.trend().direction()).isEqualTo(ScoreTrend.Direction.RISING);
    assertThat(patient.trend().change()).isEqualTo(2);
  }

  @Test
  void what_a_device_measured_since_stands_beside_the_score() {
    Measured whole = pulse(100, MORNING.plusSeconds(60));
    Measured part = incomplete(105, MORNING.plusSeconds(3600));
    readModels.given(ada.admitted(bed, MORNING));
    readModels.given(ada.recorded(bed, whole, whole.asStatus(null)));
    readModels.given(ada.recorded(bed, part, whole.asStatus(null)));

    WatchedPatient patient = patientIn(bed, MORNING);

    assertThat(patient.score()).isEqualTo(whole.score());
    assertThat(patient.values()).isEqualTo(whole.values());
    assertThat(patient.latest())
        .isEqualTo(new WatchedPatient.Latest(part.measuredAt(), part.values()));
  }

  @Test
  void an_incomplete_set_shows_no_total_and_leaves_the_trend() {
    Measured whole = pulse(100, MORNING.plusSeconds(60));
    Measured part = incomplete(120, MORNING.plusSeconds(3600));
    readModels.given(ada.admitted(bed, MORNING));
    readModels.given(ada.recorded(bed, whole, whole.asStatus(null)));
    readModels.given(ada.recorded(bed, part, part.asStatus(null)));

    WatchedPatient patient = patientIn(bed, MORNING);

    assertThat(Objects.requireNonNull(patient.score()).total()).isNull();
    assertThat(patient.trend().totals()).extracting(ScoreTrend.PastTotal::total).containsExactly(1);
  }

  @Test
  void after_a_retraction_the_set_before_is_shown_again() {
    Measured first = pulse(100, MORNING.plusSeconds(60));
    Measured wrong = pulse(40, MORNING.plusSeconds(3600));
    readModels.given(ada.admitted(bed, MORNING));
    readModels.given(ada.recorded(bed, first, first.asStatus(null)));
    readModels.given(ada.recorded(bed, wrong, wrong.asStatus(null)));
    readModels.given(ada.retracted(bed, wrong.id(), null, first.asStatus(null)));

    WatchedPatient patient = patientIn(bed, MORNING);

    assertThat(patient.score()).isEqualTo(first.score());
    assertThat(patient.values()).isEqualTo(first.values());
    assertThat(patient.trend().totals()).hasSize(1);
  }

  @Test
  void a_corrected_set_is_shown_as_corrected() {
    Measured typo = pulse(120, MORNING.plusSeconds(60));
    Measured right = pulse(72, MORNING.plusSeconds(60));
    readModels.given(ada.admitted(bed, MORNING));
    readModels.given(ada.recorded(bed, typo, typo.asStatus(null)));
    Measured corrected = new Measured(typo.id(), right.measuredAt(), right.values(), right.score());
    readModels.given(ada.corrected(bed, typo.id(), corrected, corrected.asStatus(null)));

    WatchedPatient patient = patientIn(bed, MORNING);

    assertThat(patient.score()).isEqualTo(right.score());
    assertThat(patient.values()).isEqualTo(right.values());
  }

  @Test
  void a_transfer_moves_the_row_and_leaves_the_bed_empty() {
    Measured set = pulse(100, MORNING.plusSeconds(60));
    BedId elsewhere = BedId.of(PatientFixture.someWard(), "7");
    readModels.given(ada.admitted(bed, MORNING));
    readModels.given(ada.recorded(bed, set, set.asStatus(null)));
    readModels.given(ada.transferred(bed, elsewhere, MORNING.plusSeconds(120)));

    assertThat(board(MORNING).rows()).containsExactly(new WardBoard.Row(bed, null));
    assertThat(patientIn(elsewhere, MORNING).score()).isEqualTo(set.score());
  }

  @Test
  void a_swap_moves_both_with_all_that_is_known_of_them() {
    Measured ofAda = pulse(100, MORNING.plusSeconds(60));
    Measured ofBen = pulse(120, MORNING.plusSeconds(61));
    readModels.given(ada.admitted(bed, MORNING));
    readModels.given(ben.admitted(otherBed, MORNING));
    readModels.given(ada.recorded(bed, ofAda, ofAda.asStatus(null)));
    readModels.given(ben.recorded(otherBed, ofBen, ofBen.asStatus(null)));

    Instant at = MORNING.plusSeconds(120);
    readModels.given(
        new PatientTransferred(ada.stay, ada.id, bed, otherBed, at),
        new PatientTransferred(ben.stay, ben.id, otherBed, bed, at),
        new BedOccupied(bed, ben.stay, ben.id, at),
        new BedVacated(bed, ada.stay, ada.id, at),
        new BedVacated(otherBed, ben.stay, ben.id, at),
        new BedOccupied(otherBed, ada.stay, ada.id, at));

    assertThat(patientIn(bed, MORNING).patientId()).isEqualTo(ben.id);
    assertThat(patientIn(bed, MORNING).score()).isEqualTo(ofBen.score());
    assertThat(patientIn(otherBed, MORNING).patientId()).isEqualTo(ada.id);
    assertThat(patientIn(otherBed, MORNING).values()).isEqualTo(ofAda.values());
  }

  @Test
  void after_discharge_the_bed_is_empty_and_late_facts_change_nothing() {
    readModels.given(ada.admitted(bed, MORNING));
    readModels.given(ada.raised(bed, Priority.HIGH, MORNING));
    readModels.given(ada.discharged(bed, MORNING.plusSeconds(60)));
    readModels.given(ada.ended(bed, MORNING.plusSeconds(61)));

    assertThat(board(MORNING).rows()).containsExactly(new WardBoard.Row(bed, null));
  }

  @Test
  void a_set_is_stale_when_the_next_is_due_and_overdue_after_grace() {
    Measured set = pulse(72, MORNING);
    Instant due = MORNING.plus(Duration.ofHours(2));
    readModels.given(ada.admitted(bed, MORNING));
    readModels.given(ada.recorded(bed, set, set.asStatus(due)));

    assertThat(patientIn(bed, due).stale()).isFalse();
    assertThat(patientIn(bed, due.plusSeconds(1)).stale()).isTrue();
    assertThat(patientIn(bed, due.plusSeconds(1)).overdue()).isFalse();
    assertThat(patientIn(bed, due.plus(Duration.ofMinutes(12))).overdue()).isTrue();
  }

  @Test
  void a_paused_patient_is_not_overdue() {
    Instant until = MORNING.plus(Duration.ofHours(5));
    readModels.given(ada.admitted(bed, MORNING));
    readModels.given(ada.paused(bed, until));

    WatchedPatient patient = patientIn(bed, MORNING.plus(Duration.ofHours(4)));

    assertThat(patient.pause()).isEqualTo(new WatchedPatient.Pause(PauseReason.OFF_WARD, until));
    assertThat(patient.overdue()).isFalse();
    assertThat(patientIn(bed, until).pause()).isNull();
  }

  @Test
  void the_plan_is_shown() {
    MonitoringPlan plan =
        new MonitoringPlan(
            OxygenSaturationScale.SCALE_2, Scoring.OFF, null, Map.of(), null, "a reason");
    readModels.given(ada.admitted(bed, MORNING));
    readModels.given(ada.planned(bed, plan, 3, pulse(72, MORNING).asStatus(null)));

    assertThat(patientIn(bed, MORNING).plan())
        .isEqualTo(new WatchedPatient.Plan(OxygenSaturationScale.SCALE_2, Scoring.OFF, 3));
  }

  @Test
  void open_alerts_are_counted_until_they_end() {
    readModels.given(ada.admitted(bed, MORNING));
    readModels.given(ada.raised(bed, Priority.HIGH, MORNING));
    assertThat(patientIn(bed, MORNING).alerts().count()).isEqualTo(1);
    assertThat(patientIn(bed, MORNING).alerts().highest()).isEqualTo(Priority.HIGH);

    readModels.given(ada.acknowledged(bed, MORNING));
    assertThat(patientIn(bed, MORNING).alerts().alerts())
        .extracting(OpenAlerts.OpenAlert::presence)
        .containsExactly(Presence.ACK);

    readModels.given(ada.ended(bed, MORNING));
    assertThat(patientIn(bed, MORNING).alerts().count()).isZero();
  }

  @Test
  void the_position_is_that_of_the_last_event_the_board_has_handled() {
    readModels.given(ada.admitted(bed, MORNING));
    long before = board(MORNING).position();

    readModels.given(ada.paused(bed, MORNING.plusSeconds(60)));

    assertThat(board(MORNING).position()).isEqualTo(before + 1).isEqualTo(readModels.head());
  }

  private WardBoard board(Instant now) {
    return readModels.ask(new FindWardBoard(ward, now), WardBoard.class);
  }

  private WatchedPatient patientIn(BedId id, Instant now) {
    return readModels.ask(new FindWardBoard(id.ward(), now), WardBoard.class).rows().stream()
        .filter(row -> row.bed().equals(id))
        .map(row -> Objects.requireNonNull(row.patient()))
        .findFirst()
        .orElseThrow();
  }
}
