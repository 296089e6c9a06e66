package health.vigil.projection.patient;

import static health.vigil.projection.PatientFixture.MORNING;
import static health.vigil.projection.PatientFixture.demographics;
import static health.vigil.projection.PatientFixture.incomplete;
import static health.vigil.projection.PatientFixture.pulse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.vigil.monitoring.CurrentStatus;
import health.vigil.monitoring.Flag;
import health.vigil.monitoring.Limit;
import health.vigil.monitoring.MonitoringPlan;
import health.vigil.monitoring.Scoring;
import health.vigil.monitoring.score.OxygenSaturationScale;
import health.vigil.monitoring.vitals.Vital;
import health.vigil.projection.PatientFixture;
import health.vigil.projection.PatientFixture.Measured;
import health.vigil.projection.ReadModelDatabase;
import health.vigil.projection.ReadModels;
import health.vigil.refusal.Refusal;
import health.vigil.ward.BedId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ReadModelDatabase.class)
class PatientChartComponentTest {
  private final BedId bed = BedId.of(PatientFixture.someWard(), "1");
  private final PatientFixture ada = new PatientFixture();
  private final PatientFixture ben = new PatientFixture();

  @Inject ReadModels readModels;

  @Test
  void sets_are_listed_by_the_time_they_were_measured() {
    Measured newest = pulse(72, MORNING.plusSeconds(120));
    Measured late = pulse(100, MORNING.plusSeconds(60));
    record(newest);
    record(late);

    assertThat(all())
        .extracting(ChartedObservation::observationId)
        .containsExactly(late.id(), newest.id());
  }

  @Test
  void a_set_is_shown_with_all_that_was_decided() {
    Measured set = pulse(100, MORNING);
    record(set);

    ChartedObservation charted = all().get(0);

    assertThat(charted.standing()).isEqualTo(Standing.RECORDED);
    assertThat(charted.stay()).isEqualTo(ada.stay);
    assertThat(charted.device()).isEqualTo("device-7");
    assertThat(charted.current().values()).isEqualTo(set.values());
    assertThat(charted.current().score()).isEqualTo(set.score());
    assertThat(charted.current().flags()).containsExactly(Flag.BIRTH_DATE_UNKNOWN);
    assertThat(charted.earlier()).isEmpty();
  }

  @Test
  void a_correction_keeps_what_it_replaced() {
    Measured typo = pulse(120, MORNING);
    Measured right = pulse(72, MORNING.minusSeconds(60));
    record(typo);
    readModels.given(ada.corrected(bed, typo.id(), right, CurrentStatus.NONE));

    ChartedObservation charted = all().get(0);

    assertThat(charted.standing()).isEqualTo(Standing.CORRECTED);
    assertThat(charted.current().values()).isEqualTo(right.values());
    assertThat(charted.current().measuredAt()).isEqualTo(right.measuredAt());
    assertThat(charted.earlier()).extracting(SetVersion::values).containsExactly(typo.values());
  }

  @Test
  void a_set_entered_in_error_stays_visible_as_that() {
    Measured wrong = pulse(120, MORNING);
    record(wrong);
    readModels.given(ada.retracted(bed, wrong.id(), ben.id, CurrentStatus.NONE));

    ChartedObservation charted = all().get(0);

    assertThat(charted.standing()).isEqualTo(Standing.RETRACTED);
    assertThat(charted.movedTo()).isEqualTo(ben.id);
    assertThat(charted.current().values()).isEqualTo(wrong.values());
  }

  @Test
  void a_time_range_holds_its_beginning_and_not_its_end() {
    Measured first = pulse(72, MORNING);
    Measured second = pulse(73, MORNING.plusSeconds(60));
    record(first);
    record(second);

    assertThat(page(MORNING, MORNING.plusSeconds(60), 10, null).observations())
        .extracting(ChartedObservation::observationId)
        .containsExactly(first.id());
  }

  @Test
  void pages_follow_each_other_also_among_sets_of_the_same_time() {
    List<Measured> sets = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      sets.add(pulse(70 + i, MORNING));
      record(sets.get(i));
    }
    List<ChartedObservation> found = new ArrayList<>();
    String cursor = null;
    do {
      ObservationPage page = page(null, null, 2, cursor);
      found.addAll(page.observations());
      cursor = page.next();
    } while (cursor != null);

