package health.vigil.rules;

import static health.vigil.fixture.Patients.NINE;
import static health.vigil.rules.ClinicalRulesId.OF_THE_HOSPITAL;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.fixture.DomainFixture;
import health.vigil.fixture.Outcome;
import health.vigil.fixture.Snapshot;
import health.vigil.refusal.Refusal;
import health.vigil.rules.ClinicalRulesCommand.ApplyClinicalRules;
import health.vigil.rules.ClinicalRulesEvent.ClinicalRulesChanged;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClinicalRulesTest {
  private static final String BREACH = "vigil.monitoring.breach-from";
  private static final String AGE = "vigil.monitoring.scored-from-age";
  private static final Map<String, String> USUAL = Map.of(BREACH, "LOW_MEDIUM", AGE, "16");
  private static final Map<String, String> LATER = Map.of(BREACH, "MEDIUM", AGE, "16");

  private final DomainFixture vigil = DomainFixture.vigil();

  @Test
  void theFirstRulesAreRecordedAllOfThemInTheOrderOfTheirKeys() {
    vigil
        .when(apply(USUAL, null))
        .expectEvents(
            changed(
                null, new RuleChange(BREACH, null, "LOW_MEDIUM"), new RuleChange(AGE, null, "16")));
  }

  @Test
  void theSameRulesAreNoChange() {
    vigil.givenCommands(apply(USUAL, null)).when(apply(USUAL, "Left over")).expectNothing();
  }

  @Test
  void aChangeTellsWhatWasAndWhatIsAndWhy() {
    vigil
        .givenCommands(apply(USUAL, null))
        .when(apply(LATER, "Board"))
        .expectEvents(changed("Board", new RuleChange(BREACH, "LOW_MEDIUM", "MEDIUM")));
  }

  @Test
  void rulesThatComeAndGoAreChangesToo() {
    vigil
        .givenCommands(apply(USUAL, null))
        .when(apply(Map.of(BREACH, "LOW_MEDIUM", "new", "1"), "Update"))
        .expectEvents(
            changed("Update", new RuleChange("new", null, "1"), new RuleChange(AGE, "16", null)));
  }

  @Test
  void aChangeWithNoReasonIsRefusedAndToldInFull() {
    Outcome refused = vigil.givenCommands(apply(USUAL, null)).when(apply(LATER, null));

    refused.expectRefusal(Refusal.Kind.CONFLICT, "rules-differ");
    assertThat(refused.refusal().details())
        .containsEntry("changes", List.of(new RuleChange(BREACH, "LOW_MEDIUM", "MEDIUM")));
  }

  @Test
  void aReasonThatWasLeftInTheConfigurationIsNoReasonForTheNextChange() {
    vigil
        .givenCommands(apply(USUAL, null), apply(LATER, "Board"))
        .when(apply(USUAL, "Board"))
        .expectRefusal(Refusal.Kind.CONFLICT, "reason-used");
  }

  @Test
  void aRuleThatCameWithANewVersionAndThatNobodyConfiguredIsRecordedByItself() {
    Map<String, String> more = Map.of(BREACH, "LOW_MEDIUM", AGE, "16", "new", "1");

    vigil
        .givenCommands(apply(USUAL, null))
        .when(apply(more, Set.of("new", AGE), null))
        .expectEvents(changed(null, new RuleChange("new", null, "1")));
    vigil.when(apply(more, Set.of("new"), null)).expectNothing();
  }

  @Test
  void aNewRuleThatSomebodyConfiguredOrAnotherDefaultIsAnsweredFor() {
    Map<String, String> more = Map.of(BREACH, "MEDIUM", AGE, "16", "new", "1");

    Outcome refused =
        vigil.givenCommands(apply(USUAL, null)).when(apply(more, Set.of("new", BREACH), null));

    refused.expectRefusal(Refusal.Kind.CONFLICT, "rules-differ");
    assertThat(refused.refusal().details())
        .containsEntry("changes", List.of(new RuleChange(BREACH, "LOW_MEDIUM", "MEDIUM")));
    vigil
        .when(apply(Map.of(BREACH, "LOW_MEDIUM", AGE, "16", "new", "1"), null))
        .expectRefusal(Refusal.Kind.CONFLICT, "rules-differ");
  }

  @Test
  void aNewVersionMakesNoOldReasonGoodAgain() {
    Map<String, String> more = Map.of(BREACH, "MEDIUM", AGE, "16", "new", "1");
    vigil.givenCommands(
        apply(USUAL, null), apply(LATER, "Board"), apply(more, Set.of("new"), null));

    vigil.when(apply(USUAL, "Board")).expectRefusal(Refusal.Kind.CONFLICT, "reason-used");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\nb", "\ud800"})
  void aReasonIsSomethingToRead(String reason) {
    vigil.givenCommands(apply(USUAL, null)).when(apply(LATER, reason)).expectInvalid("reason");
  }

  @Test
  void aSnapshotHoldsAllThatIsDecidedOn() {
    ClinicalRules rules = new ClinicalRules();
    rules.on(changed("Board", new RuleChange(BREACH, null, "MEDIUM")));

    assertThat(Snapshot.andBack(rules, ClinicalRules.class))
        .usingRecursiveComparison()
        .isEqualTo(rules);
  }

  private static ApplyClinicalRules apply(Map<String, String> rules, @Nullable String reason) {
    return apply(rules, Set.of(), reason);
  }

  private static ApplyClinicalRules apply(
      Map<String, String> rules, Set<String> defaults, @Nullable String reason) {
    return new ApplyClinicalRules(OF_THE_HOSPITAL, rules, defaults, reason, NINE);
  }

  private static ClinicalRulesChanged changed(@Nullable String reason, RuleChange... changes) {
    return new ClinicalRulesChanged(OF_THE_HOSPITAL, List.of(changes), reason, NINE);
  }
}
