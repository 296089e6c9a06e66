package health.vigil.app.log;

import health.vigil.axon.command.CommandKey;
import health.vigil.monitoring.MonitoringEvent.ObservationPartRecorded;
import health.vigil.monitoring.MonitoringEvent.VitalSignsRecorded;
import health.vigil.monitoring.ObservationId;
import health.vigil.monitoring.vitals.Shares;
import health.vigil.monitoring.vitals.Vital;
import health.vigil.patient.PatientId;
import health.vigil.store.EventLog;
import health.vigil.store.RecordedEvent;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Finds what a message contributed to which set. */
@Singleton
public class MessageParts {
  private static final String PARTS =
      """
      SELECT event_identifier FROM vigil.events
      WHERE stream_id = ? AND payload_type = 'ObservationPartRecorded'
        AND payload ->> 'observationId' = ?
      """;

  private final DataSource dataSource;
  private final RecordedUnderKey recorded;
  private final EventLog log;
  private final Payloads payloads;

  MessageParts(DataSource dataSource, RecordedUnderKey recorded, EventLog log, Payloads payloads) {
    this.dataSource = dataSource;
    this.recorded = recorded;
    this.log = log;
    this.payloads = payloads;
  }

  /**
   * What a message contributed.
   *
   * @param told what it told of so far, amendments included
   * @param contested what other messages of the set told of
   * @param alone whether the set came as this one message
   */
  public record Share(
      PatientId patient, ObservationId set, Set<Vital> told, Set<Vital> contested, boolean alone) {}

  /** Empty when no set was recorded with this message. */
  public Optional<Share> find(CommandKey message) {
    String id = message.eventIdentifier(0);
    for (RecordedEvent event : recorded.find(message)) {
      Object payload = payloads.read(event);
      if (payload instanceof VitalSignsRecorded set && set.observationId().value().equals(id)) {
        return Optional.of(first(set, parts(event.streamId(), set.observationId())));
      }
      if (payload instanceof ObservationPartRecorded part && part.part().value().equals(id)) {
        return Optional.of(further(part, parts(event.streamId(), part.observationId())));
      }
    }
    return Optional.empty();
  }

  private static Share first(VitalSignsRecorded set, List<ObservationPartRecorded> parts) {
    String id = set.observationId().value();
    Set<Vital> told = Shares.told(set.values());
    told.removeAll(toldByOthers(id, parts));
    told.addAll(told(id, parts));
    boolean alone = parts.stream().allMatch(part -> part.part().value().equals(id));
    return new Share(set.patientId(), set.observationId(), told, toldByOthers(id, parts), alone);
  }

  private static Share further(ObservationPartRecorded part, List<ObservationPartRecorded> parts) {
    String id = part.part().value();
    return new Share(
        part.patientId(), part.observationId(), told(id, parts), toldByOthers(id, parts), false);
  }

  private static Set<Vital> told(String id, List<ObservationPartRecorded> parts) {
    return vitals(parts.stream().filter(part -> part.part().value().equals(id)));
  }

  private static Set<Vital> toldByOthers(String id, List<ObservationPartRecorded> parts) {
    return vitals(parts.stream().filter(part -> !part.part().value().equals(id)));
  }

  private static Set<Vital> vitals(Stream<ObservationPartRecorded> parts) {
    Set<Vital> vitals = EnumSet.noneOf(Vital.class);
    parts.forEach(part -> vitals.addAll(part.vitals()));
    return vitals;
  }

  private List<ObservationPartRecorded> parts(String stream, ObservationId set) {
    List<String> identifiers = identifiers(stream, set);
    return identifiers.isEmpty()
        ? List.of()
        : log.findByIdentifiers(identifiers).stream()
            .map(event -> (ObservationPartRecorded) payloads.read(event))
            .toList();
  }

  private List<String> identifiers(String stream, ObservationId set) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(PARTS)) {
      statement.setString(1, stream);
      statement.setString(2, set.value());
      List<String> found = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(row.getString(1));
        }
      }
      return found;
    } catch (SQLException broken) {
      throw new EventStoreException("The log could not be read", broken);
    }
  }
}
