package health.vigil.axon.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;

class KeepingRepositoryTest {

  private static final String SHELF = "shelf";

  private final ReadLog log = new ReadLog();
  private final Node here = node(100);
  private final Node there = node(100);

  @Test
  void whatIsKeptIsReadFromItsLastEventOn() {
    here.build(SHELF);
    here.put(SHELF);
    here.put(SHELF);

    assertThat(here.things(SHELF)).isEqualTo(2);
    assertThat(log.readFrom).containsExactly(0L, 1L, 2L);
  }

  @Test
  void whatAnotherNodeAppendsIsSeenByADecisionThatAppendsNothing() {
    here.build(SHELF);
    there.put(SHELF);
    there.put(SHELF);

    assertThat(here.things(SHELF)).isEqualTo(2);
  }

  @Test
  void nodesInTurnCountOn() {
    here.build(SHELF);

    for (int expected = 1; expected <= 20; expected += 2) {
      assertThat(here.put(SHELF)).isEqualTo(expected);
      assertThat(there.put(SHELF)).isEqualTo(expected + 1);
    }
    assertThat(sequences()).containsExactlyElementsOf(LongStream.range(0, 21).boxed().toList());
  }

  @Test
  void whatWasRolledBackIsForgotten() {
    here.build(SHELF);
    here.put(SHELF);

    assertThatThrownBy(() -> here.putInVain(SHELF)).hasMessage("in vain");

    assertThat(here.things(SHELF)).isEqualTo(1);
    assertThat(here.put(SHELF)).isEqualTo(2);
    assertThat(sequences()).containsExactly(0L, 1L, 2L);
  }

  @Test
  void aStateBeyondTheLogIsForgotten() {
    here.build(SHELF);
    here.put(SHELF);
    here.put(SHELF);

    log.loseFrom(2);

    assertThat(here.things(SHELF)).isEqualTo(1);
  }

  @Test
  void nothingIsKeptOfAStreamThatTheLogHasLost() {
    here.build(SHELF);

    log.loseFrom(0);

    assertThatThrownBy(() -> here.things(SHELF)).isInstanceOf(AggregateNotFoundException.class);
  }

  @Test
  void whatIsForgottenIsReadFromItsBeginningAndTheOthersAreNot() {
    here.build(SHELF);
    here.put(SHELF);
    here.build("other");
    log.readFrom.clear();

    here.forget(root -> root instanceof Shelf shelf && shelf.things() == 1);

    assertThat(here.things(SHELF)).isEqualTo(1);
    assertThat(here.things("other")).isZero();
    assertThat(log.readFrom).containsExactly(0L, 0L);
    log.readFrom.clear();
    here.things(SHELF);
    assertThat(log.readFrom).containsExactly(1L);
  }

  @Test
  void whatWasUsedLongestAgoMakesRoom() {
    Node small = node(2);
    List.of("a", "b", "c").forEach(small::build);
    log.readFrom.clear();

    List.of("b", "c", "a").forEach(small::put);
    assertThat(log.readFrom).containsExactly(0L, 0L, 0L);

    log.readFrom.clear();
    List.of("c", "a").forEach(small::put);
    assertThat(log.readFrom).containsExactly(1L, 1L);
  }

  @Test
  void snapshotsAreDueAsOftenAsWithoutIt() {
    List<String> due = new ArrayList<>();
    Node node =
        new Node(
            log,
            100,
            new EventCountSnapshotTriggerDefinition((type, stream) -> due.add(stream), 10));
    node.build(SHELF);

    for (int i = 0; i < 29; i++) {
      node.put(SHELF);
    }

    assertThat(due).containsExactly(SHELF, SHELF, SHELF);
  }

  private Node node(int most) {
    return new Node(log, most, NoSnapshotTriggerDefinition.INSTANCE);
  }

  private List<Long> sequences() {
    return log.readEvents(SHELF).asStream().map(DomainEventMessage::getSequenceNumber).toList();
  }
}
