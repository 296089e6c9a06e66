package health.vigil.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import health.vigil.patient.ConcernsPatient;
import health.vigil.patient.PersonalData;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.serialization.Revision;

/** The rules, open for the packages they are checked on, so that each can be shown a violation. */
final class Rules {
  static final String[] DOMAIN = {
    "health.vigil.refusal..",
    "health.vigil.patient..",
    "health.vigil.ward..",
    "health.vigil.stay..",
    "health.vigil.monitoring..",
    "health.vigil.appointment..",
    "health.vigil.device..",
    "health.vigil.rules..",
    "health.vigil.audit.."
  };
  static final String[] ALERTING = {
    "health.vigil.alert..", "health.vigil.overdue..", "health.vigil.noshow.."
  };
  static final String[] PROJECTIONS = {"health.vigil.projection.."};
  static final String[] REBUILD = {"health.vigil.rebuild.."};
  static final String[] STORE = {"health.vigil.store.."};
  static final String[] EXTENSION = {"health.vigil.axon.."};
  static final String[] FHIR = {"health.vigil.fhir.."};
  static final String[] PERSONAL = {"health.vigil.personal.."};
  static final String[] APPLICATION = {"health.vigil.app.."};
  static final String[] ISSUER = {"health.vigil.issuer.."};
  static final String[] COMMAND_LINE = {"health.vigil.cli.."};

  private static final Set<String> CLOCK_OR_CHANCE =
      Set.of(
          "java.time.Instant.now",
          "java.time.LocalDate.now",
          "java.time.LocalDateTime.now",
          "java.time.LocalTime.now",
          "java.time.ZonedDateTime.now",
          "java.time.OffsetDateTime.now",
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.lang.Math.random",
          "java.util.UUID.randomUUID");
  private static final Pattern PERSONAL_NAME =
      Pattern.compile("mrn|familyName|givenName|birthDate|temporaryLabel|reason|comment");

  private static final String PRODUCES = "jakarta.ws.rs.Produces";

  private Rules() {}

  /** Code in {@code from} uses nothing of {@code others}. */
  static ArchRule doesNotUse(String[] from, String... others) {
    return noClasses()
        .that()
        .resideInAnyPackage(from)
        .should()
        .dependOnClassesThat(resideInAnyPackage(others));
  }

