package health.vigil.monitoring;

import static health.vigil.fixture.Patients.ADA;
import static health.vigil.fixture.VitalSignsFixture.nothing;
import static health.vigil.fixture.VitalSignsFixture.scoring0;
import static health.vigil.fixture.VitalSignsFixture.scoring3InOne;
import static health.vigil.fixture.VitalSignsFixture.scoring5;
import static health.vigil.fixture.VitalSignsFixture.scoring7;
import static health.vigil.fixture.VitalSignsFixture.well;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import health.vigil.fixture.DomainJson;
import health.vigil.fixture.Stays;
import health.vigil.monitoring.MonitoringCommand.CorrectObservation;
import health.vigil.monitoring.MonitoringCommand.RecordVitalSigns;
import health.vigil.monitoring.MonitoringCommand.RetractObservation;
import health.vigil.monitoring.MonitoringCommand.SetMonitoringPlan;
import health.vigil.monitoring.MonitoringEvent.BreachBegan;
import health.vigil.monitoring.MonitoringEvent.BreachEnded;
import health.vigil.monitoring.MonitoringEvent.BreachLevelChanged;
import health.vigil.monitoring.MonitoringEvent.MonitoringStarted;
import health.vigil.monitoring.MonitoringEvent.ObservationCorrected;
import health.vigil.monitoring.MonitoringEvent.ObservationRetracted;
import health.vigil.monitoring.MonitoringEvent.VitalSignsRecorded;
import health.vigil.monitoring.score.Band;
import health.vigil.monitoring.vitals.Vital;
import health.vigil.monitoring.vitals.VitalSigns;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.SimpleEventBus;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregate;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;

/** Whatever is recorded, corrected, retracted and planned, in whatever order. */
class AnyCourseTest {
  private static final Instant NINE = AdasStay.at("09:00");
  private static final AggregateModel<Monitoring> MODEL =
      AnnotatedAggregateMetaModelFactory.inspectAggregate(Monitoring.class);

  private enum Act {
    RECORD,
    CORRECT,
    RETRACT,
    PLAN
  }

  /**
   * @param which of the sets so far is meant, counted back
   * @param behind how many minutes before it arrives a set is measured
   */
  record Step(Act act, VitalSigns values, int which, int behind, MonitoringPlan plan) {}

  private static final class Ward {
    private final List<Object> events = new ArrayList<>();
    private final Monitoring monitoring = new Monitoring();
    private final AnnotatedAggregate<Monitoring> stay;
    private int sets;
    private int minute;
    private long revision;

    Ward() {
      SimpleEventBus bus = SimpleEventBus.builder().build();
      bus.subscribe(batch -> batch.stream().map(EventMessage::getPayload).forEach(events::add));
      stay = AnnotatedAggregate.initialize(monitoring, MODEL, bus);
      Instant due = NINE.plus(Duration.ofHours(1));
      stay.execute(
          m ->
              m.start(
                  new MonitoringStarted(
                      AdasStay.MONITORING, ADA, Stays.ADAS_STAY, Stays.NORTH_1, NINE, due, NINE)));
    }

    Ward after(List<Step> steps) {
      for (Step step : steps) {
        minute++;
        stay.execute(m -> act(m, step));
      }
      return this;
    }

    /** As the handler of the commands does, it asks the log first. */
    private void act(Monitoring m, Step step) {
      boolean ofOne = step.act() == Act.CORRECT || step.act() == Act.RETRACT;
      if (ofOne && (sets == 0 || isRetracted(meant(step)))) {
        return;
      }
      switch (step.act()) {
        case RECORD -> m.record(record(step), AgeGroup.ADULT, MonitoringRules.STANDARD);
        case CORRECT -> m.correct(correct(step), AgeGroup.ADULT, MonitoringRules.STANDARD);
        case RETRACT -> m.retract(retract(step), MonitoringRules.STANDARD);
        case PLAN -> revision = m.set(plan(step), MonitoringRules.STANDARD);
      }
    }

    private boolean isRetracted(ObservationId id) {
      return events.stream()
          .anyMatch(
              event ->
                  event instanceof ObservationRetracted retracted
                      && retracted.observationId().equals(id));
    }

    private RecordVitalSigns record(Step step) {
      return AdasStay.record(ADA, "set" + sets++, step.values(), measuredAt(step), now());
    }

    private CorrectObservation correct(Step step) {
      return new CorrectObservation(
          ADA, meant(step), step.values(), measuredAt(step), "wrong", now());
    }

    private RetractObservation retract(Step step) {
      return new RetractObservation(ADA, meant(step), "wrong", null, null, now());
    }

    private SetMonitoringPlan plan(Step step) {
      return new SetMonitoringPlan(ADA, step.plan(), revision, now());
    }

    private ObservationId meant(Step step) {
      return AdasStay.set("set" + Math.max(0, sets - 1 - step.which()));
    }

