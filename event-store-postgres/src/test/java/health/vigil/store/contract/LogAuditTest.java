package health.vigil.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.store.contract.Outcome.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The audit finds each thing that can be wrong with a log, and nothing in one that is right. */
class LogAuditTest {

  private final List<Row> rows = new ArrayList<>();
  private final List<Attempt> attempts = new ArrayList<>();

  @Test
  void aRightLogPasses() {
    recorded("a", "s:0", "t:0");
    recorded("b", "s:1");
    told("c", Kind.CONFLICT, "s:1");
    told("d", Kind.UNKNOWN, "u:0");
    attempts.add(new Attempt(intent("a", "s:7"), new Outcome(Kind.ALREADY_RECORDED, "a#0", 1)));

    assertThat(verdicts()).isEmpty();
  }

  @Test
  void whatWasAcknowledgedIsThere() {
    told("a", Kind.COMMITTED, "s:0");

    assertThat(verdicts()).singleElement().asString().startsWith("lost: a");
  }

  @Test
  void whatWasRefusedIsNotThere() {
    stored("a", 0, "s:0");
    told("a", Kind.REFUSED, "s:0");

    assertThat(verdicts()).singleElement().asString().startsWith("refused, yet in the log: a");
  }

  @Test
  void nothingIsInvented() {
    stored("a", 0, "s:0");

    assertThat(verdicts()).singleElement().asString().startsWith("invented");
  }

  @Test
  void everybodyIsAnswered() {
    told("a", Kind.UNANSWERED, "s:0");

    assertThat(verdicts()).singleElement().asString().startsWith("no answer: a");
  }

  @Test
  void anUnknownAppendIsNotHalfThere() {
    stored("a", 0, "s:0");
    told("a", Kind.UNKNOWN, "s:0", "s:1");

    assertThat(verdicts()).singleElement().asString().startsWith("not whole and in order: a");
  }

  @Test
  void anAppendsEventsStandTogether() {
    stored("a", 0, "s:0");
    recorded("b", "t:0");
    stored("a", 1, "s:1");
    told("a", Kind.COMMITTED, "s:0", "s:1");

    assertThat(verdicts()).singleElement().asString().startsWith("not whole and in order: a");
  }

  @Test
  void nothingIsThereTwice() {
    recorded("a", "s:0");
    stored("a", 0, "s:1");

    assertThat(verdicts()).singleElement().asString().startsWith("twice in the log: a");
  }

  @Test
  void oneKeyIsAcknowledgedOnce() {
    recorded("a", "s:0");
    told("a", Kind.COMMITTED, "s:0");

    assertThat(verdicts()).singleElement().asString().startsWith("acknowledged twice");
  }

  @Test
  void whatWasAcknowledgedIsThereThoughItsKeyIsThereForAnother() {
    recorded("a", "s:0");
    told("a", Kind.COMMITTED, "t:0");

    assertThat(verdicts())
        .anyMatch(verdict -> verdict.startsWith("acknowledged twice"))
        .anyMatch(verdict -> verdict.startsWith("lost: a t:0"));
  }

  @Test
  void nobodyIsRefusedForAPlaceThatIsFree() {
    told("a", Kind.CONFLICT, "s:0");

    assertThat(verdicts()).singleElement().asString().startsWith("conflict with nothing: a");
  }

  @Test
  void aRepeatLearnsThePositionOfTheFirst() {
    recorded("a", "s:0");
    recorded("b", "s:1");
    attempts.add(new Attempt(intent("a", "s:1"), new Outcome(Kind.ALREADY_RECORDED, "a#0", 2)));

    assertThat(verdicts()).singleElement().asString().startsWith("wrong position for a repeat: a");
  }

  @Test
  void streamsHaveNoGaps() {
    recorded("a", "s:0");
    recorded("b", "s:2");

    assertThat(verdicts()).singleElement().asString().startsWith("stream broken: s at 2");
  }

