package health.vigil.axon.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.axon.example.Faults;
import health.vigil.axon.example.ParcelCommand.DeliverParcel;
import health.vigil.axon.example.ParcelCommand.SendParcel;
import health.vigil.axon.example.ParcelId;
import health.vigil.axon.processor.DeadLetters;
import health.vigil.axon.processor.ParkedLetter;
import health.vigil.store.PostgresLog;
import health.vigil.store.RecordedEvent;
import io.quarkus.test.QuarkusUnitTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The rule for commands that sagas and deadlines send. */
class ReactionsComponentTest {

  @RegisterExtension static final QuarkusUnitTest APPLICATION = Example.application();

  private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");
  private static final String WATCH = "parcel-watch";
  private static final String WATCHES =
      "SELECT count(*) FROM vigil.saga_associations WHERE association_value = ?";
  private static final String PICK =
      "UPDATE vigil.scheduled_tasks SET picked = true, picked_by = 'a dead node',"
          + " last_heartbeat = now() + interval '1 hour'"
          + " WHERE convert_from(task_data, 'UTF8') LIKE ?";

  @Inject CommandGateway commands;
  @Inject DeadLetters letters;
  @Inject Faults faults;
  @Inject PostgresLog log;
  @Inject DataSource dataSource;

  @Test
  void anEventThatIsHandledAgainHasItsEffectInTheLogOnce() {
    String label = "fragile " + UUID.randomUUID();
    faults.breakAt("watch/" + label);
    ParcelId parcel = sent(label, FAR);

    soon().until(() -> faults.visits("watch/" + label) >= 2);
    assertThat(reminders(parcel))
        .as("both commands are in the log although the batch rolled back twice")
        .hasSize(2);
    faults.mend("watch/" + label);
    retryWhatWasParked(parcel);
    soon().until(() -> faults.visits("watch/" + label) >= 3);

    assertThat(reminders(parcel))
        .extracting(RecordedEvent::payload)
        .satisfiesExactly(
            first -> assertThat(first).contains("\"fragile\""),
            second -> assertThat(second).contains("\"really fragile\""));
    assertThat(reminders(parcel).get(0).metadata())
        .contains("\"reaction\":\"WhenParcelIsLateThenRemind\"")
        .contains("\"causationId\":\"" + first(parcel).eventIdentifier() + "\"")
        .contains("WhenParcelIsLateThenRemind/");
  }

  @Test
  void aFailedCommandThatNobodyLookedAtFailsTheEvent() {
    ParcelId parcel = sent("careless " + UUID.randomUUID(), FAR);

    soon().until(() -> !parked(parcel).isEmpty());

    assertThat(parked(parcel).get(0).cause()).endsWith("ReactionFailed");
  }

  @Test
  void anEventPublishedBySagaIsRefused() {
    ParcelId parcel = sent("rogue " + UUID.randomUUID(), FAR);

    soon().until(() -> !parked(parcel).isEmpty());

    assertThat(parked(parcel).get(0).cause()).endsWith("IllegalStateException");
    assertThat(reminders(parcel)).isEmpty();
  }

  @Test
  void aDeadlineThatIsHandledAgainHasItsEffectInTheLogOnce() {
    ParcelId parcel = new ParcelId(UUID.randomUUID().toString());
    faults.breakAt("late/" + parcel);
    send(parcel, "slow " + parcel, Instant.now().plusMillis(300));

    soon().until(() -> faults.visits("late/" + parcel) >= 2);
    assertThat(reminders(parcel)).hasSize(1);
    faults.mend("late/" + parcel);
    int visits = faults.visits("late/" + parcel);
    soon().until(() -> faults.visits("late/" + parcel) > visits);

    assertThat(reminders(parcel)).hasSize(1);
    assertThat(reminders(parcel).get(0).metadata())
        .contains("/deadline/")
        .contains("\"causationId\":\"" + first(parcel).eventIdentifier() + "\"")
        .contains("\"actor\":\"nurse-7\"")
        .contains("\"traceId\":\"trace of " + parcel + "\"");
  }

  @Test
  void aDeadlineThatWasCancelledInTheSagaDoesNotFire() {
    ParcelId late = new ParcelId(UUID.randomUUID().toString());
    ParcelId punctual = new ParcelId(UUID.randomUUID().toString());
    Instant due = Instant.now().plus(Duration.ofSeconds(2));
    send(punctual, "punctual " + punctual, due);
    commands.sendAndWait(new DeliverParcel(punctual, Instant.now()));
    send(late, "late " + late, due);

    soon().until(() -> !reminders(late).isEmpty());

    assertThat(reminders(punctual)).isEmpty();
    assertThat(faults.visits("late/" + punctual)).isZero();
  }

  @Test
  void aDeadlineThatADeadNodeWasHandlingCanBeCancelled() throws SQLException {
    ParcelId parcel = sent("held " + UUID.randomUUID(), FAR);
    soon().until(() -> count(WATCHES, parcel.value()) == 1);
    assertThat(update(PICK, "%" + parcel + "%")).isEqualTo(1);

    commands.sendAndWait(new DeliverParcel(parcel, Instant.now()));

    soon().until(() -> count(WATCHES, parcel.value()) == 0);
    assertThat(parked(parcel)).isEmpty();
  }

  private int count(String sql, String parcel) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, parcel);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  private int update(String sql, String parcel) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, parcel);
      return statement.executeUpdate();
    }
  }

  private static ConditionFactory soon() {
    return Awaitility.await().atMost(Duration.ofSeconds(30));
  }

  private ParcelId sent(String label, Instant due) {
    ParcelId parcel = new ParcelId(UUID.randomUUID().toString());
    send(parcel, label, due);
    return parcel;
  }

  private void send(ParcelId parcel, String label, Instant due) {
    commands.sendAndWait(
        new SendParcel(parcel, label, BigDecimal.ONE, due),
        MetaData.from(Map.of("actor", "nurse-7", "traceId", "trace of " + parcel)));
  }

  private void retryWhatWasParked(ParcelId parcel) {
    if (!parked(parcel).isEmpty()) {
      assertThat(letters.retry(WATCH, parcel.value())).isTrue();
    }
  }

  private List<ParkedLetter> parked(ParcelId parcel) {
    return letters.letters(WATCH).stream()
        .filter(letter -> letter.sequence().equals(parcel.value()))
        .toList();
  }

  private RecordedEvent first(ParcelId parcel) {
    return log.eventLog().byStream(parcel.value(), 0, 1).get(0);
  }

  private List<RecordedEvent> reminders(ParcelId parcel) {
    return log.eventLog().byStream(parcel.value(), 0, 100).stream()
        .filter(event -> event.type().equals("CourierReminded"))
        .toList();
  }
}
