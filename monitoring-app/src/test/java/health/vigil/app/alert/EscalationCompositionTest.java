package health.vigil.app.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import health.vigil.alert.EscalationChain;
import health.vigil.alert.EscalationChains;
import health.vigil.monitoring.score.Band;
import health.vigil.ward.WardId;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EscalationCompositionTest {
  @Test
  void unlessConfiguredTheChainsAreTheStandards() {
    assertThat(chains(Map.of())).isEqualTo(EscalationChains.STANDARD);
  }

  @Test
  void aChainMayBeConfiguredForAllWardsAndForOne() {
    EscalationChains chains =
        chains(
            Map.of(
                "vigil.alert.escalation.low-medium", "CHARGE_NURSE:0s, REGISTRAR:10m",
                "vigil.alert.escalation.ward.icu.high", "INTENSIVIST:0s"));
    WardId icu = new WardId("icu");
    assertThat(chains.of(icu, Band.LOW_MEDIUM))
        .isEqualTo(EscalationChain.of("CHARGE_NURSE").then("REGISTRAR", Duration.ofMinutes(10)));
    assertThat(chains.of(icu, Band.HIGH)).isEqualTo(EscalationChain.of("INTENSIVIST"));
    assertThat(chains.of(new WardId("5-west"), Band.HIGH))
        .isEqualTo(EscalationChains.STANDARD.of(icu, Band.HIGH));
  }

  @Test
  void whatIsNoStepIsRefused() {
    StepConverter converter = new StepConverter();
    for (String text : new String[] {"NURSE", ":5m", "NURSE:", "NURSE:5m:1"}) {
      assertThatIllegalArgumentException().isThrownBy(() -> converter.convert(text));
    }
  }

  private static EscalationChains chains(Map<String, String> settings) {
    EscalationConfiguration configuration =
        new SmallRyeConfigBuilder()
            .withMapping(EscalationConfiguration.class)
            .withDefaultValues(settings)
            .build()
            .getConfigMapping(EscalationConfiguration.class);
    return new EscalationComposition().chains(configuration);
  }
}
