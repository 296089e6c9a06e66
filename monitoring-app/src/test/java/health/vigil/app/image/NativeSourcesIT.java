package health.vigil.app.image;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.app.image.NativeSources.Access;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * As far as this can be seen with no native builder: what the image would be built from has what is
 * reached by reflection, by service files and by name. Types that can not be resolved, and
 * reflection that nobody thought of, show only in a real build.
 */
class NativeSourcesIT {

  private static final NativeSources SOURCES =
      NativeSources.of(Path.of(System.getProperty("native.sources")));

  @Test
  void aggregates_sagas_and_handlers_are_reached_in_full() {
    assertThat(OnTheClassPath.handlers())
        .contains(
            "health.vigil.patient.Patient",
            "health.vigil.alert.WhenBreachThenAlert",
            "health.vigil.projection.ward.WardBoardProjection")
        .hasSizeGreaterThan(20);
    assertReachedInFull(OnTheClassPath.handlers());
  }

  @Test
  void commands_queries_deadlines_and_answers_are_reached_in_full() {
    assertThat(Closure.of(OnTheClassPath.messages()))
        .contains(
            "health.vigil.monitoring.MonitoringCommand$RecordVitalSigns",
            "health.vigil.alert.EscalationDue",
            "health.vigil.projection.ward.WardBoard$Row")
        .hasSizeGreaterThan(100);
    assertReachedInFull(Closure.of(OnTheClassPath.messages()));
  }

  @Test
  void events_are_reached_in_full() {
    assertThat(OnTheClassPath.events()).hasSizeGreaterThan(30);
    assertReachedInFull(Closure.of(OnTheClassPath.events()));
  }

  @Test
  void the_state_of_aggregates_and_sagas_is_reached_in_full() {
    assertThat(OnTheClassPath.keptState()).hasSizeGreaterThan(8);
    assertReachedInFull(Closure.of(OnTheClassPath.keptState()));
  }

  @Test
  void json_columns_of_read_models_are_reached_in_full() {
    assertThat(OnTheClassPath.jsonColumns()).isNotEmpty();
    assertReachedInFull(Closure.of(OnTheClassPath.jsonColumns()));
  }

  @Test
  void what_the_interface_reads_and_writes_is_reached_in_full() {
    assertThat(Closure.of(OnTheClassPath.bodies()))
        .contains("health.vigil.app.patient.RegistrationRequest")
        .hasSizeGreaterThan(40);
    assertReachedInFull(Closure.of(OnTheClassPath.bodies()));
    assertReachedInFull(
        List.of(
            "health.vigil.app.problem.Problem",
            "health.vigil.refusal.Refusal$FieldError",
            "health.vigil.app.stream.FrameWriter$Data"));
  }

  @Test
  void what_is_stored_for_axon_is_reached_in_full() {
    assertReachedInFull(OnTheClassPath.tokens());
    assertReachedInFull(
        List.of(
            "org.axonframework.eventhandling.GlobalSequenceTrackingToken",
            "org.axonframework.eventhandling.ReplayToken",
            "org.axonframework.eventhandling.MergedTrackingToken",
            "org.axonframework.eventhandling.tokenstore.ConfigToken",
            "org.axonframework.modelling.saga.SagaScopeDescriptor",
            "org.axonframework.modelling.command.AggregateScopeDescriptor",
            "org.axonframework.deadline.dbscheduler.DbSchedulerHumanReadableDeadlineDetails"));
  }

  @Test
  void every_provider_of_every_service_of_axon_can_be_made() {
    Map<String, List<String>> services = SOURCES.services("org.axonframework");

    assertThat(services).hasSizeGreaterThanOrEqualTo(7);
    services.forEach(
        (service, providers) -> {
          assertThat(SOURCES.hasResource("META-INF/services/" + service)).as(service).isTrue();
          assertReached(providers, Access::constructors);
        });
  }

