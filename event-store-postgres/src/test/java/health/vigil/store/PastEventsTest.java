package health.vigil.store;

import static health.vigil.store.LogFixture.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.vigil.store.LogFixture.Measured;
import health.vigil.store.ReadFilter.Stored;
import health.vigil.store.read.PastEvents;
import health.vigil.store.read.PastEvents.About;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PastEventsTest {

  private static final ReadFilter UNMEASURED =
      ReadFilter.without(List.of(new Stored(Measured.class.getName(), null)));

  private final LogFixture fixture = LogFixture.empty();
  private final PastEvents past = fixture.log.pastEvents();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void whatWasRecordedAboutASubjectBetweenTwoPositionsComesDecodedInTheOrderOfTheLog() {
    fixture.append(
        about("peter", event("a", 0)),
        about("paul", event("b", 0)),
        about("peter", event("c", 0)),
        about("peter", event("a", 1)),
        about("peter", event("a", 2)));

    List<TrackedEventMessage<?>> events = read(new About("peter", 1, 4, ReadFilter.NONE));

    assertThat(positions(events)).containsExactly(3L, 4L);
    assertThat(events.stream().<Object>map(Message::getPayload))
        .containsExactly(new Measured("value 0"), new Measured("value 1"));
    assertThat(events.get(1).getMetaData()).containsEntry("subject", "peter");
  }

  @Test
  void whatIsLeftOutByItsTypeDoesNotCome() {
    fixture.append(about("peter", event("a", 0)), about("peter", called("a", 1, "nurse")));

    assertThat(positions(read(new About("peter", 0, 2, UNMEASURED)))).containsExactly(2L);
    assertThat(
            positions(
                read(
                    new About(
                        "peter",
                        0,
                        2,
                        ReadFilter.without(
                            List.of(new Stored(Measured.class.getName(), "other")))))))
        .containsExactly(1L, 2L);
  }

  @Test
  void theyCanBeChosenByWhatAFieldSays() {
    fixture.append(
        about("peter", called("a", 0, "nurse")),
        about("peter", called("a", 1, "porter")),
        about("peter", called("a", 2, "registrar")),
        about("peter", event("a", 3)));
    List<TrackedEventMessage<?>> events = new ArrayList<>();

    past.read(
        new About("peter", 0, 4, ReadFilter.NONE),
        "who",
        List.of("nurse", "registrar"),
        events::addAll);

    assertThat(positions(events)).containsExactly(1L, 3L);
  }

  @Test
  void theyComeInBlocksOfWhichNoneIsMissing() {
    fixture.append(
        IntStream.range(0, 2_500)
            .mapToObj(sequence -> about("peter", event("a", sequence)))
            .toArray(DomainEventMessage<?>[]::new));
    List<Integer> sizes = new ArrayList<>();
    List<TrackedEventMessage<?>> events = new ArrayList<>();

    past.read(
        new About("peter", 0, 2_500, ReadFilter.NONE),
        block -> {
          sizes.add(block.size());
          events.addAll(block);
        });

    assertThat(sizes).containsExactly(1000, 1000, 500);
    assertThat(positions(events))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 2_500).boxed().toList());
  }

  @Test
  void anEventThatNobodyKnowsIsNotSkipped() throws Exception {
    fixture.append(about("peter", event("a", 0)));
    fixture.execute(
        fixture.database.ownerDataSource(),
        """
        ALTER TABLE events DISABLE TRIGGER refuse_change;
        UPDATE events SET payload_type = 'unheard.of';
        """);

    assertThatThrownBy(() -> read(new About("peter", 0, 1, UNMEASURED)))
        .isInstanceOf(UnreadableEventException.class)
        .hasMessageContaining("unheard.of");
  }

  @Test
  void theNewestEventOfEachStreamThatBeginsAlikeIsFound() {
    fixture.append(
        event("bed:A/1", 0),
        event("bed:A/2", 0),
        event("bed:A/1", 1),
        event("bed:A-2/1", 0),
        event("bed:A/ü", 0),
        event("bed:A/1", 2));
    fixture.append(new GenericDomainEventMessage<>("Other", "bed:A/3", 0, new Measured("other")));

    assertThat(positions(newest("bed:A/", 5))).containsExactly(2L, 3L, 5L);
    assertThat(positions(newest("bed:A/", 7))).containsExactly(2L, 5L, 6L);
    assertThat(newest("bed:B/", 7)).isEmpty();
  }

  private List<TrackedEventMessage<?>> newest(String beginning, long upTo) {
    return past.newestOfStreams(LogFixture.STREAM_TYPE, beginning, upTo);
  }

  private List<TrackedEventMessage<?>> read(About about) {
    List<TrackedEventMessage<?>> events = new ArrayList<>();
    past.read(about, events::addAll);
    return events;
  }

  private static List<Long> positions(List<TrackedEventMessage<?>> events) {
    return events.stream().map(e -> e.trackingToken().position().orElseThrow()).toList();
  }

  private static DomainEventMessage<?> about(String subject, DomainEventMessage<?> event) {
    return event.andMetaData(Map.of("subject", subject));
  }

  private static DomainEventMessage<?> called(String stream, long sequence, String who) {
    return new GenericDomainEventMessage<>(
        LogFixture.STREAM_TYPE, stream, sequence, new Called(who));
  }

  /** Another event. */
  record Called(String who) {}
}
