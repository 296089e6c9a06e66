package health.vigil.monitoring;

import static health.vigil.fixture.Patients.ADA;
import static health.vigil.fixture.VitalSignsFixture.nothing;
import static health.vigil.monitoring.AdasStay.MONITORING;
import static health.vigil.monitoring.AdasStay.at;
import static health.vigil.monitoring.AdasStay.set;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.fixture.Outcome;
import health.vigil.fixture.Stays;
import health.vigil.monitoring.MonitoringCommand.RecordReading;
import health.vigil.monitoring.MonitoringCommand.RecordVitalSigns;
import health.vigil.monitoring.MonitoringEvent.BreachBegan;
import health.vigil.monitoring.MonitoringEvent.ReadingsMerged;
import health.vigil.monitoring.MonitoringEvent.VitalSignsRecorded;
import health.vigil.monitoring.budget.MergedReadings;
import health.vigil.monitoring.budget.MergedValue;
import health.vigil.monitoring.vitals.Vital;
import health.vigil.stay.StayId;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContinuousReadingTest {
  private static final Map<Vital, MergedValue> VALUES =
      Map.of(
          Vital.PULSE,
          new MergedValue(
              new BigDecimal("70"),
              new BigDecimal("75"),
              new BigDecimal("72.40"),
              new BigDecimal("72")));

  private final AdasStay stay = AdasStay.begun();

  @Test
  void whatWasMergedBeforeItIsRecordedInTheSameAppend() {
    stay.measured("before", nothing().pulse("72").set(), "09:29");

    Outcome outcome = records(merged(MONITORING)).expectAccepted();

    assertThat(outcome.appends()).hasSize(1);
    assertThat(outcome.events())
        .hasExactlyElementsOfTypes(
            VitalSignsRecorded.class, ReadingsMerged.class, BreachBegan.class);
    assertThat(outcome.event(ReadingsMerged.class))
        .isEqualTo(
            new ReadingsMerged(
                MONITORING,
                ADA,
                Stays.ADAS_STAY,
                Stays.NORTH_1,
                set("before"),
                "monitor-3",
                58,
                at("09:29"),
                at("09:30"),
                VALUES,
                at("09:31")));
  }

  @Test
  void whatWasMergedInAnotherStayIsNotOfThisOne() {
    MonitoringId other = MonitoringId.of(new StayId("bbbbbbbb-0000-4000-8000-000000000009"));

    assertThat(records(merged(other)).events())
        .hasExactlyElementsOfTypes(VitalSignsRecorded.class, BreachBegan.class);
  }

  @Test
  void withNothingMergedItIsASetAsAnyOther() {
    assertThat(records(null).events())
        .hasExactlyElementsOfTypes(VitalSignsRecorded.class, BreachBegan.class);
  }

  private Outcome records(@Nullable MergedReadings merged) {
    RecordVitalSigns set =
        new RecordVitalSigns(
            ADA,
            set("now"),
            nothing().pulse("131").set(),
            at("09:31"),
            "monitor-3:61",
            "monitor-3",
            null,
            at("09:31"));
    return stay.vigil().when(new RecordReading(set, merged));
  }

  private static MergedReadings merged(MonitoringId stream) {
    return new MergedReadings(stream, set("before"), 58, at("09:29"), at("09:30"), VALUES);
  }
}