  @Test
  void annotations_of_axon_can_be_asked() {
    assertThat(OnTheClassPath.axonAnnotations())
        .contains("org.axonframework.eventhandling.EventHandler");
    assertReached(OnTheClassPath.axonAnnotations(), Access::methods);
    assertReached(
        List.of(
            "org.axonframework.modelling.saga.PayloadAssociationResolver",
            "org.axonframework.modelling.saga.MetaDataAssociationResolver"),
        Access::constructors);
  }

  @Test
  void what_hapi_reads_and_writes_can_be_made_and_looked_into() {
    assertThat(FhirOnTheClassPath.model())
        .contains("org.hl7.fhir.r4.model.Observation", "org.hl7.fhir.r4.model.Quantity")
        .hasSizeGreaterThan(300);
    assertReached(FhirOnTheClassPath.model(), access -> access.constructors() && access.fields());
    assertReached(List.of("org.hl7.fhir.r4.hapi.ctx.FhirR4"), Access::constructors);
    assertThat(SOURCES.methods().get("org.hl7.fhir.r4.model.Meta")).contains("copy");
  }

  @Test
  void codes_of_fhir_can_be_read_and_written() {
    assertThat(FhirOnTheClassPath.codes())
        .contains("org.hl7.fhir.r4.model.Observation$ObservationStatus")
        .allSatisfy(
            code -> {
              assertThat(SOURCES.methods()).containsKey(code);
              assertThat(SOURCES.methods().get(code)).contains("toCode");
              assertReached(List.of(code + "EnumFactory"), Access::constructors);
            });
  }

  @Test
  void every_resource_of_fhir_is_known_by_name() {
    assertThat(FhirOnTheClassPath.resources())
        .hasSizeGreaterThan(140)
        .allSatisfy(name -> assertThat(SOURCES.reflection()).containsKey(name));
  }

  @Test
  void files_and_texts_of_hapi_are_there() {
    assertThat(SOURCES.hasResource("org/hl7/fhir/r4/hapi/model/fhirversion.properties")).isTrue();
    assertThat(SOURCES.hasResource("ca/uhn/fhir/hapi-fhir-base-build.properties")).isTrue();
    assertThat(SOURCES.hasBundle("ca.uhn.fhir.i18n.hapi-messages")).isTrue();
  }

  @Test
  void nothing_is_serialized_by_java() {
    assertThat(SOURCES.javaSerialization().path("types")).isEmpty();
  }

  @Test
  void libraries_that_axon_and_hapi_link_to_are_there() {
    assertThat(SOURCES.libraries())
        .extracting(library -> library.getFileName().toString())
        .anyMatch(name -> name.startsWith("io.projectreactor.reactor-core-"))
        .anyMatch(name -> name.startsWith("com.thoughtworks.xstream.xstream-"))
        .anyMatch(name -> name.startsWith("org.apache.commons.commons-collections4-"))
        .anyMatch(name -> name.startsWith("ca.uhn.hapi.fhir.hapi-fhir-structures-r4-"))
        .anyMatch(name -> name.startsWith("health.vigil.axon-quarkus-"));
  }

  @Test
  void the_builder_is_told_to_resolve_everything_and_to_fall_back_to_nothing() {
    assertThat(SOURCES.arguments())
        .contains("--link-at-build-time", "--no-fallback")
        .anyMatch(
            argument ->
                argument.startsWith("--features=")
                    && argument.contains("io.quarkus.runner.Feature"))
        .noneMatch(argument -> argument.startsWith("--initialize-at-run-time=health.vigil"));
    assertThat(SOURCES.resourceFiles()).contains("io/quarkus/runner/Feature.class");
  }

  private static void assertReachedInFull(Collection<String> classes) {
    assertReached(classes, Access.IN_FULL::equals);
  }

  private static void assertReached(Collection<String> classes, Predicate<Access> enough) {
    Access nothing = new Access(false, false, false);
    assertThat(classes)
        .filteredOn(name -> !enough.test(SOURCES.reflection().getOrDefault(name, nothing)))
        .as("not registered, or not enough of it")
        .isEmpty();
  }
}