    private Instant now() {
      return NINE.plus(Duration.ofMinutes(60L + minute));
    }

    private Instant measuredAt(Step step) {
      return now().minus(Duration.ofMinutes(step.behind()));
    }
  }

  @Property(tries = 200)
  void whatIsReplayedStandsWhereItStood(@ForAll("steps") @Size(max = 40) List<Step> steps)
      throws JsonProcessingException {
    Ward ward = new Ward().after(steps);
    Monitoring replayed = new Monitoring();
    ward.events.forEach(
        event -> MODEL.publish(GenericEventMessage.asEventMessage(event), replayed));

    assertThat(json(replayed)).isEqualTo(json(ward.monitoring));
  }

  @Property(tries = 200)
  void theEdgesOfARuleAlternateAndItsEpisodesAreCounted(
      @ForAll("steps") @Size(max = 40) List<Step> steps) {
    Map<BreachRule, Band> open = new HashMap<>();
    Map<BreachRule, Integer> episodes = new HashMap<>();
    for (Object event : new Ward().after(steps).events) {
      if (event instanceof BreachBegan began) {
        assertThat(open.put(began.rule(), began.level())).isNull();
        assertThat(began.episode()).isEqualTo(episodes.merge(began.rule(), 1, Integer::sum));
      } else if (event instanceof BreachLevelChanged changed) {
        assertThat(changed.from()).isNotEqualTo(changed.level());
        assertThat(open.put(changed.rule(), changed.level())).isEqualTo(changed.from());
        assertThat(changed.episode()).isEqualTo(episodes.get(changed.rule()));
      } else if (event instanceof BreachEnded ended) {
        assertThat(open.remove(ended.rule())).isNotNull();
        assertThat(ended.episode()).isEqualTo(episodes.get(ended.rule()));
      }
    }
  }

  @Property(tries = 200)
  void nothingRestsOnWhatIsRetracted(@ForAll("steps") @Size(max = 40) List<Step> steps) {
    Set<ObservationId> gone = new HashSet<>();
    for (Object event : new Ward().after(steps).events) {
      if (event instanceof ObservationRetracted retracted) {
        gone.add(retracted.observationId());
        assertThat(gone).doesNotContain(retracted.status().basis());
      } else if (event instanceof VitalSignsRecorded recorded) {
        assertThat(gone).doesNotContain(recorded.status().basis());
      } else if (event instanceof ObservationCorrected corrected) {
        assertThat(gone).doesNotContain(corrected.status().basis());
      } else if (event instanceof BreachBegan began) {
        assertThat(gone).doesNotContain(began.basis());
      }
    }
  }

  @Property(tries = 200)
  void afterTheStayNothingIsDueAndNothingBegins(
      @ForAll("steps") @Size(max = 20) List<Step> before,
      @ForAll("steps") @Size(max = 10) List<Step> after) {
    Ward ward = new Ward().after(before);
    ward.stay.execute(m -> m.stop(ward.now()));
    int stopped = ward.events.size();
    ward.after(after.stream().filter(step -> step.act() != Act.PLAN).toList());

    assertThat(ward.events.subList(stopped, ward.events.size()))
        .noneMatch(BreachBegan.class::isInstance)
        .filteredOn(VitalSignsRecorded.class::isInstance)
        .allSatisfy(
            event ->
                assertThat(((VitalSignsRecorded) event).status().nextObservationDue()).isNull());
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Act> act =
        Arbitraries.frequency(
            Tuple.of(12, Act.RECORD),
            Tuple.of(3, Act.CORRECT),
            Tuple.of(3, Act.RETRACT),
            Tuple.of(1, Act.PLAN));
    Arbitrary<Integer> behind =
        Arbitraries.frequencyOf(
            Tuple.of(6, Arbitraries.just(0)),
            Tuple.of(2, Arbitraries.integers().between(1, 10)),
            Tuple.of(1, Arbitraries.integers().between(50, 130)));
    return Combinators.combine(
            act, values(), Arbitraries.integers().between(0, 20), behind, plans())
        .as(Step::new)
        .list();
  }

  private static Arbitrary<VitalSigns> values() {
    return Arbitraries.of(
        scoring0(),
        scoring3InOne(),
        scoring5(),
        scoring7(),
        nothing().set(),
        nothing().pulse("131").set(),
        nothing().pulse("131").respirationRate("25").set(),
        well().without(Vital.TEMPERATURE).set(),
        well().oxygenSaturation("89").set());
  }

  private static Arbitrary<MonitoringPlan> plans() {
    return Arbitraries.of(
        MonitoringPlan.STANDARD,
        Plans.scale2(),
        Plans.scoringOff(),
        Plans.limits(Vital.PULSE, "60", "100"));
  }

  private static String json(Monitoring monitoring) throws JsonProcessingException {
    return DomainJson.mapper().writeValueAsString(monitoring);
  }
}
