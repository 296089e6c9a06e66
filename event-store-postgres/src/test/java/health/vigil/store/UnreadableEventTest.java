package health.vigil.store;

import static health.vigil.store.LogFixture.event;
import static health.vigil.store.Reader.fromTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.util.Throwables.getStackTrace;

import com.fasterxml.jackson.databind.JsonNode;
import health.vigil.store.LogFixture.Measured;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What this application does not know is never skipped. */
class UnreadableEventTest {

  private static final String KNOWN = Measured.class.getName();

  private final LogFixture fixture = LogFixture.empty();

  @AfterEach
  void close() {
    fixture.close();
  }

  private void appendAs(String name, String revision, String stream, long sequence) {
    try (PostgresLog other =
        fixture.settings().eventSerializer(new Named(name, revision)).build()) {
      other.storageEngine().appendEvents(event(stream, sequence));
    }
  }

  private Reader reader() {
    return new Reader(fixture.log.eventStore().openStream(null));
  }

  private static void assertTold(ThrowingCallable reading, long position, String... texts) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            UnreadableEventException.class, told -> assertThat(told.position()).isEqualTo(position))
        .hasMessageContaining("position " + position)
        .satisfies(
            told -> List.of(texts).forEach(each -> assertThat(told).hasMessageContaining(each)))
        .satisfies(told -> assertThat(getStackTrace(told)).doesNotContain("value"));
  }

  @Test
  void historyGivesWhatIsBeforeAnUnknownTypeAndThenFails() throws InterruptedException {
    fixture.fill("stream", 602);
    appendAs("Unheard", "7", "stream", 602);
    fixture.fill("more", 50);

    try (Reader reader = reader()) {
      assertThat(reader.positions(602)).isEqualTo(fromTo(1, 602));
      assertThat(reader.stream().peek()).isEmpty();
      assertTold(
          () -> reader.stream().hasNextAvailable(10, TimeUnit.SECONDS), 603, "'Unheard'", "'7'");
      assertTold(() -> reader.stream().nextAvailable(), 603);
    }
  }

  @Test
  void everybodyWhoFollowsIsToldOfAnUnknownType() throws InterruptedException {
    try (Reader one = reader();
        Reader other = reader()) {
      fixture.fill("stream", 1);
      assertThat(one.positions(1)).containsExactly(1L);
      assertThat(other.positions(1)).containsExactly(1L);

      fixture.fill("more", 3);
      appendAs("Unheard", "7", "stream", 1);

      assertThat(one.positions(3)).isEqualTo(fromTo(2, 4));
      assertThat(other.positions(3)).isEqualTo(fromTo(2, 4));
      assertTold(() -> one.stream().nextAvailable(), 5, "'Unheard'", "'7'");
      assertTold(() -> other.stream().hasNextAvailable(10, TimeUnit.SECONDS), 5);
    }
  }

  @Test
  void anAggregateWithAnUnknownTypeIsNotLoaded() {
    fixture.fill("stream", 3);
    appendAs("Unheard", "7", "stream", 3);

    assertTold(
        () -> fixture.log.eventStore().readEvents("stream").asStream().toList(),
        4,
        "'Unheard'",
        "'7'");
    assertTold(() -> fixture.log.eventStore().readEvents("stream", 3).next(), 4);
  }

  @Test
  void anUnknownRevisionOfAKnownTypeIsUnknown() {
    appendAs(KNOWN, "9", "stream", 0);

    assertTold(() -> fixture.log.eventStore().readEvents("stream").next(), 1, KNOWN, "'9'");
    try (Reader reader = reader()) {
      assertTold(() -> reader.stream().nextAvailable(), 1, KNOWN, "'9'");
    }
  }

  @Test
  void anUpcasterToTheCurrentRevisionMakesItKnown() throws InterruptedException {
    appendAs(KNOWN, "9", "stream", 0);
    EventUpcaster upcaster =
        events ->
            events.map(
                event -> event.upcastPayload(type(null), JsonNode.class, content -> content));
    try (PostgresLog log = fixture.settings().upcasters(upcaster).build();
        Reader reader = new Reader(log.eventStore().openStream(null))) {
      assertThat(log.eventStore().readEvents("stream").next().getPayload())
          .isEqualTo(new Measured("value 0"));
      assertThat(reader.next(1)).allMatch(event -> event.getPayload() instanceof Measured);
    }
  }

  private static SimpleSerializedType type(@Nullable String revision) {
    return new SimpleSerializedType(KNOWN, revision);
  }

  @Test
  void anUpcasterToARevisionThatIsNotCurrentDoesNot() {
    fixture.fill("stream", 1);
    EventUpcaster upcaster =
        events ->
            events.map(event -> event.upcastPayload(type("5"), JsonNode.class, content -> content));
    try (PostgresLog log = fixture.settings().upcasters(upcaster).build();
        Reader reader = new Reader(log.eventStore().openStream(null))) {
      assertTold(() -> reader.stream().nextAvailable(), 1, KNOWN, "'5'");
    }
  }

  @Test
  void anUpcasterThatFailsIsToldWithoutAStoredValue() throws InterruptedException {
    fixture.fill("stream", 3);
    EventUpcaster upcaster = events -> events.map(UnreadableEventTest::failingAtTheThird);
    try (PostgresLog log = fixture.settings().upcasters(upcaster).build();
        Reader reader = new Reader(log.eventStore().openStream(null))) {
      assertThat(reader.positions(2)).containsExactly(1L, 2L);
      assertTold(() -> reader.stream().nextAvailable(), 3, KNOWN, "IllegalArgumentException");
    }
  }

  private static IntermediateEventRepresentation failingAtTheThird(
      IntermediateEventRepresentation event) {
    if (event.getSequenceNumber().orElseThrow() == 2) {
      throw new IllegalArgumentException("value " + event.getSequenceNumber());
    }
    return event;
  }

  @Test
  void whatCanNotBeDecodedIsLeftToItsHandler() throws InterruptedException, SQLException {
    fixture.fill("stream", 1);
    fixture.execute(
        fixture.database.ownerDataSource(),
        """
        ALTER TABLE events DISABLE TRIGGER refuse_change;
        UPDATE events SET payload = '{"text": {}}';
        ALTER TABLE events ENABLE TRIGGER refuse_change;
        """);
    fixture.fill("more", 1);

    try (Reader reader = reader()) {
      List<TrackedEventMessage<?>> events = reader.next(2);
      assertThatThrownBy(() -> events.get(0).getPayload())
          .isInstanceOf(SerializationException.class);
      assertThat(events.get(1).getPayload()).isEqualTo(new Measured("value 0"));
    }
  }
}
