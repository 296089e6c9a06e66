package health.vigil.app.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.vigil.refusal.Refusal;
import health.vigil.rules.ClinicalRulesCommand.ApplyClinicalRules;
import health.vigil.rules.RuleChange;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RulesAtStartTest {
  private static final String KEY = "vigil.monitoring.interval-at-low";
  private static final List<RuleChange> CHANGES = List.of(new RuleChange(KEY, "PT4H", "PT3H"));

  private final List<CommandMessage<?>> sent = new ArrayList<>();
  private @Nullable Refusal refusal;
  private boolean onlyWithReason;

  @Test
  void theRulesOfThisNodeAreAppliedOnBehalfOfWhoAnswersForThem() {
    start(Map.of("vigil.rules.changed-by", "chief-1", "vigil.rules.change-reason", "Board"));

    ApplyClinicalRules command = (ApplyClinicalRules) sent.get(0).getPayload();
    assertThat(command.rules()).containsEntry(KEY, "PT3H");
    assertThat(command.reason()).isEqualTo("Board");
    assertThat(sent.get(0).getMetaData()).containsEntry("actor", "chief-1");
  }

  @Test
  void nobodyHasToAnswerForRulesThatDoNotChange() {
    assertThatNoException().isThrownBy(() -> start(Map.of()));
    assertThat(sent.get(0).getMetaData()).containsEntry("actor", "vigil");
  }

  @Test
  void aReasonThatNobodyAnswersForIsNone() {
    start(Map.of("vigil.rules.change-reason", "Board"));

    assertThat(((ApplyClinicalRules) sent.get(0).getPayload()).reason()).isNull();
  }

  @Test
  void otherRulesThanRecordedStopTheStartWithOneSentenceThatNamesThem() {
    refusal = Refusal.conflict("rules-differ", "no", Map.of("changes", CHANGES));

    assertThatThrownBy(() -> start(Map.of()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(KEY + " (recorded: PT4H, configured: PT3H)")
        .hasMessageContaining("vigil.rules.changed-by and vigil.rules.change-reason");
  }

  @Test
  void aReasonThatWasLeftOverStopsTheStartAndIsNotRepeated() {
    refusal = Refusal.conflict("reason-used", "no", Map.of("changes", CHANGES));

    assertThatThrownBy(
            () ->
                start(
                    Map.of("vigil.rules.changed-by", "a", "vigil.rules.change-reason", "Board 7")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("the reason of an earlier change")
        .hasMessageNotContaining("Board 7");
  }

  @Test
  void whatCameWithAVersionIsToldApartFromWhatIsConfigured() {
    start(Map.of());

    assertThat(((ApplyClinicalRules) sent.get(0).getPayload()).defaults()).containsExactly(KEY);
    assertThat(sent.get(0).getMetaData()).containsEntry("client", "vigil/1.2.3");
  }

  @Test
  void aReasonThatWasLeftOverDoesNotKeepAnUpdateFromStarting() {
    refusal = Refusal.conflict("reason-used", "no", Map.of("changes", List.of()));
    onlyWithReason = true;

    start(Map.of("vigil.rules.changed-by", "a", "vigil.rules.change-reason", "Board 7"));

    assertThat(sent).hasSize(2);
    assertThat(((ApplyClinicalRules) sent.get(1).getPayload()).reason()).isNull();
    assertThat(sent.get(1).getMetaData()).containsEntry("actor", "vigil");
  }

  @Test
  void whatNamesNobodyIsRefusedAndNotRepeated() {
    assertThatThrownBy(() -> start(Map.of("vigil.rules.changed-by", "Dr Ada\tMeadows")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("vigil.rules.changed-by")
        .hasMessageNotContaining("Meadows");
    assertThat(sent).isEmpty();
  }

  private void start(Map<String, String> settings) {
    SimpleCommandBus bus = SimpleCommandBus.builder().build();
    bus.subscribe(ApplyClinicalRules.class.getName(), this::handle);
    RuleChangeConfiguration change =
        new SmallRyeConfigBuilder()
            .withMapping(RuleChangeConfiguration.class)
            .withDefaultValues(settings)
            .build()
            .getConfigMapping(RuleChangeConfiguration.class);
    new RulesAtStart(
            new RulesInForce(List.of(book -> book.rule(KEY, Duration.ofHours(3)))),
            new ReleaseDefaults(
                new SmallRyeConfigBuilder().withDefaultValues(Map.of(KEY, "3h")).build()),
            change,
            DefaultCommandGateway.builder().commandBus(bus).build(),
            Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
            "1.2.3")
        .require();
  }

  private @Nullable Object handle(CommandMessage<?> command) {
    sent.add(command);
    boolean hasReason = ((ApplyClinicalRules) command.getPayload()).reason() != null;
    if (refusal != null && (hasReason || !onlyWithReason)) {
      throw refusal;
    }
    return null;
  }
}
