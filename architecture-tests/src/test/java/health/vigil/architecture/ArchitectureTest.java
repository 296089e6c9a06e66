package health.vigil.architecture;

import static health.vigil.architecture.Rules.ALERTING;
import static health.vigil.architecture.Rules.APPLICATION;
import static health.vigil.architecture.Rules.COMMAND_LINE;
import static health.vigil.architecture.Rules.DOMAIN;
import static health.vigil.architecture.Rules.EXTENSION;
import static health.vigil.architecture.Rules.FHIR;
import static health.vigil.architecture.Rules.ISSUER;
import static health.vigil.architecture.Rules.PERSONAL;
import static health.vigil.architecture.Rules.PROJECTIONS;
import static health.vigil.architecture.Rules.REBUILD;
import static health.vigil.architecture.Rules.STORE;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
  private static final JavaClasses VIGIL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("health.vigil");

  /** Reasons that auditors and operators give. */
  private static final Set<String> ABOUT_NOBODY =
      Set.of("LogExported", "ClinicalRulesChanged", "ClinicalRules");

  private static final List<String[]> MODULES =
      List.of(
          DOMAIN,
          ALERTING,
          PROJECTIONS,
          REBUILD,
          STORE,
          EXTENSION,
          FHIR,
          APPLICATION,
          COMMAND_LINE,
          ISSUER,
          PERSONAL);

  @TestFactory
  Stream<DynamicTest> everyRuleHolds() {
    Map<String, ArchRule> rules = new TreeMap<>();
    rules.put("domain uses nothing of ours", Rules.usesOfVigilOnly(DOMAIN));
    rules.put("domain knows no framework but Axon", Rules.knowsNoFrameworkButAxon(DOMAIN));
    rules.put("alerting uses the domain", Rules.usesOfVigilOnly(ALERTING, DOMAIN));
    rules.put("alerting knows no framework but Axon", Rules.knowsNoFrameworkButAxon(ALERTING));
    rules.put(
        "projections use domain and alerting",
        Rules.usesOfVigilOnly(PROJECTIONS, both(DOMAIN, ALERTING)));
    rules.put(
        "rebuilds use projections and the extension",
        Rules.usesOfVigilOnly(REBUILD, both(PROJECTIONS, EXTENSION)));
    rules.put("rebuilds send nothing", Rules.projectionsSendNothing(REBUILD));
    rules.put("the store knows no patient", Rules.usesOfVigilOnly(STORE));
    rules.put("the store knows no Quarkus", Rules.doesNotUse(STORE, "io.quarkus..", "jakarta.."));
    rules.put("the extension knows no patient", Rules.usesOfVigilOnly(EXTENSION));
    rules.put("HAPI's extension uses nothing of ours", Rules.usesOfVigilOnly(FHIR));
    rules.put("the extension knows no PostgreSQL", Rules.doesNotUse(EXTENSION, "org.postgresql.."));
    rules.put(
        "nothing uses the application",
        Rules.doesNotUse(
            both(
                both(both(DOMAIN, ALERTING), both(PROJECTIONS, REBUILD)),
                both(both(STORE, EXTENSION), PERSONAL)),
            APPLICATION));
    rules.put(
        "the command line uses the store, the keys and the demo's issuer",
        Rules.usesOfVigilOnly(COMMAND_LINE, both(both(STORE, PERSONAL), ISSUER)));
    rules.put("the demo's issuer uses nothing of ours", Rules.usesOfVigilOnly(ISSUER));
    rules.put("the application knows no issuer of tokens", Rules.doesNotUse(APPLICATION, ISSUER));
    String[] deterministic = both(both(DOMAIN, ALERTING), PROJECTIONS);
    rules.put("no clock, no randomness", Rules.readsNoClockAndDrawsNoLots(deterministic));
    rules.put("no input, no output", Rules.doesNoInputOrOutput(deterministic));
    rules.put("handlers are hidden", Rules.handlersAreHidden("health.vigil.."));
    rules.put("command handlers touch no table", Rules.commandHandlersTouchNoTable());
    rules.put("projections send nothing", Rules.projectionsSendNothing(PROJECTIONS));
    rules.put("timers are cancelled by id", Rules.timersAreCancelledById());
    rules.put("events are named", Rules.eventsAreNamed(both(DOMAIN, ALERTING)));
    rules.put("personal data is marked", Rules.personalDataIsMarked(both(DOMAIN, ALERTING)));
    rules.put(
        "personal data says whose it is",
        Rules.personalDataSaysWhoseItIs(ABOUT_NOBODY, both(DOMAIN, ALERTING)));
    rules.put(
        "sealing knows of the domain only patients",
        Rules.usesOfVigilOnly(PERSONAL, "health.vigil.patient.."));
    rules.put(
        "sealing knows neither Quarkus nor Axon",
        Rules.doesNotUse(PERSONAL, "io.quarkus..", "jakarta..", "org.axonframework.."));
    rules.put("answers say what they are", Rules.answersSayWhatTheyAre());
    rules.put("traps are avoided", Rules.avoidsTraps());
    return rules.entrySet().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(VIGIL)));
  }

  @Test
  void theRulesSeeTheCodeOfEveryModule() {
    for (String[] module : MODULES) {
      for (String packages : module) {
        String prefix = packages.substring(0, packages.length() - 2);
        assertThat(VIGIL.stream().anyMatch(type -> type.getPackageName().startsWith(prefix)))
            .as(prefix)
            .isTrue();
      }
    }
  }

  @Test
  void noPackageIsForgotten() {
    List<String> known =
        MODULES.stream()
            .flatMap(Arrays::stream)
            .map(packages -> packages.replace("..", "."))
            .toList();

    assertThat(VIGIL)
        .extracting(JavaClass::getPackageName)
        .filteredOn(name -> known.stream().noneMatch((name + ".")::startsWith))
        .isEmpty();
  }

  private static String[] both(String[] some, String[] more) {
    return Stream.concat(Arrays.stream(some), Arrays.stream(more)).toArray(String[]::new);
  }
}
