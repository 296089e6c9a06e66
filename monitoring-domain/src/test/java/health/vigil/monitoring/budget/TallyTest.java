package health.vigil.monitoring.budget;

import static health.vigil.fixture.VitalSignsFixture.nothing;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.fixture.Stays;
import health.vigil.fixture.VitalSignsFixture;
import health.vigil.monitoring.MonitoringId;
import health.vigil.monitoring.ObservationId;
import health.vigil.monitoring.vitals.Vital;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");
  private static final MonitoringId STREAM = MonitoringId.of(Stays.ADAS_STAY);
  private static final ObservationId SET = new ObservationId("set");

  private Tally tally = Tally.NONE;

  @Test
  void ofNothingThereIsNothing() {
    assertThat(tally.readings(STREAM, SET)).isNull();
  }

  @Test
  void whatWasMergedIsKeptInShort() {
    add(1, nothing().pulse("72").oxygenSaturation("97"));
    add(2, nothing().pulse("75").oxygenSaturation("96"));
    add(3, nothing().pulse("71.5"));

    assertThat(tally.readings(STREAM, SET))
        .isEqualTo(
            new MergedReadings(
                STREAM,
                SET,
                3,
                NINE.plusSeconds(1),
                NINE.plusSeconds(3),
                Map.of(
                    Vital.PULSE, value("71.5", "75", "72.83", "71.5"),
                    Vital.OXYGEN_SATURATION, value("96", "97", "96.50", "96"))));
  }

  private void add(int second, VitalSignsFixture values) {
    tally = tally.and(new Reading(values.set(), NINE.plusSeconds(second)));
  }

  private static MergedValue value(String min, String max, String mean, String last) {
    return new MergedValue(
        new BigDecimal(min), new BigDecimal(max), new BigDecimal(mean), new BigDecimal(last));
  }
}
