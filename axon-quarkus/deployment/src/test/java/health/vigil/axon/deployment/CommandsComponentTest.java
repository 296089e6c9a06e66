package health.vigil.axon.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.vigil.axon.command.CommandKey;
import health.vigil.axon.example.AlreadyDelivered;
import health.vigil.axon.example.FindOnShelf;
import health.vigil.axon.example.ParcelCommand.DeliverParcel;
import health.vigil.axon.example.ParcelCommand.ForwardParcels;
import health.vigil.axon.example.ParcelCommand.SendParcel;
import health.vigil.axon.example.ParcelCommand.TouchParcel;
import health.vigil.axon.example.ParcelEvent.ParcelDelivered;
import health.vigil.axon.example.ParcelId;
import health.vigil.axon.example.ShelfEntry;
import health.vigil.axon.processor.ProcessorPositions;
import health.vigil.axon.processor.Replay;
import health.vigil.axon.processor.Stretch;
import health.vigil.axon.transaction.JtaTransactionManager;
import health.vigil.store.EventLog;
import health.vigil.store.PostgresLog;
import health.vigil.store.RecordedEvent;
import io.quarkus.test.QuarkusUnitTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CommandsComponentTest {

  @RegisterExtension static final QuarkusUnitTest APPLICATION = Example.application();

  private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

  @Inject CommandGateway commands;
  @Inject QueryGateway queries;
  @Inject ProcessorPositions positions;
  @Inject Replay replay;
  @Inject JtaTransactionManager transactions;
  @Inject DataSource dataSource;
  @Inject EventStorageEngine engine;
  @Inject PostgresLog log;

  @Test
  void aCommandReachesTheLogUnderLogicalNamesAndTheReadModelWithBeansAsParameters() {
    ParcelId parcel = sent("book");

    RecordedEvent event = stream(parcel).get(0);
    assertThat(event.type()).isEqualTo("ParcelSent");
    assertThat(event.revision()).isEqualTo("1");
    assertThat(event.payload()).contains("\"weight\":1.250").contains("\"due\":\"2100-01-01T");
    assertThat(onShelf(parcel)).isEqualTo(new ShelfEntry(true, "everybody pays 5", false));
  }

  @Test
  void eventIdentifiersFollowFromTheKeyOverAllStreamsOfAnAppend() {
    ParcelId one = sent("one");
    ParcelId two = sent("two");
    CommandKey key = CommandKey.random();

    commands.sendAndWait(keyed(new ForwardParcels(List.of(one, two), "Bern"), key));

    List<RecordedEvent> forwarded =
        List.of(key.eventIdentifier(0), key.eventIdentifier(1)).stream()
            .flatMap(id -> events().findByIdentifiers(List.of(id)).stream())
            .toList();
    assertThat(forwarded).extracting(RecordedEvent::type).containsOnly("ParcelForwarded");
    assertThat(forwarded)
        .extracting(RecordedEvent::streamId)
        .containsExactlyInAnyOrder(one.value(), two.value());
    assertThat(forwarded).extracting(RecordedEvent::revision).containsOnly("2");
    assertThat(forwarded.get(0).metadata())
        .contains("\"commandKey\":\"" + key.value() + "\"")
        .contains("\"actor\":\"nurse-7\"")
        .contains("\"causationId\"")
        .contains("\"correlationId\"")
        .contains("\"traceId\"")
        .contains("\"office\":\"north\"");
  }

  @Test
  void anEventAppliedWithAKeyOfItsOwnIsInTheLogOnceUnderIt() {
    ParcelId one = sent("mine");
    ParcelId two = sent("yours");
    ForwardParcels both = new ForwardParcels(List.of(one, two), ForwardParcels.ONE_BY_ONE);
    commands.sendAndWait(both);

    assertThat(underOwnKey(one)).hasSize(1);
    assertThat(underOwnKey(two)).hasSize(1);
    assertThatThrownBy(() -> commands.sendAndWait(both))
        .isInstanceOf(org.axonframework.modelling.command.ConcurrencyException.class);
    assertThat(stream(one)).hasSize(2);
  }

  @Test
  void aCommandOverSeveralAggregatesIsAllOrNothing() {
    ParcelId one = sent("first");
    ParcelId missing = new ParcelId("zzz-missing");

    assertThatThrownBy(
            () -> commands.sendAndWait(new ForwardParcels(List.of(one, missing), "Bern")))
        .isInstanceOf(org.axonframework.modelling.command.AggregateNotFoundException.class);
    assertThat(stream(one)).hasSize(1);
  }

  @Test
  void theSameKeyAgainIsSuccessAndRecordsNothing() {
    ParcelId parcel = sent("letter");
    CommandKey key = CommandKey.random();
    DeliverParcel deliver = new DeliverParcel(parcel, FAR);

    commands.sendAndWait(keyed(deliver, key));
    Object again = commands.sendAndWait(keyed(deliver, key));

    assertThat(again).isNull();
    assertThat(stream(parcel)).hasSize(2);
  }

  @Test
  void aRefusalComesOutAsItIs() {
    ParcelId parcel = sent("postcard");
    commands.sendAndWait(new DeliverParcel(parcel, FAR));

    assertThatThrownBy(() -> commands.sendAndWait(new DeliverParcel(parcel, FAR)))
        .isInstanceOf(AlreadyDelivered.class);
  }

  @Test
  void whatAnotherNodeHasAppendedCountsInADecisionThatAppendsNothing() {
    ParcelId parcel = sent("contested");
    commands.sendAndWait(new TouchParcel(parcel, 1));

    engine.appendEvents(
        new GenericDomainEventMessage<>(
            "Parcel", parcel.value(), 2, new ParcelDelivered(parcel, FAR)));

    assertThatThrownBy(() -> commands.sendAndWait(new DeliverParcel(parcel, FAR)))
        .isInstanceOf(AlreadyDelivered.class);
    assertThat(commands.<Integer>sendAndWait(new TouchParcel(parcel, 1))).isEqualTo(2);
    assertThat(stream(parcel)).hasSize(4);
  }

  @Test
  void concurrentCommandsOnOneAggregateAllSucceed() {
    ParcelId parcel = sent("crowded");

    List<Integer> touched =
        java.util.stream.IntStream.range(0, 16)
            .parallel()
            .mapToObj(i -> commands.<Integer>sendAndWait(new TouchParcel(parcel, 1)))
            .toList();

    assertThat(touched).doesNotHaveDuplicates();
    assertThat(stream(parcel)).hasSize(17);
  }

  @Test
  void manyEventsLeadToASnapshotThatIsReadAgainByField() {
    ParcelId parcel = sent("heavy");
    commands.sendAndWait(new TouchParcel(parcel, 30));
    commands.sendAndWait(new TouchParcel(parcel, 1));

    Awaitility.await().until(() -> engine.readSnapshot(parcel.value()).isPresent());

    assertThat(engine.readSnapshot(parcel.value()).orElseThrow().getPayload()).isNotNull();
    assertThat(commands.<Integer>sendAndWait(new TouchParcel(parcel, 1))).isEqualTo(32);
  }

  @Test
  void aReplayRunsTheSameHandlersInTheCallersTransactionAndLeavesTheTokenAlone() {
    ParcelId parcel = sent("replayed");
    assertThat(onShelf(parcel).there()).isTrue();
    long position = positions.of("parcel-shelf");

    assertThatThrownBy(() -> replayed("parcel-shelf", position))
        .as("labels are unique: the handler writes the row once more")
        .hasMessageContaining("parcel-shelf can not handle ParcelSent at position ")
        .hasMessageNotContaining("replayed");
    ShelfEntry seen = transactions.fetchInTransaction(() -> emptied(parcel, position));

    assertThat(seen.there()).isTrue();
    assertThat(positions.of("parcel-shelf")).isEqualTo(position);
    assertThatThrownBy(() -> replayed("parcel-watch", position))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("sagas");
  }

  @Test
  void awaitingAPositionGivesUpWhenTheTimeIsUp() {
    assertThat(positions.await("parcel-shelf", Long.MAX_VALUE, Duration.ofMillis(50))).isFalse();
    assertThatThrownBy(() -> positions.of("nobody"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("parcel-shelf");
  }

  @Test
  void allOfThisWorksWithNoXStreamOnTheClassPath() {
    assertThatThrownBy(() -> Class.forName("com.thoughtworks.xstream.XStream"))
        .isInstanceOf(ClassNotFoundException.class);
  }

  private ParcelId sent(String label) {
    ParcelId parcel = new ParcelId(UUID.randomUUID().toString());
    commands.sendAndWait(
        new SendParcel(parcel, label + " " + parcel, new BigDecimal("1.250"), FAR));
    return parcel;
  }

  private ShelfEntry onShelf(ParcelId parcel) {
    assertThat(positions.await("parcel-shelf", positions.head(), Duration.ofSeconds(10))).isTrue();
    return queries.query(new FindOnShelf(parcel), ShelfEntry.class).join();
  }

  private ShelfEntry emptied(ParcelId parcel, long position) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM shelf");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    replayAll("parcel-shelf", position);
    return queries.query(new FindOnShelf(parcel), ShelfEntry.class).join();
  }

  private void replayed(String group, long position) {
    transactions.executeInTransaction(() -> replayAll(group, position));
  }

  private void replayAll(String group, long position) {
    try (Stretch stretch = replay.read(group, 0, position)) {
      replay.handle(group, stretch.next(Integer.MAX_VALUE));
      assertThat(stretch.reached()).isEqualTo(position);
    }
  }

  private EventLog events() {
    return log.eventLog();
  }

  private List<RecordedEvent> stream(ParcelId parcel) {
    return events().byStream(parcel.value(), 0, 100);
  }

  private List<RecordedEvent> underOwnKey(ParcelId parcel) {
    CommandKey key = new CommandKey(ForwardParcels.ONE_BY_ONE + parcel.value());
    return events().findByIdentifiers(List.of(key.eventIdentifier(0)));
  }

  private static Object keyed(Object command, CommandKey key) {
    return GenericCommandMessage.asCommandMessage(command)
        .andMetaData(Map.of("commandKey", key.value(), "actor", "nurse-7"));
  }
}
