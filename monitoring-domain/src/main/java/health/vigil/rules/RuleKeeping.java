package health.vigil.rules;

import health.vigil.rules.ClinicalRulesCommand.ApplyClinicalRules;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/** Keeps the rules of the log. */
final class RuleKeeping {
  @CommandHandler
  void handle(ApplyClinicalRules command, Repository<ClinicalRules> all) throws Exception {
    all.loadOrCreate(command.rulesId().value(), ClinicalRules::new)
        .execute(rules -> rules.judgeBy(command));
  }
}
