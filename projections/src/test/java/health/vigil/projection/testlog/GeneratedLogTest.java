package health.vigil.projection.testlog;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.alert.AlertEvent;
import health.vigil.appointment.AppointmentEvent;
import health.vigil.appointment.CalendarEvent;
import health.vigil.monitoring.MonitoringEvent;
import health.vigil.patient.MrnClaimEvent;
import health.vigil.patient.PatientEvent;
import health.vigil.stay.StayEvent;
import health.vigil.ward.BedEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.junit.jupiter.api.Test;

class GeneratedLogTest {
  private static final GeneratedLog LOG = GeneratedLog.of(1, 20_000);

  @Test
  void the_same_seed_gives_the_same_log() {
    assertThat(facts(GeneratedLog.of(1, 20_000))).isEqualTo(facts(LOG));
  }

  @Test
  void another_seed_gives_another_log() {
    assertThat(facts(GeneratedLog.of(2, 20_000))).isNotEqualTo(facts(LOG));
  }

  @Test
  void every_kind_of_event_occurs() {
    assertThat(facts(LOG).stream().map(Object::getClass).collect(Collectors.toSet()))
        .containsAll(
            Stream.of(
                    PatientEvent.class,
                    MrnClaimEvent.class,
                    StayEvent.class,
                    BedEvent.class,
                    MonitoringEvent.class,
                    AlertEvent.class,
                    AppointmentEvent.class,
                    CalendarEvent.class)
                .flatMap(family -> Stream.of(family.getPermittedSubclasses()))
                .toList());
  }

  @Test
  void every_stream_is_numbered_without_gaps() {
    Map<String, Long> next = new HashMap<>();
    for (List<DomainEventMessage<?>> append : LOG.appends()) {
      for (DomainEventMessage<?> event : append) {
        long expected = next.merge(event.getAggregateIdentifier(), 1L, Long::sum) - 1;
        assertThat(event.getSequenceNumber()).isEqualTo(expected);
      }
    }
  }

  private static List<?> facts(GeneratedLog log) {
    return log.appends().stream()
        .flatMap(Collection::stream)
        .map(EventMessage::getPayload)
        .toList();
  }
}
