package health.vigil.projection.testlog;

import health.vigil.alert.AlertEvent;
import health.vigil.appointment.AppointmentEvent;
import health.vigil.appointment.CalendarEvent;
import health.vigil.monitoring.MonitoringEvent;
import health.vigil.patient.MrnClaimEvent;
import health.vigil.patient.PatientEvent;
import health.vigil.stay.StayEvent;
import health.vigil.ward.BedEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;

/** Numbers the events of every stream. */
public final class LogWriter {
  private record Stream(String type, String id) {}

  private final List<List<DomainEventMessage<?>>> appends = new ArrayList<>();
  private final Map<Stream, Long> next = new HashMap<>();
  private final long seed;
  private int events;

  /** Event identifiers are derived from {@code seed}. */
  public LogWriter(long seed) {
    this.seed = seed;
  }

  void append(Instant at, Object... facts) {
    append(at, Arrays.asList(facts));
  }

  /** Adds one append; each fact is the next of its own stream. */
  public List<DomainEventMessage<?>> append(Instant at, List<?> facts) {
    List<DomainEventMessage<?>> messages = new ArrayList<>();
    for (Object fact : facts) {
      messages.add(message(at, fact));
    }
    appends.add(messages);
    return messages;
  }

  int events() {
    return events;
  }

  GeneratedLog log() {
    return new GeneratedLog(appends);
  }

  private DomainEventMessage<?> message(Instant at, Object fact) {
    Stream stream = streamOf(fact);
    long sequence = next.merge(stream, 1L, Long::sum) - 1;
    String name = seed + "#" + events++;
    return new GenericDomainEventMessage<>(
        stream.type(),
        stream.id(),
        sequence,
        fact,
        MetaData.with("actor", "generated"),
        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString(),
        at);
  }

  private static Stream streamOf(Object fact) {
    if (fact instanceof PatientEvent patient) {
      return new Stream("Patient", patient.patientId().value());
    } else if (fact instanceof MrnClaimEvent claim) {
      return new Stream("MrnClaim", claim.mrnClaimId().value());
    } else if (fact instanceof StayEvent stay) {
      return new Stream("Stay", stay.stayId().value());
    } else if (fact instanceof BedEvent bed) {
      return new Stream("Bed", bed.bed().value());
    } else if (fact instanceof MonitoringEvent monitoring) {
      return new Stream("Monitoring", monitoring.monitoringId().value());
    } else if (fact instanceof AlertEvent alert) {
      return new Stream("Alert", alert.alertId().value());
    } else if (fact instanceof AppointmentEvent appointment) {
      return new Stream("Appointment", appointment.appointmentId().value());
    } else if (fact instanceof CalendarEvent calendar) {
      return new Stream("Calendar", calendar.calendarId().value());
    }
    throw new IllegalArgumentException("no stream is known for " + fact.getClass());
  }
}
