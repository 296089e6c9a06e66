package health.vigil.app.alert;

import health.vigil.alert.EscalationChain;
import health.vigil.alert.EscalationChains;
import health.vigil.alert.EscalationStep;
import health.vigil.app.rules.ClinicalSettings;
import health.vigil.monitoring.score.Band;
import health.vigil.ward.WardId;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives the sagas of alerts the configured escalation chains. */
class EscalationComposition {
  @Produces
  @Singleton
  EscalationChains chains(EscalationConfiguration configuration) {
    EscalationChains chains =
        new EscalationChains(
            Map.of(
                Band.HIGH, chain(configuration.high()),
                Band.MEDIUM, chain(configuration.medium()),
                Band.LOW_MEDIUM, chain(configuration.lowMedium()),
                Band.LOW, chain(configuration.low())),
            Map.of());
    for (Map.Entry<String, EscalationConfiguration.OfWard> ward : configuration.ward().entrySet()) {
      chains = with(chains, new WardId(ward.getKey()), ward.getValue());
    }
    return chains;
  }

  @Produces
  @Singleton
  ClinicalSettings told(EscalationConfiguration configuration) {
    return new ToldChains(configuration);
  }

  private static EscalationChains with(
      EscalationChains chains, WardId ward, EscalationConfiguration.OfWard own) {
    EscalationChains all = with(chains, ward, Band.HIGH, own.high());
    all = with(all, ward, Band.MEDIUM, own.medium());
    all = with(all, ward, Band.LOW_MEDIUM, own.lowMedium());
    return with(all, ward, Band.LOW, own.low());
  }

  private static EscalationChains with(
      EscalationChains chains, WardId ward, Band urgency, Optional<List<ConfiguredStep>> own) {
    return own.map(steps -> chains.with(ward, urgency, chain(steps))).orElse(chains);
  }

  private static EscalationChain chain(List<ConfiguredStep> steps) {
    List<EscalationStep> chain = new ArrayList<>();
    for (ConfiguredStep step : steps) {
      chain.add(new EscalationStep(chain.size() + 1, step.role(), step.after()));
    }
    return new EscalationChain(chain);
  }
}
