package health.vigil.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import health.vigil.monitoring.score.Band;
import health.vigil.ward.WardId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscalationChainsTest {
  private static final WardId WARD = new WardId("5-west");
  private static final WardId OTHER = new WardId("icu");

  @ParameterizedTest
  @CsvSource({
    "HIGH,'NURSE 0, REGISTRAR 5, CRITICAL_CARE 15'",
    "MEDIUM,'NURSE 0, MEDICAL_TEAM 15'",
    "LOW_MEDIUM,'NURSE 0, MEDICAL_TEAM 30'",
    "LOW,'NURSE 0'"
  })
  void everyWardTellsAlongTheStandardChains(Band urgency, String chain) {
    assertThat(inWords(EscalationChains.STANDARD.of(WARD, urgency))).isEqualTo(chain);
  }

  @Test
  void aWardMayHaveAChainOfItsOwn() {
    EscalationChain own =
        EscalationChain.of("CHARGE_NURSE").then("REGISTRAR", Duration.ofMinutes(2));
    EscalationChains chains = EscalationChains.STANDARD.with(WARD, Band.HIGH, own);
    assertThat(chains.of(WARD, Band.HIGH)).isEqualTo(own);
    assertThat(chains.of(WARD, Band.MEDIUM))
        .isEqualTo(EscalationChains.STANDARD.of(WARD, Band.MEDIUM));
    assertThat(chains.of(OTHER, Band.HIGH))
        .isEqualTo(EscalationChains.STANDARD.of(OTHER, Band.HIGH));
  }

  @Test
  void theStandardMayBeAnother() {
    EscalationChain own = EscalationChain.of("CHARGE_NURSE");
    assertThat(EscalationChains.STANDARD.with(Band.HIGH, own).of(WARD, Band.HIGH)).isEqualTo(own);
  }

  @Test
  void noUrgencyIsLeftWithoutAChain() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new EscalationChains(Map.of(Band.HIGH, EscalationChain.of("NURSE")), Map.of()))
        .withMessageContaining("no standard escalation chain");
  }

  @Test
  void aChainBeginsAtOnceAndNeverGoesBack() {
    Duration five = Duration.ofMinutes(5);
    refused();
    refused(new EscalationStep(1, "NURSE", five));
    refused(new EscalationStep(2, "NURSE", Duration.ZERO));
    refused(
        new EscalationStep(1, "NURSE", Duration.ZERO),
        new EscalationStep(2, "REGISTRAR", five),
        new EscalationStep(3, "CRITICAL_CARE", Duration.ofMinutes(4)));
  }

  private static void refused(EscalationStep... steps) {
    assertThatIllegalArgumentException().isThrownBy(() -> new EscalationChain(List.of(steps)));
  }

  private static String inWords(EscalationChain chain) {
    return String.join(
        ", ", chain.steps().stream().map(s -> s.role() + " " + s.after().toMinutes()).toList());
  }
}
