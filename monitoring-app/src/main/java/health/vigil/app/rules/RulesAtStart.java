package health.vigil.app.rules;

import health.vigil.app.log.EventMetadata;
import health.vigil.axon.BeforeHandling;
import health.vigil.axon.command.Metadata;
import health.vigil.refusal.Refusal;
import health.vigil.rules.ClinicalRulesCommand.ApplyClinicalRules;
import health.vigil.rules.ClinicalRulesId;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;

/**
 * Lets this node judge only by rules that the log says are in force: the first start records them,
 * a later one with others only when somebody answers for it.
 */
@Singleton
class RulesAtStart implements BeforeHandling {
  /** Who records the first rules when nobody is named. */
  private static final String NOBODY = "vigil";

  private static final Pattern PERSON = Pattern.compile("[\\x21-\\x7e]{1,200}");

  private final RulesInForce configured;
  private final RuleChangeConfiguration change;
  private final CommandGateway commands;
  private final Clock clock;

  RulesAtStart(
      RulesInForce configured,
      RuleChangeConfiguration change,
      CommandGateway commands,
      Clock clock) {
    this.configured = configured;
    this.change = change;
    this.commands = commands;
    this.clock = clock;
  }

  /**
   * @throws ConfigurationException with one sentence that names the rules that differ
   */
  @Override
  public void require() {
    Optional<String> by = change.changedBy();
    if (by.isPresent() && !PERSON.matcher(by.get()).matches()) {
      throw new ConfigurationException(
          "vigil.rules.changed-by is not 1 to 200 visible ASCII characters.");
    }
    ApplyClinicalRules command =
        new ApplyClinicalRules(
            ClinicalRulesId.OF_THE_HOSPITAL,
            configured.rules(),
            by.flatMap(person -> change.changeReason()).orElse(null),
            clock.instant());
    try {
      commands.<Object>sendAndWait(
          GenericCommandMessage.asCommandMessage(command)
              .andMetaData(
                  Map.of(Metadata.ACTOR, by.orElse(NOBODY), EventMetadata.CLIENT, NOBODY)));
    } catch (Refusal refused) {
      throw new ConfigurationException(RefusedRules.sentence(refused));
    }
  }
}
