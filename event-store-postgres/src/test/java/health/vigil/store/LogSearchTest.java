package health.vigil.store;

import static health.vigil.store.LogFixture.event;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.store.LogSearch.Found;
import health.vigil.store.LogSearch.Wanted;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogSearchTest {

  private static final long END = 40;
  private static final String TYPE = LogFixture.Measured.class.getName();

  private final LogFixture fixture = LogFixture.empty();
  private final LogSearch search = new LogSearch(fixture.pool, 10);

  /** Every third is of Peter, every other one Ada's work. */
  @BeforeEach
  void fill() {
    for (int position = 1; position <= END; position++) {
      DomainEventMessage<?> event = event("stream", position);
      fixture.append(
          event
              .andMetaData(Map.of("subject", position % 3 == 0 ? "peter" : "paul"))
              .andMetaData(Map.of("actor", position % 2 == 0 ? "ada" : "ben")));
    }
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private static Wanted wanted(
      @Nullable String subject, List<String> types, Map<String, String> metadata, long after) {
    return new Wanted(subject, types, metadata, after, END);
  }

  /** All that is found when one goes on to the end, and how often one looks. */
  private List<List<Long>> looks(
      @Nullable String subject, List<String> types, Map<String, String> metadata, int limit) {
    List<List<Long>> looks = new ArrayList<>();
    OptionalLong after = OptionalLong.of(0);
    while (after.isPresent()) {
      Found found = search.look(wanted(subject, types, metadata, after.getAsLong()), limit);
      looks.add(found.events().stream().map(RecordedEvent::position).toList());
      after = found.goOnAfter();
    }
    return looks;
  }

  @Test
  void allEventsComeInPagesThatEndWithTheLog() {
    assertThat(looks(null, List.of(), Map.of(), 20)).extracting(List::size).containsExactly(20, 20);
    assertThat(looks(null, List.of(), Map.of(), 39)).extracting(List::size).containsExactly(39, 1);
    assertThat(looks(null, List.of(), Map.of(), 500)).extracting(List::size).containsExactly(40);
  }

  @Test
  void aLookGoesOverNoMoreThanItsStretch() {
    assertThat(looks(null, List.of("Nothing"), Map.of(), 500))
        .containsExactly(List.of(), List.of(), List.of(), List.of());
    assertThat(looks(null, List.of(TYPE), Map.of(), 500))
        .extracting(List::size)
        .containsExactly(10, 10, 10, 10);
    assertThat(looks("peter", List.of("Nothing"), Map.of(), 500))
        .containsExactly(List.of(), List.of());
  }

  @Test
  void anEventFitsAllThatIsAskedFor() {
    assertThat(looks("peter", List.of(), Map.of(), 500))
        .containsExactly(List.of(3L, 6L, 9L, 12L, 15L, 18L, 21L, 24L, 27L, 30L, 33L, 36L, 39L));
    assertThat(looks("peter", List.of("Nothing", TYPE), Map.of("actor", "ada"), 2))
        .containsExactly(List.of(6L, 12L), List.of(18L, 24L), List.of(30L, 36L));
    assertThat(looks(null, List.of(TYPE), Map.of("actor", "ada", "subject", "paul"), 500).get(0))
        .containsExactly(2L, 4L, 8L, 10L);
    assertThat(looks("nobody", List.of(), Map.of(), 500)).containsExactly(List.of());
  }

  @Test
  void whatIsAskedForIsNeverPartOfTheQuestion() {
    String evil = "x' OR 'x' = 'x";

    assertThat(looks(evil, List.of(evil), Map.of(evil, evil), 500)).containsExactly(List.of());
    assertThat(looks(null, List.of(evil), Map.of("actor", "%"), 500)).allMatch(List::isEmpty);
  }

  @Test
  void aPageStaysWhatItIsWhileTheLogGrows() {
    List<RecordedEvent> before = search.look(wanted("peter", List.of(), Map.of(), 0), 5).events();
    fixture.append(event("stream", 100).andMetaData(Map.of("subject", "peter")));

    assertThat(search.look(wanted("peter", List.of(), Map.of(), 0), 5).events())
        .usingRecursiveComparison()
        .isEqualTo(before);
    assertThat(search.look(new Wanted("peter", List.of(), Map.of(), 39, 100), 5).events())
        .extracting(RecordedEvent::position)
        .containsExactly(41L);
  }

  @Test
  void nothingIsFoundWhereThereIsNothing() {
    assertThat(search.look(new Wanted(null, List.of(), Map.of(), 40, 40), 5))
        .isEqualTo(new Found(List.of(), OptionalLong.empty()));
    assertThat(search.look(new Wanted(null, List.of(), Map.of(), 50, 40), 5).events()).isEmpty();
  }

  @Test
  void theTimeOfAPositionThatSomebodyTookOutIsThatOfTheOneBefore() throws SQLException {
    EventLog log = fixture.log.eventLog();
    List<RecordedEvent> all = log.read(0, 50);
    Instant tenth = all.get(9).recordedAt();
    fixture.execute(
        fixture.database.ownerDataSource(),
        """
        ALTER TABLE events DISABLE TRIGGER refuse_change;
        DELETE FROM events WHERE position IN (1, 20, 21, 30);
        ALTER TABLE events ENABLE TRIGGER refuse_change;
        """);

    assertThat(log.positionAt(tenth)).contains(10L);
    assertThat(log.positionAt(all.get(39).recordedAt())).contains(40L);
  }
}
