package health.vigil.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutTest {
  @Test
  void theBedsThatTheDocumentsTellOfHaveTheirScenarios() {
    List<BedPlan> plans = Layout.of(SimulatorOptions.of());
    assertThat(plans).hasSize(20);
    assertThat(plans.get(1).name()).isEqualTo("A/02");
    assertThat(plans.get(1).scenario().name()).isEqualTo("sepsis");
    assertThat(plans.get(3).scenario().name()).isEqualTo("opioid-respiratory-depression");
    assertThat(plans.stream().filter(plan -> plan.scenario().name().equals("stable")))
        .hasSizeGreaterThan(10);
  }

  @Test
  void aThousandBedsLieOnFiftyWards() {
    List<BedPlan> plans = Layout.of(SimulatorOptions.of("--beds", "1000"));
    assertThat(plans.stream().map(BedPlan::ward).distinct()).hasSize(50).contains("A", "Z", "AX");
    assertThat(plans.stream().map(BedPlan::name)).doesNotHaveDuplicates();
    assertThat(plans.stream().map(plan -> plan.person().mrn())).doesNotHaveDuplicates();
    assertThat(plans.stream().map(BedPlan::seed)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "A,0,A",
    "A,25,Z",
    "A,26,AA",
    "A,51,AZ",
    "A,52,BA",
    "S,1,T",
    "ICU,0,ICU",
    "ICU,1,ICU-2"
  })
  void wardsAreNamedLikeColumns(String first, int further, String name) {
    assertThat(Layout.ward(first, further)).isEqualTo(name);
  }

  @Test
  void theDeviceOfTheNextBedIsLentToWhoeverMisfiles() {
    List<BedPlan> plans =
        Layout.of(
            SimulatorOptions.of(
                "--beds", "2", "--scenario", "wrong-patient", "--scenario", "stable"));
    assertThat(plans.get(0).lent()).isEmpty();
    assertThat(plans.get(1).lent())
        .hasValueSatisfying(
            span ->
                assertThat(plans.get(0).scenario().misfiled())
                    .hasValueSatisfying(
                        misfiled -> {
                          assertThat(span.from()).isLessThan(misfiled.from());
                          assertThat(span.to()).isGreaterThan(misfiled.to());
                        }));
  }

  @Test
  void whoMisfilesNeedsANeighbour() {
    SimulatorOptions alone = SimulatorOptions.of("--beds", "1", "--scenario", "wrong-patient");
    assertThatThrownBy(() -> Layout.of(alone))
        .hasMessage("the scenario wrong-patient needs a bed after its own on the ward");
  }

  @Test
  void continuousDevicesAreSpreadOverTheBeds() {
    List<BedPlan> plans = Layout.of(SimulatorOptions.of("--continuous", "0.25"));
    assertThat(plans.stream().filter(BedPlan::continuous)).hasSize(5);
    assertThat(Layout.of(SimulatorOptions.of("--continuous", "1"))).allMatch(BedPlan::continuous);
  }
}
