package health.vigil.monitoring.vitals;

import static health.vigil.fixture.VitalSignsFixture.nothing;
import static health.vigil.fixture.VitalSignsFixture.well;
import static health.vigil.monitoring.vitals.Vital.SUPPLEMENTAL_OXYGEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SharesTest {
  private final VitalSigns whole = well().set();

  @ParameterizedTest
  @EnumSource(Vital.class)
  void whatIsTakenOutAndPutBackIsThere(Vital vital) {
    VitalSigns rest = Shares.without(whole, Set.of(vital));
    VitalSigns share = Shares.without(whole, EnumSet.complementOf(EnumSet.of(vital)));

    assertThat(Shares.measured(rest)).hasSize(Vital.values().length - 1).doesNotContain(vital);
    assertThat(Shares.measured(share)).containsExactly(vital);
    assertThat(Shares.join(rest, share)).isEqualTo(whole);
    assertThat(Shares.join(share, rest)).isEqualTo(whole);
  }

  @Test
  void aValueWinsOverAReasonWhyThereIsNone() {
    VitalSigns refused =
        Shares.join(nothing().set(), reason(Vital.PULSE, NotMeasuredReason.values()[0]));

    assertThat(Shares.told(refused)).containsExactly(Vital.PULSE);
    assertThat(Shares.measured(refused)).isEmpty();
    assertThat(Shares.join(refused, whole)).isEqualTo(whole);
    assertThat(Shares.join(whole, refused)).isEqualTo(whole);
  }

  @Test
  void flowAndDeviceOfOxygenAreOneVitalThatTwoMessagesMayTellOf() {
    VitalSigns flow = nothing().flowOnly("2").set();
    VitalSigns onOxygen = nothing().onOxygen().set();
    VitalSigns onAir = Shares.without(whole, EnumSet.complementOf(EnumSet.of(SUPPLEMENTAL_OXYGEN)));

    assertThat(Shares.overlap(flow, onOxygen)).isEmpty();
    assertThat(Shares.join(flow, onOxygen).oxygenFlow()).isEqualTo(flow.oxygenFlow());
    assertThat(Shares.join(flow, onOxygen).supplementalOxygen()).isTrue();
    assertThat(Shares.overlap(flow, onAir)).containsExactly(SUPPLEMENTAL_OXYGEN);
    assertThat(Shares.join(flow, onAir)).isEqualTo(onAir);
  }

  @Test
  void nothingTellsOfNothing() {
    assertThat(Shares.nothing()).isEqualTo(nothing().set());
    assertThat(Shares.told(Shares.nothing())).isEmpty();
  }

  private static VitalSigns reason(Vital vital, NotMeasuredReason reason) {
    return new VitalSigns(
        null, null, null, null, null, null, null, null, null, null, Map.of(vital, reason));
  }
}
