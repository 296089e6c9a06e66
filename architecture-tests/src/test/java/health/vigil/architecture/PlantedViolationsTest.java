package health.vigil.architecture;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A rule that can not fail proves nothing. */
class PlantedViolationsTest {
  private static final String PLANTED = "health.vigil.architecture.planted";
  private static final JavaClasses CLASSES = new ClassFileImporter().importPackages(PLANTED);
  private static final String[] PLANTED_DOMAIN = {PLANTED + ".domain.."};
  private static final String[] PLANTED_PROJECTION = {PLANTED + ".projection.."};

  @TestFactory
  Stream<DynamicTest> everyRuleCatchesItsPlantedViolation() {
    Map<ArchRule, String> caught =
        Map.ofEntries(
            Map.entry(Rules.usesOfVigilOnly(PLANTED_DOMAIN), "UsesAnotherModule"),
            Map.entry(Rules.doesNotUse(PLANTED_DOMAIN, PLANTED + ".other.."), "UsesAnotherModule"),
            Map.entry(Rules.knowsNoFrameworkButAxon(PLANTED_DOMAIN), "UsesQuarkus"),
            Map.entry(Rules.readsNoClockAndDrawsNoLots(PLANTED_DOMAIN), "ReadsTheClock"),
            Map.entry(Rules.doesNoInputOrOutput(PLANTED_DOMAIN), "WritesAFile"),
            Map.entry(Rules.handlersAreHidden(PLANTED_DOMAIN), "PublicAggregate"),
            Map.entry(Rules.commandHandlersTouchNoTable(), "HandlerWithATable"),
            Map.entry(Rules.projectionsSendNothing(PLANTED_PROJECTION), "NotifyingProjection"),
            Map.entry(Rules.timersAreCancelledById(), "CancelsEverything"),
            Map.entry(Rules.eventsAreNamed(PLANTED_DOMAIN), "NamelessFact"),
            Map.entry(Rules.personalDataIsMarked(PLANTED_DOMAIN), "UnmarkedPerson"),
            Map.entry(Rules.personalDataSaysWhoseItIs(Set.of(), PLANTED_DOMAIN), "UnclaimedReason"),
            Map.entry(Rules.answersSayWhatTheyAre(), "AnswersAnything"),
            Map.entry(Rules.avoidsTraps(), "JavaSerializing"));
    return caught.entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getValue() + ": " + entry.getKey().getDescription(),
                    () ->
                        assertThatThrownBy(() -> entry.getKey().check(CLASSES))
                            .isInstanceOf(AssertionError.class)
                            .hasMessageContaining(entry.getValue())));
  }
}
