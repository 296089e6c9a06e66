package health.vigil.app.alert;

import health.vigil.app.rules.ClinicalSettings;
import health.vigil.app.rules.Rulebook;
import java.util.List;
import java.util.Optional;

/** Tells the escalation chains, those of single wards included. */
record ToldChains(EscalationConfiguration configuration) implements ClinicalSettings {
  private static final String ALL = "vigil.alert.escalation.";

  @Override
  public void tell(Rulebook book) {
    book.rule(ALL + "high", steps(configuration.high()))
        .rule(ALL + "medium", steps(configuration.medium()))
        .rule(ALL + "low-medium", steps(configuration.lowMedium()))
        .rule(ALL + "low", steps(configuration.low()));
    configuration.ward().forEach((ward, own) -> tell(book, ALL + "ward.\"" + ward + "\".", own));
  }

  private static void tell(Rulebook book, String ward, EscalationConfiguration.OfWard own) {
    tell(book, ward + "high", own.high());
    tell(book, ward + "medium", own.medium());
    tell(book, ward + "low-medium", own.lowMedium());
    tell(book, ward + "low", own.low());
  }

  private static void tell(Rulebook book, String key, Optional<List<ConfiguredStep>> own) {
    own.ifPresent(steps -> book.rule(key, steps(steps)));
  }

  private static List<String> steps(List<ConfiguredStep> steps) {
    return steps.stream().map(step -> step.role() + ":" + step.after()).toList();
  }
}
