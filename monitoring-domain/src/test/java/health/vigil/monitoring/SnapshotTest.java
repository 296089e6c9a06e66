package health.vigil.monitoring;

import static health.vigil.fixture.VitalSignsFixture.nothing;
import static health.vigil.fixture.VitalSignsFixture.scoring0;
import static health.vigil.fixture.VitalSignsFixture.scoring7;
import static health.vigil.fixture.VitalSignsFixture.well;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.vigil.fixture.DomainJson;
import health.vigil.fixture.Patients;
import health.vigil.fixture.Stays;
import health.vigil.fixture.VitalSignsFixture;
import health.vigil.monitoring.MonitoringCommand.RecordVitalSigns;
import health.vigil.monitoring.MonitoringCommand.RetractObservation;
import health.vigil.monitoring.MonitoringCommand.SetMonitoringPlan;
import health.vigil.monitoring.MonitoringEvent.MonitoringStarted;
import health.vigil.monitoring.score.OxygenSaturationScale;
import health.vigil.monitoring.vitals.NotMeasuredReason;
import health.vigil.monitoring.vitals.Vital;
import health.vigil.monitoring.vitals.VitalSigns;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.SimpleEventBus;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregate;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.junit.jupiter.api.Test;

/** What is kept of a stay beside its events is small, however long the stay. */
class SnapshotTest {
  private static final int KIB = 1024;
  private static final Instant NINE = AdasStay.at("09:00");

  private final ObjectMapper mapper = DomainJson.mapper();
  private final AggregateModel<Monitoring> model =
      AnnotatedAggregateMetaModelFactory.inspectAggregate(Monitoring.class);
  private final SimpleEventBus bus = SimpleEventBus.builder().build();

  @Test
  void staysUnder8KiBAfter100000Sets() throws JsonProcessingException {
    Monitoring monitoring = new Monitoring();
    AnnotatedAggregate<Monitoring> stay = started(monitoring);
    List<VitalSigns> course =
        List.of(scoring0(), scoring7(), nothing().pulse("72").set(), well().pulse("95").set());
    for (int i = 0; i < 100_000; i++) {
      RecordVitalSigns command = minute(i, course.get(i % course.size()));
      stay.execute(m -> m.record(command, AgeGroup.ADULT, MonitoringRules.STANDARD));
      if (i % 1_000 == 0) {
        stay.execute(m -> m.retract(retraction(command), MonitoringRules.STANDARD));
      }
    }

    assertThat(bytes(monitoring)).isLessThan(8 * KIB);
  }

  @Test
  void staysUnder8KiBWithEveryLimitBreachedByAnotherSet() throws JsonProcessingException {
    Monitoring monitoring = new Monitoring();
    AnnotatedAggregate<Monitoring> stay = started(monitoring);
    stay.execute(m -> m.set(everythingLimited(), MonitoringRules.STANDARD));
    List<VitalSigns> breaches =
        List.of(
            everything().with(Vital.RESPIRATION_RATE, "99.12345678901234567").set(),
            everything().with(Vital.OXYGEN_SATURATION, "12.12345678901234567").set(),
            everything().with(Vital.SYSTOLIC_BLOOD_PRESSURE, "299.1234567890123456").set(),
            everything().with(Vital.DIASTOLIC_BLOOD_PRESSURE, "199.1234567890123456").set(),
            everything().with(Vital.PULSE, "299.12345678901234567").set(),
            everything().with(Vital.TEMPERATURE, "45.123456789012345678").set());
    for (int i = 0; i < 60; i++) {
      RecordVitalSigns command =
          minute(i, i < breaches.size() ? breaches.get(i) : everything().set());
      stay.execute(m -> m.record(command, AgeGroup.ADULT, MonitoringRules.STANDARD));
    }

    assertThat(bytes(monitoring)).isLessThan(8 * KIB);
  }

  @Test
  void aStayGoesOnFromItAsIfNothingHadBeen() throws JsonProcessingException {
    Monitoring original = new Monitoring();
    AnnotatedAggregate<Monitoring> stay = started(original);
    for (int i = 0; i < 40; i++) {
      RecordVitalSigns command = minute(i, i == 39 ? scoring7() : scoring0());
      stay.execute(m -> m.record(command, AgeGroup.ADULT, MonitoringRules.STANDARD));
    }
    String snapshot = mapper.writeValueAsString(original);
    Monitoring restored = mapper.readValue(snapshot, Monitoring.class);

    assertThat(mapper.writeValueAsString(restored)).isEqualTo(snapshot);
    RetractObservation command = retraction(minute(39, scoring7()));
    assertThat(eventsOf(restored, command)).isEqualTo(eventsOf(original, command)).hasSize(2);
  }

  private List<Object> eventsOf(Monitoring monitoring, RetractObservation command) {
    List<Object> events = new ArrayList<>();
    SimpleEventBus heard = SimpleEventBus.builder().build();
    heard.subscribe(batch -> batch.stream().map(EventMessage::getPayload).forEach(events::add));
    AnnotatedAggregate.initialize(monitoring, model, heard)
        .execute(m -> m.retract(command, MonitoringRules.STANDARD));
    return events;
  }

  private AnnotatedAggregate<Monitoring> started(Monitoring monitoring) {
    AnnotatedAggregate<Monitoring> stay = AnnotatedAggregate.initialize(monitoring, model, bus);
    stay.execute(
        m ->
            m.start(
                new MonitoringStarted(
                    AdasStay.MONITORING,
                    Patients.ADA,
                    Stays.ADAS_STAY,
                    Stays.NORTH_1,
                    NINE,
                    NINE.plus(Duration.ofHours(1)),
                    NINE)));
    return stay;
  }

  private static RecordVitalSigns minute(int i, VitalSigns values) {
    Instant at = NINE.plus(Duration.ofMinutes(i));
    return AdasStay.record(Patients.ADA, new UUID(7, i).toString(), values, at, at);
  }

  private static RetractObservation retraction(RecordVitalSigns recorded) {
    return new RetractObservation(
        Patients.ADA, recorded.observationId(), "wrong", null, null, recorded.at());
  }

  private static SetMonitoringPlan everythingLimited() {
    Map<Vital, Limit> limits = new EnumMap<>(Vital.class);
    for (Vital vital : Vital.values()) {
      if (vital.range() != null) {
        limits.put(vital, Plans.limit("11.12345678901234567", "98.12345678901234567"));
      }
    }
    limits.put(Vital.TEMPERATURE, Plans.limit("11.12345678901234567", "48.1234567890123456"));
    MonitoringPlan plan =
        new MonitoringPlan(
            OxygenSaturationScale.SCALE_2,
            Scoring.NEWS2,
            Duration.ofHours(4),
            limits,
            NINE,
            "x".repeat(1_000));
    return new SetMonitoringPlan(Patients.ADA, plan, 0, NINE);
  }

  /** Long numbers, and every text that a set can hold. */
  private static VitalSignsFixture everything() {
    return nothing()
        .notMeasured(Vital.CONSCIOUSNESS, NotMeasuredReason.DEVICE_FAULT)
        .oxygenDevice("X".repeat(40))
        .flow("2.12345678901234567890");
  }

  private int bytes(Monitoring monitoring) throws JsonProcessingException {
    return mapper.writeValueAsString(monitoring).getBytes(StandardCharsets.UTF_8).length;
  }
}