  @Test
  void positionsHaveNoGaps() {
    recorded("a", "s:0");
    recorded("b", "s:1");
    recorded("c", "s:2");
    told("b", Kind.UNKNOWN, "s:1");
    attempts.removeIf(attempt -> attempt.outcome().is(Kind.COMMITTED));
    told("a", Kind.COMMITTED, "s:0");
    told("c", Kind.COMMITTED, "s:2");
    rows.remove(1);

    assertThat(verdicts())
        .anyMatch(verdict -> verdict.startsWith("gap: position 3 follows 1"))
        .anyMatch(verdict -> verdict.startsWith("chain broken: position 3"));
  }

  @Test
  void timesNeverRunBack() {
    recorded("a", "s:0");
    recorded("b", "s:1");
    change(1, row -> copy(row, "2026-01-01T00:00:00.000000Z", row.payload()));

    assertThat(verdicts()).anyMatch("time runs back: position 2"::equals);
  }

  @Test
  void aChangedByteBreaksTheChain() {
    recorded("a", "s:0");
    recorded("b", "s:1");
    change(0, row -> copy(row, row.recordedAt(), row.payload().replace("{", "{ ")));

    assertThat(OrderAudit.verdicts(log())).containsExactly("chain broken: position 1");
  }

  @Test
  void twoThatChangedPlacesBreakTheChain() {
    recorded("a", "s:0");
    recorded("b", "t:0");
    Collections.swap(rows, 0, 1);

    assertThat(verdicts()).anyMatch(verdict -> verdict.startsWith("chain broken"));
  }

  @Test
  void theHeadIsThatOfTheNewestEvent() {
    recorded("a", "s:0");
    StoredLog behind = new StoredLog(rows, 0, "", Chain.BEFORE_THE_FIRST);

    assertThat(OrderAudit.verdicts(behind))
        .singleElement()
        .asString()
        .startsWith("head astray: at 0");
  }

  private List<String> verdicts() {
    return new LogAudit(log(), attempts).verdicts();
  }

  private StoredLog log() {
    if (rows.isEmpty()) {
      return new StoredLog(rows, 0, "", Chain.BEFORE_THE_FIRST);
    }
    Row last = rows.get(rows.size() - 1);
    return new StoredLog(List.copyOf(rows), last.position(), last.recordedAt(), last.hash());
  }

  private static Intent intent(String key, String... places) {
    return Intent.parse(key + " " + String.join(",", places));
  }

  private void told(String key, Kind kind, String... places) {
    attempts.add(new Attempt(intent(key, places), Outcome.of(kind)));
  }

  private void recorded(String key, String... places) {
    told(key, Kind.COMMITTED, places);
    for (int part = 0; part < places.length; part++) {
      stored(key, part, places[part]);
    }
  }

  private void stored(String key, int part, String at) {
    Place place = Place.parse(at);
    String previous = rows.isEmpty() ? Chain.BEFORE_THE_FIRST : rows.get(rows.size() - 1).hash();
    Row row =
        new Row(
            rows.size() + 1L,
            rows.stream().anyMatch(one -> one.identifier().equals(key + "#" + part))
                ? "another"
                : key + "#" + part,
            place.stream(),
            place.sequence(),
            "Suite",
            "Fact",
            null,
            "2026-11-23T13:05:00.123456Z",
            "2026-11-23T13:05:00.123456Z",
            "{\"key\":\"" + key + "\",\"part\":" + part + "}",
            "{}",
            "");
    rows.add(withHash(row, Chain.hash(previous, row)));
  }

  private void change(int index, UnaryOperator<Row> change) {
    rows.set(index, change.apply(rows.get(index)));
  }

  private static Row copy(Row row, String recordedAt, String payload) {
    return new Row(
        row.position(),
        row.identifier(),
        row.stream(),
        row.sequence(),
        row.streamType(),
        row.type(),
        row.revision(),
        row.occurredAt(),
        recordedAt,
        payload,
        row.metadata(),
        row.hash());
  }

  private static Row withHash(Row row, String hash) {
    return new Row(
        row.position(),
        row.identifier(),
        row.stream(),
        row.sequence(),
        row.streamType(),
        row.type(),
        row.revision(),
        row.occurredAt(),
        row.recordedAt(),
        row.payload(),
        row.metadata(),
        hash);
  }
}