    assertThat(found)
        .extracting(ChartedObservation::observationId)
        .containsExactlyElementsOf(sets.stream().map(Measured::id).toList());
  }

  @Test
  void a_cursor_that_was_never_given_out_is_refused() {
    assertThatThrownBy(() -> page(null, null, 2, "yesterday"))
        .hasRootCauseInstanceOf(Refusal.class);
  }

  @Test
  void the_chart_plots_what_is_valid() {
    Measured whole = pulse(100, MORNING);
    Measured part = incomplete(90, MORNING.plusSeconds(60));
    Measured wrong = pulse(200, MORNING.plusSeconds(120));
    record(whole);
    record(part);
    record(wrong);
    readModels.given(ada.retracted(bed, wrong.id(), null, CurrentStatus.NONE));

    PatientChart chart =
        readModels.ask(
            new FindChart(ada.id, MORNING, MORNING.plusSeconds(600)), PatientChart.class);

    assertThat(chart.series().get(Vital.PULSE))
        .extracting(PatientChart.Point::value)
        .containsExactly(BigDecimal.valueOf(100), BigDecimal.valueOf(90));
    assertThat(chart.series().get(Vital.RESPIRATION_RATE)).hasSize(1);
    assertThat(chart.series()).doesNotContainKey(Vital.DIASTOLIC_BLOOD_PRESSURE);
    assertThat(chart.consciousness()).hasSize(2);
    assertThat(chart.supplementalOxygen())
        .extracting(PatientChart.OxygenPoint::onOxygen)
        .containsExactly(false, false);
    assertThat(chart.scores())
        .extracting(PatientChart.ScorePoint::score)
        .containsExactly(whole.score(), part.score());
  }

  @Test
  void without_a_stay_there_is_no_plan() {
    assertThat(readModels.askFor(new FindPlan(ada.id), PlanInForce.class)).isEmpty();
    readModels.given(ada.registered(demographics("Ödegård", "Ada")));
    assertThat(readModels.askFor(new FindPlan(ada.id), PlanInForce.class)).isEmpty();
  }

  @Test
  void the_standard_plan_holds_until_a_clinician_decides() {
    admit();

    assertThat(plan())
        .isEqualTo(new PlanInForce(ada.id, ada.stay, 0, MonitoringPlan.STANDARD, List.of()));
  }

  @Test
  void the_newest_plan_is_in_force_and_earlier_ones_are_its_history() {
    MonitoringPlan first = plan(Duration.ofHours(2));
    MonitoringPlan second = plan(Duration.ofHours(1));
    admit();
    readModels.given(ada.planned(bed, first, 1, CurrentStatus.NONE));
    readModels.given(ada.planned(bed, second, 2, CurrentStatus.NONE));

    PlanInForce plan = plan();

    assertThat(plan.revision()).isEqualTo(2);
    assertThat(plan.plan()).isEqualTo(withoutReason(second));
    assertThat(plan.history())
        .extracting(PlanInForce.Revision::plan)
        .containsExactly(withoutReason(first), withoutReason(second));
  }

  private void admit() {
    readModels.given(ada.registered(demographics("Ödegård", "Ada")));
    readModels.given(ada.admitted(bed, MORNING));
  }

  private void record(Measured set) {
    readModels.given(ada.recorded(bed, set, set.asStatus(null)));
  }

  private List<ChartedObservation> all() {
    return page(null, null, 100, null).observations();
  }

  private ObservationPage page(
      @Nullable Instant from, @Nullable Instant to, int limit, @Nullable String cursor) {
    return readModels.ask(
        new FindObservations(ada.id, from, to, limit, cursor), ObservationPage.class);
  }

  private PlanInForce plan() {
    return readModels.askFor(new FindPlan(ada.id), PlanInForce.class).orElseThrow();
  }

  private static MonitoringPlan plan(Duration interval) {
    return new MonitoringPlan(
        OxygenSaturationScale.SCALE_2,
        Scoring.NEWS2,
        interval,
        Map.of(Vital.PULSE, new Limit(null, new BigDecimal("120.5"))),
        MORNING.plusSeconds(86_400),
        "known lung disease");
  }

  private static MonitoringPlan withoutReason(MonitoringPlan plan) {
    return new MonitoringPlan(
        plan.spo2Scale(),
        plan.scoring(),
        plan.observationInterval(),
        plan.limits(),
        plan.reviewBy(),
        null);
  }
}