  /** Of Vigil's own code, {@code from} uses only itself and {@code allowed}. */
  static ArchRule usesOfVigilOnly(String[] from, String... allowed) {
    return noClasses()
        .that()
        .resideInAnyPackage(from)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("health.vigil..")
                .and(not(resideInAnyPackage(from)))
                .and(not(resideInAnyPackage(allowed))));
  }

  static ArchRule knowsNoFrameworkButAxon(String... packages) {
    return doesNotUse(
        packages,
        "io.quarkus..",
        "jakarta..",
        "java.sql..",
        "javax.sql..",
        "org.hibernate..",
        "org.postgresql..");
  }

  /** Time and ids come in with the command. */
  static ArchRule readsNoClockAndDrawsNoLots(String... packages) {
    return noClasses()
        .that()
        .resideInAnyPackage(packages)
        .should()
        .callMethodWhere(
            describe(
                "reads a clock or draws a random number",
                call ->
                    CLOCK_OR_CHANCE.contains(
                        call.getTargetOwner().getName() + "." + call.getName())))
        .orShould()
        .dependOnClassesThat(
            describe(
                "are clocks or random generators",
                type ->
                    type.isEquivalentTo(Clock.class)
                        || type.isAssignableTo(Random.class)
                        || type.isEquivalentTo(ThreadLocalRandom.class)))
        .as("no clock and no randomness in " + String.join(", ", packages));
  }

  /** Exceptions of other people's signatures are no input or output. */
  static ArchRule doesNoInputOrOutput(String... packages) {
    return noClasses()
        .that()
        .resideInAnyPackage(packages)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "java.io..",
                    "java.nio.file..",
                    "java.net..",
                    "org.slf4j..",
                    "java.util.logging..",
                    "org.jboss.logging..")
                .and(not(assignableTo(Throwable.class))));
  }

  /**
   * Aggregates, sagas, projections and handlers are nobody's to call. An aggregate whose repository
   * is named in another package has to be public; then it has nothing public to call.
   */
  static ArchRule handlersAreHidden(String... packages) {
    return classes()
        .that()
        .resideInAnyPackage(packages)
        .and(describe("are aggregates, sagas, projections or resources", Rules::isHidden))
        .should(offerNothing())
        .allowEmptyShould(true);
  }

  private static ArchCondition<JavaClass> offerNothing() {
    return new ArchCondition<>("be package-private, or have no public methods and constructors") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean hidden =
            !type.getModifiers().contains(JavaModifier.PUBLIC) || offers(type).isEmpty();
        events.add(
            new SimpleConditionEvent(type, hidden, type.getName() + " offers " + offers(type)));
      }
    };
  }

  private static List<String> offers(JavaClass type) {
    return type.getCodeUnits().stream()
        .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC))
        .map(JavaCodeUnit::getName)
        .filter(name -> !name.equals("patientId"))
        .toList();
  }

  private static boolean isHidden(JavaClass type) {
    return type.isAnnotatedWith(AggregateRoot.class)
        || type.isAnnotatedWith(ProcessingGroup.class)
        || type.isAnnotatedWith("jakarta.ws.rs.Path")
        || type.getMethods().stream()
            .anyMatch(method -> method.isAnnotatedWith(SagaEventHandler.class));
  }

  /** A command's only decision record is one append. */
  static ArchRule commandHandlersTouchNoTable() {
    return noClasses()
        .that(
            describe(
                "handle commands",
                type ->
                    type.getMethods().stream()
                        .anyMatch(m -> m.isAnnotatedWith(CommandHandler.class))))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "java.sql..",
                "javax.sql..",
                "jakarta.persistence..",
                "org.hibernate..",
                "io.quarkus.hibernate.."));
  }

  /** Projections only project. */
  static ArchRule projectionsSendNothing(String... packages) {
    return noClasses()
        .that()
        .resideInAnyPackage(packages)
        .should()
        .dependOnClassesThat(
            describe(
                "send commands, publish events or set deadlines",
                type ->
                    type.isAssignableTo(CommandGateway.class)
                        || type.isAssignableTo(EventGateway.class)
                        || type.isAssignableTo(EventBus.class)
                        || type.isAssignableTo(DeadlineManager.class)));
  }

  /** Cancelling all deadlines of a scope reads every timer there is. */
  static ArchRule timersAreCancelledById() {
    return noClasses()
        .should()
        .callMethodWhere(
            describe(
                "cancels every deadline of a name or scope",
                (JavaCall<?> call) ->
                    call.getTargetOwner().isAssignableTo(DeadlineManager.class)
                        && call.getName().startsWith("cancelAll")));
  }

  /** Events are for ever: a logical name and a revision, never a class name. */
  static ArchRule eventsAreNamed(String... packages) {
    return classes()
        .that()
        .resideInAnyPackage(packages)
        .and(describe("are records of an event family", Rules::isEvent))
        .should()
        .beAnnotatedWith(JsonTypeName.class)
        .andShould()
        .beAnnotatedWith(Revision.class);
  }

  private static boolean isEvent(JavaClass type) {
    return type.isRecord()
        && type.getRawInterfaces().stream()
            .anyMatch(family -> family.getSimpleName().endsWith("Event"));
  }

  /** What names a person, or is free text, is marked where it is declared. */
  static ArchRule personalDataIsMarked(String... packages) {
    return fields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAnyPackage(packages)
        .and(describe("hold personal data by their name", Rules::isPersonal))
        .should()
        .beAnnotatedWith(PersonalData.class);
  }

  private static boolean isPersonal(JavaField field) {
    return field.getOwner().isRecord()
        && PERSONAL_NAME.matcher(field.getName()).matches()
        && !field.getRawType().isEnum()
        && !field.getModifiers().contains(JavaModifier.STATIC);
  }

  /**
   * What is stored is sealed with the key of the patient whom it says it is about. Who says nothing
   * is sealed with the key of the system, which nobody erases.
   *
   * @param aboutNobody simple names of those that are about no patient
   */
  static ArchRule personalDataSaysWhoseItIs(Set<String> aboutNobody, String... packages) {
    return classes()
        .that()
        .resideInAnyPackage(packages)
        .and(describe("are stored", Rules::isStored))
        .and(describe("hold personal data", type -> holdsPersonalData(type, new HashSet<>())))
        .and(describe("are about a patient", type -> !aboutNobody.contains(type.getSimpleName())))
        .should()
        .beAssignableTo(ConcernsPatient.class);
  }

  private static boolean isStored(JavaClass type) {
    return isEvent(type)
        || type.isAnnotatedWith(AggregateRoot.class)
        || type.getMethods().stream()
            .anyMatch(method -> method.isAnnotatedWith(SagaEventHandler.class));
  }

  private static boolean holdsPersonalData(JavaClass type, Set<String> seen) {
    return seen.add(type.getName())
        && type.getFields().stream()
            .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
            .anyMatch(
                field ->
                    field.isAnnotatedWith(PersonalData.class)
                        || field.getAllInvolvedRawTypes().stream()
                            .filter(part -> part.getPackageName().startsWith("health.vigil"))
                            .anyMatch(part -> holdsPersonalData(part, seen)));
  }

  /**
   * A resource method that makes its answer itself says of which media type that is: of a method
   * that does not say it, whatever media type is asked for is served.
   */
  static ArchRule answersSayWhatTheyAre() {
    return methods()
        .that()
        .areMetaAnnotatedWith("jakarta.ws.rs.HttpMethod")
        .and(describe("make their answer themselves", Rules::returnsResponse))
        .should()
        .beAnnotatedWith(PRODUCES)
        .orShould()
        .beDeclaredInClassesThat(
            describe("say it for all their methods", type -> type.isAnnotatedWith(PRODUCES)));
  }

  private static boolean returnsResponse(JavaMethod method) {
    return method.getReturnType().getAllInvolvedRawTypes().stream()
        .anyMatch(type -> type.getName().equals("jakarta.ws.rs.core.Response"));
  }

  /** What Axon offers and what loses events or decides on stale state. */
  static ArchRule avoidsTraps() {
    DescribedPredicate<JavaClass> traps =
        describe(
            "are traps",
            type ->
                Set.of(
                        "org.axonframework.eventhandling.SubscribingEventProcessor",
                        "org.axonframework.eventhandling.LoggingErrorHandler",
                        "org.axonframework.eventsourcing.CachingEventSourcingRepository",
                        "org.axonframework.serialization.JavaSerializer",
                        "org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine")
                    .contains(type.getName()));
    return noClasses()
        .that()
        .resideInAPackage("health.vigil..")
        .should()
        .dependOnClassesThat(traps);
  }
}
