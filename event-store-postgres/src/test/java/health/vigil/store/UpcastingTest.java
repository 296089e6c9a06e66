package health.vigil.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Upcasters that make several events of one, or none. */
class UpcastingTest {

  private static final EventUpcaster TWICE =
      events -> events.flatMap(event -> Stream.of(event, event));
  private static final EventUpcaster FIRST_TWO_OF_EACH =
      events -> events.filter(event -> sequence(event) < 2);

  private final LogFixture fixture = LogFixture.empty();

  @AfterEach
  void close() {
    fixture.close();
  }

  private static long sequence(IntermediateEventRepresentation event) {
    return event.getSequenceNumber().orElseThrow();
  }

  private static List<Long> positions(List<TrackedEventMessage<?>> events) {
    return events.stream().map(Reader::position).toList();
  }

  @Test
  void whatBecomesSeveralBearsOneToken() throws InterruptedException {
    fixture.fill("history", 2);
    try (PostgresLog log = fixture.settings().upcasters(TWICE).build();
        Reader reader = new Reader(log.eventStore().openStream(null))) {
      assertThat(reader.positions(4)).containsExactly(1L, 1L, 2L, 2L);
      fixture.fill("live", 2);
      assertThat(reader.positions(4)).containsExactly(3L, 3L, 4L, 4L);
      assertThat(log.eventStore().readEvents("live").asStream()).hasSize(4);
    }
  }

  @Test
  void theTokenMovesPastWhatIsTakenAway() throws InterruptedException {
    fixture.fill("history", 100);
    try (PostgresLog log = fixture.settings().upcasters(FIRST_TWO_OF_EACH).build();
        Reader reader = new Reader(log.eventStore().openStream(null))) {
      assertThat(positions(reader.upTo(100))).containsExactly(1L, 2L, 100L);

      fixture.fill("live", 100);
      List<TrackedEventMessage<?>> live = reader.upTo(200);

      assertThat(positions(live)).containsExactly(101L, 102L, 200L);
      assertThat(live.get(2).getPayloadType()).isEqualTo(PassedOver.class);
      assertThat(log.eventStore().readEvents("live").asStream()).hasSize(2);
    }
  }

  @Test
  void theTokenMovesAlthoughNothingIsLeft() throws InterruptedException {
    fixture.fill("history", 4_500);
    try (PostgresLog log = fixture.settings().upcasters(events -> events.limit(0)).build();
        Reader reader = new Reader(log.eventStore().openStream(null))) {
      List<TrackedEventMessage<?>> passed = reader.upTo(4_500);

      assertThat(passed)
          .hasSizeLessThan(10)
          .allMatch(event -> event.getPayload() instanceof PassedOver);
    }
  }
}
