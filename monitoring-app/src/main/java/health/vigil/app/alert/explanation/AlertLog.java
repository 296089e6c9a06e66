package health.vigil.app.alert.explanation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.vigil.alert.AlertEvent.AlertRaised;
import health.vigil.alert.AlertId;
import health.vigil.app.log.Payloads;
import health.vigil.axon.command.Metadata;
import health.vigil.monitoring.MonitoringEvent;
import health.vigil.monitoring.MonitoringEvent.VitalSignsRecorded;
import health.vigil.monitoring.MonitoringId;
import health.vigil.monitoring.ObservationId;
import health.vigil.stay.StayEvent.StayPaused;
import health.vigil.stay.StayId;
import health.vigil.store.EventLog;
import health.vigil.store.RecordedEvent;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads from the log what an explanation tells, up to a position. */
@Singleton
class AlertLog {
  private static final int AT_ONCE = 500;

  private final EventLog log;
  private final MonitoringRows rows;
  private final Payloads payloads;
  private final ObjectMapper mapper;

  AlertLog(EventLog log, MonitoringRows rows, Payloads payloads, ObjectMapper mapper) {
    this.log = log;
    this.rows = rows;
    this.payloads = payloads;
    this.mapper = mapper;
  }

  long head() {
    return log.head();
  }

  /** Null when there is no such alert. */
  @Nullable AlertStory alert(AlertId alert, long upTo) {
    List<Fact> facts = stream(alert.value(), upTo);
    boolean known = !facts.isEmpty() && facts.get(0).event() instanceof AlertRaised;
    return known ? new AlertStory(facts) : null;
  }

  MonitoringStory monitoring(AlertStory alert, long upTo) {
    String stream = monitoring(alert.raised().stayId());
    return new MonitoringStory(facts(rows.around(stream, alert.edges(), alert.sets()), upTo));
  }

  SilenceStory silence(AlertStory alert, long upTo) {
    AlertRaised raised = alert.raised();
    long position = alert.facts().get(0).position();
    String stream = monitoring(raised.stayId());
    Predicate<Fact> inTime = fact -> !((MonitoringEvent) fact.event()).at().isAfter(raised.at());
    List<Fact> told =
        facts(rows.before(stream, position), position).stream()
            .filter(inTime)
            .sorted((one, other) -> Long.compare(other.sequence(), one.sequence()))
            .toList();
    int unseen = SilenceStory.unseen(told, raised.at());
    List<Fact> known = told.subList(unseen, told.size());
    ObservationId basis = known.isEmpty() ? null : SilenceStory.basis(known.get(0));
    List<Fact> later = facts(rows.after(stream, position, raised.at(), basis), upTo);
    return new SilenceStory(
        told.subList(0, unseen),
        known,
        pause(raised, position, known),
        lateSets(later, raised),
        changes(later, basis));
  }

  private @Nullable Fact pause(AlertRaised raised, long before, List<Fact> known) {
    Fact last = null;
    for (Fact fact : stream(raised.stayId().value(), before)) {
      if (fact.event() instanceof StayPaused pause
          && !pause.at().isAfter(raised.at())
          && !SilenceStory.isUnseen(fact, known, raised.at())) {
        last = fact;
      }
    }
    return last;
  }

  private static List<KnownSet> lateSets(List<Fact> later, AlertRaised raised) {
    return later.stream()
        .filter(fact -> fact.event() instanceof VitalSignsRecorded)
        .map(fact -> KnownSet.of(changes(later, MonitoringStory.set(fact))))
        .filter(Objects::nonNull)
        .filter(set -> set.retraction() == null && !set.measuredAt().isAfter(raised.at()))
        .toList();
  }

  private static List<Fact> changes(List<Fact> later, @Nullable ObservationId of) {
    return later.stream()
        .filter(fact -> of != null && of.equals(MonitoringStory.set(fact)))
        .toList();
  }

  private List<Fact> stream(String stream, long upTo) {
    List<Fact> facts = new ArrayList<>();
    List<RecordedEvent> some;
    long from = 0;
    do {
      some = log.byStream(stream, from, AT_ONCE);
      facts.addAll(facts(some, upTo));
      from += some.size();
    } while (some.size() == AT_ONCE);
    return facts;
  }

  private List<Fact> facts(List<RecordedEvent> events, long upTo) {
    return events.stream().filter(event -> event.position() <= upTo).map(this::fact).toList();
  }

  private Fact fact(RecordedEvent event) {
    return new Fact(
        event.position(),
        event.sequence(),
        event.recordedAt(),
        event.type(),
        actor(event),
        payloads.read(event));
  }

  private @Nullable String actor(RecordedEvent event) {
    try {
      return mapper.readTree(event.metadata()).path(Metadata.ACTOR).textValue();
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("the log holds metadata as JSON", impossible);
    }
  }

  private static String monitoring(StayId stay) {
    return MonitoringId.of(stay).value();
  }
}
