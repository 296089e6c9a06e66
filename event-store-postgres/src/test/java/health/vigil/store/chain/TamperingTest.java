package health.vigil.store.chain;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.store.chain.ChainedLog.Fact;
import health.vigil.store.chain.Flaw.Kind;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an owner of the database does to the log without making every hash anew is found. */
@TestInstance(Lifecycle.PER_CLASS)
class TamperingTest {

  private static final int EVENTS = 30;

  private ChainedLog log;

  @BeforeAll
  void fill() throws SQLException {
    log = ChainedLog.of(EVENTS);
    log.keep();
  }

  @AfterEach
  void restore() throws SQLException {
    log.restore();
  }

  @AfterAll
  void close() {
    log.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "event_identifier = 'other'",
        "stream_id = 'other'",
        "sequence_number = sequence_number + 100",
        "stream_type = 'Stay'",
        "stream_type = ''",
        "stream_type = NULL",
        "occurred_at = occurred_at + interval '1 microsecond'",
        "recorded_at = recorded_at + interval '1 microsecond'",
        "recorded_at = recorded_at - interval '1 year'",
        "payload_type = 'BedClosed'",
        "payload_revision = '2'",
        "payload_revision = NULL",
        "payload = '{\"bed\":\"2\"}'",
        "payload = '{ \"bed\":\"17\"}'",
        "payload = (payload::text || ' ')::json",
        "metadata = '{}'",
        "metadata = payload, payload = metadata",
        "event_identifier = stream_id, stream_id = event_identifier",
        "payload_type = payload_type || payload_revision, payload_revision = ''",
        "hash = decode(repeat('00', 32), 'hex')",
        "hash = ''",
        "hash = hash || decode('00', 'hex')",
        "hash = set_byte(hash, 31, get_byte(hash, 31) # 1)",
      })
  void aColumnThatWasChangedIsFoundWhereItIs(String change)
      throws SQLException, InterruptedException {
    log.tamper("UPDATE vigil.events SET " + change + " WHERE position = 17");

    assertThat(found()).containsExactly(new Flaw(17, Kind.CHANGED));
    assertThat(log.verifier().all().last()).isEqualTo(16);
  }

  @Test
  void anEventThatIsGoneIsFound() throws SQLException, InterruptedException {
    log.tamper("DELETE FROM vigil.events WHERE position = 17");

    assertThat(found()).containsExactly(new Flaw(17, Kind.MISSING));
  }

  @Test
  void anEventThatIsGoneIsFoundWhenTheOthersMovedUp() throws SQLException, InterruptedException {
    log.tamper(
        """
        DELETE FROM vigil.events WHERE position = 17;
        UPDATE vigil.events SET position = -position WHERE position > 17;
        UPDATE vigil.events SET position = -position - 1 WHERE position < 0;
        UPDATE vigil.log_head SET position = position - 1;
        """);

    assertThat(found()).containsExactly(new Flaw(17, Kind.CHANGED));
  }

  @Test
  void eventsThatChangedPlacesAreFound() throws SQLException, InterruptedException {
    log.tamper(
        """
        UPDATE vigil.events SET position = -1 WHERE position = 17;
        UPDATE vigil.events SET position = 17 WHERE position = 20;
        UPDATE vigil.events SET position = 20 WHERE position = -1;
        """);

    assertThat(found()).containsExactly(new Flaw(17, Kind.CHANGED));
  }

  @Test
  void anEventThatWasPutBetweenIsFound() throws SQLException, InterruptedException {
    log.tamper(
        """
        UPDATE vigil.events SET position = -position WHERE position >= 17;
        UPDATE vigil.events SET position = -position + 1 WHERE position < 0;
        INSERT INTO vigil.events SELECT 17, 'other', 'other', 0, stream_type, occurred_at, recorded_at, payload_type,
          payload_revision, payload, metadata, hash FROM vigil.events WHERE position = 16;
        UPDATE vigil.log_head SET position = position + 1;
        """);

    assertThat(found()).containsExactly(new Flaw(17, Kind.CHANGED));
  }

  @Test
  void anEventBeyondTheHeadIsFound() throws SQLException, InterruptedException {
    log.tamper(copyOf17To("33"));

    assertThat(found()).containsExactly(new Flaw(EVENTS + 1, Kind.EXTRA));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-5"})
  void anEventBeforeTheFirstIsFound(String position) throws SQLException, InterruptedException {
    log.tamper(copyOf17To(position));

    assertThat(found()).containsExactly(new Flaw(Long.parseLong(position), Kind.EXTRA));
  }

  @Test
  void aSecondEventAtAPositionIsFound() throws SQLException, InterruptedException {
    log.tamper("ALTER TABLE vigil.events DROP CONSTRAINT events_pkey;" + copyOf17To("17"));

    assertThat(found()).hasSize(1).extracting(Flaw::position).isSubsetOf(17L, 18L);
    log.restore();
    log.tamper("ALTER TABLE vigil.events ADD CONSTRAINT events_pkey PRIMARY KEY (position)");
  }

  private static String copyOf17To(String position) {
    return "INSERT INTO vigil.events SELECT "
        + position
        + ", 'other', 'other', 0, stream_type, occurred_at, recorded_at, payload_type,"
        + " payload_revision, payload, metadata, hash FROM vigil.events WHERE position = 17";
  }

  @Test
  void aTailThatIsGoneIsFoundWhileTheHeadTellsOfIt() throws SQLException, InterruptedException {
    log.tamper("DELETE FROM vigil.events WHERE position > 25");

    assertThat(found()).containsExactly(new Flaw(26, Kind.MISSING));
  }

  @Test
  void allThatIsGoneIsFoundWhileTheHeadTellsOfIt() throws SQLException, InterruptedException {
    log.tamper("TRUNCATE vigil.events");

    assertThat(found()).containsExactly(new Flaw(1, Kind.MISSING));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hash = decode(repeat('00', 32), 'hex')",
        "recorded_at = recorded_at + interval '1 microsecond'"
      })
  void aHeadThatDiffersFromTheNewestEventIsFound(String change)
      throws SQLException, InterruptedException {
    log.tamper("UPDATE vigil.log_head SET " + change);

    assertThat(found()).containsExactly(new Flaw(EVENTS, Kind.HEAD_DIFFERS));
  }

  @Test
  void aHeadThatLiesBeforeTheNewestEventIsFound() throws SQLException, InterruptedException {
    log.tamper("UPDATE vigil.log_head SET position = 20");

    assertThat(found()).containsExactly(new Flaw(21, Kind.EXTRA));
  }

  @Test
  void timesThatGoBackAreFoundThoughTheHashesFit() throws SQLException, InterruptedException {
    log.tamper("UPDATE vigil.events SET recorded_at = '2001-01-01' WHERE position = 17");
    log.chainAnewFrom(17);

    assertThat(found()).containsExactly(new Flaw(17, Kind.RECORDED_EARLIER));
  }

  @Test
  void aHashThatWasMadeToFitItsEventDoesNotFitTheNext() throws SQLException, InterruptedException {
    log.tamper("UPDATE vigil.events SET payload = '{}' WHERE position = 17");
    String hash = log.ask("SELECT hash FROM vigil.events WHERE position = 18");
    log.chainAnewFrom(17);
    log.tamper("UPDATE vigil.events SET hash = '" + hash + "' WHERE position = 18");

    assertThat(found()).containsExactly(new Flaw(18, Kind.CHANGED));
  }

  @Test
  void whoMakesEveryHashAnewIsNotFoundByTheChainAlone() throws SQLException, InterruptedException {
    log.tamper("UPDATE vigil.events SET payload = '{}' WHERE position = 17");
    log.chainAnewFrom(17);

    assertThat(found()).isEmpty();
  }

  /** Any change of any byte at any place, and always at its place; the seed makes it repeatable. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void changesByChanceAreFoundWhereTheyAre(long seed) throws SQLException, InterruptedException {
    Random chance = new Random(seed);
    List<String> changes =
        List.of(
            "UPDATE vigil.events SET payload = ('{\"x\":%2$d}')::json WHERE position = %1$d",
            "UPDATE vigil.events SET metadata = ('{\"x\":%2$d}')::json WHERE position = %1$d",
            "UPDATE vigil.events SET event_identifier = 'x%2$d' WHERE position = %1$d",
            "UPDATE vigil.events SET sequence_number = %2$d WHERE position = %1$d",
            "UPDATE vigil.events SET occurred_at = occurred_at - %2$d * interval '1us' WHERE position = %1$d",
            "UPDATE vigil.events SET hash = set_byte(hash, %2$d %% 32, 255 - get_byte(hash, %2$d %% 32))"
                + " WHERE position = %1$d",
            "DELETE FROM vigil.events WHERE position = %1$d");
    for (long lowest = EVENTS; lowest > 1; lowest -= 1 + chance.nextInt(4)) {
      String change = changes.get(chance.nextInt(changes.size()));
      log.tamper(change.formatted(lowest, 1000 + chance.nextInt(1_000_000)));

      assertThat(found()).as(change).hasSize(1);
      assertThat(found().get(0).position()).as(change).isEqualTo(lowest);
    }
  }

  @Test
  void aFlawTellsNothingThatIsStored() {
    assertThat(new Flaw(17, Kind.CHANGED))
        .hasToString("At position 17: the hash does not fit the event and the hash before it.");
  }

  @Test
  void whatWasAppendedAfterwardsRestsOnWhatWasChanged() throws SQLException, InterruptedException {
    log.tamper("UPDATE vigil.events SET payload = '{}' WHERE position = 30");
    log.append(List.of(Fact.numbered(31)));

    assertThat(found()).containsExactly(new Flaw(30, Kind.CHANGED));
  }

  private List<Flaw> found() throws InterruptedException {
    return log.verifier().all().flaws();
  }
}
