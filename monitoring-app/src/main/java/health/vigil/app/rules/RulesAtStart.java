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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Lets this node judge only by rules that the log says are in force: the first start records them,
 * a later one with others only when somebody answers for it. What a new version brings, and nobody
 * has configured, it records by itself.
 */
@Singleton
class RulesAtStart implements BeforeHandling {
  /** Who records the first rules, and those of a new version, when nobody is named. */
  private static final String NOBODY = "vigil";

  private static final Pattern PERSON = Pattern.compile("[\\x21-\\x7e]{1,200}");

  private final RulesInForce configured;
  private final ReleaseDefaults defaults;
  private final RuleChangeConfiguration change;
  private final CommandGateway commands;
  private final Clock clock;
  private final String application;

  RulesAtStart(
      RulesInForce configured,
      ReleaseDefaults defaults,
      RuleChangeConfiguration change,
      CommandGateway commands,
      Clock clock,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.configured = configured;
    this.defaults = defaults;
    this.change = change;
    this.commands = commands;
    this.clock = clock;
    this.application = NOBODY + "/" + version;
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
    try {
      apply(by.orElse(NOBODY), by.flatMap(person -> change.changeReason()).orElse(null));
    } catch (Refusal refused) {
      if (!refused.code().equals("reason-used") || !isAdopted()) {
        throw new ConfigurationException(RefusedRules.sentence(refused));
      }
    }
  }

  /** A reason that was left over is none, and what came with this version needs none. */
  private boolean isAdopted() {
    try {
      apply(NOBODY, null);
      return true;
    } catch (Refusal others) {
      return false;
    }
  }

  private void apply(String by, @Nullable String reason) {
    ApplyClinicalRules command =
        new ApplyClinicalRules(
            ClinicalRulesId.OF_THE_HOSPITAL,
            configured.rules(),
            defaults.among(configured.rules().keySet()),
            reason,
            clock.instant());
    commands.<Object>sendAndWait(
        GenericCommandMessage.asCommandMessage(command)
            .andMetaData(Map.of(Metadata.ACTOR, by, EventMetadata.CLIENT, application)));
  }
}
