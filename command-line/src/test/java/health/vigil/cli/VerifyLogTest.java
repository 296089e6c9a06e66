package health.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.vigil.store.chain.CheckpointFile;
import health.vigil.store.chain.CheckpointSigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./vigil audit verify}, on a log that a superuser has had in hand. */
@TestInstance(Lifecycle.PER_CLASS)
class VerifyLogTest {

  private static final int EVENTS = 30;
  private static final int SIGNED = 20;

  @TempDir private static Path folder;
  private ALog log;
  private Keys keys;
  private Path checkpoints;

  @BeforeAll
  void fillAndSign() throws SQLException, IOException, InterruptedException {
    keys = Keys.in(folder, "checkpoints");
    checkpoints = folder.resolve("checkpoints");
    log = ALog.of(SIGNED);
    CheckpointFile file = CheckpointFile.in(checkpoints, keys.signing().verifyingKey());
    CheckpointSigner signer =
        new CheckpointSigner(
            log.dataSource(), keys.signing(), file, Clock.systemUTC(), Optional.empty());
    assertThat(signer.attempt().isNew()).isTrue();
    log.append(SIGNED + 1, EVENTS);
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

  private Called verify(String... options) {
    return Called.vigil(
        folder,
        log.environment(),
        Stream.concat(Stream.of("audit", "verify"), Stream.of(options)).toArray(String[]::new));
  }

  private Called verifySigned(String... options) {
    return verify(
        Stream.concat(
                Stream.of(
                    "--checkpoints", checkpoints.toString(), "--key", keys.published().toString()),
                Stream.of(options))
            .toArray(String[]::new));
  }

  private static void assertBroken(Called called, String sentence) {
    assertThat(called.exitCode()).as(called.err()).isEqualTo(1);
    assertThat(called.out()).startsWith("The log is BROKEN.\n  " + sentence + "\n");
  }

  @Test
  void anUntouchedLogIsIntact() {
    Called called = verify();

    assertThat(called.exitCode()).as(called.err()).isZero();
    assertThat(called.out())
        .startsWith("The log is intact.\n")
        .containsPattern("head +30, recorded 20")
        .containsPattern("verified +1 to 30, 30 events")
        .containsPattern("hash +[0-9a-f]{64}")
        .containsPattern("checkpoints +none compared");
    assertThat(called.err()).isEmpty();
  }

  @Test
  void aByteThatWasChangedIsFound() throws SQLException {
    log.tamper("UPDATE vigil.events SET payload = '{\"bed\":\"x\"}' WHERE position = 17");

    assertBroken(
        verify(), "At position 17: the hash does not fit the event and the hash before it.");
  }

  @Test
  void aRowThatIsGoneIsFound() throws SQLException {
    log.tamper("DELETE FROM vigil.events WHERE position = 17");

    assertBroken(verify(), "At position 17: there is no event.");
  }

  @Test
  void rowsThatChangedPlacesAreFound() throws SQLException {
    log.tamper(
        """
        UPDATE vigil.events SET position = -1 WHERE position = 17;
        UPDATE vigil.events SET position = 17 WHERE position = 20;
        UPDATE vigil.events SET position = 20 WHERE position = -1;
        """);

    assertBroken(
        verify(), "At position 17: the hash does not fit the event and the hash before it.");
  }

  @Test
  void aTailThatWasCutIsFound() throws SQLException {
    log.tamper("DELETE FROM vigil.events WHERE position > 25");

    assertBroken(verify(), "At position 26: there is no event.");
  }

  @Test
  void aTailThatWasCutTogetherWithTheHeadIsFoundByTheCheckpoint() throws SQLException {
    log.tamper(
        """
        DELETE FROM vigil.events WHERE position > 15;
        UPDATE vigil.log_head SET (position, recorded_at, hash) =
          (SELECT position, recorded_at, hash FROM vigil.events WHERE position = 15);
        """);

    assertThat(verify().exitCode()).isZero();
    String gone = "At position 16: the log ends before it, and a checkpoint was signed beyond.";
    assertBroken(verifySigned(), gone);
    assertBroken(verifySigned("--from-checkpoint"), gone);
  }

  @Test
  void aLogThatWasWrittenAnewUpToItsHeadIsFoundByTheCheckpoint() throws SQLException {
    log.tamper("UPDATE vigil.events SET payload = '{}' WHERE position = 17");
    log.chainAnewFrom(17);

    assertThat(verify().exitCode()).isZero();
    String anew = "At position 20: a checkpoint was signed for another hash.";
    assertBroken(verifySigned(), anew);
    assertBroken(verifySigned("--from-checkpoint"), anew);
  }

  @Test
  void aHeadThatIsGoneIsTold() throws SQLException {
    log.tamper("DELETE FROM vigil.log_head");

    verify().assertFailed(3, "has no head");
  }

  @Test
  void partsAreVerifiedByThemselves() throws SQLException {
    log.tamper("DELETE FROM vigil.events WHERE position = 17");

    Called before = verify("--to", "16");
    assertThat(before.exitCode()).isZero();
    assertThat(before.out()).contains("This part of the log is intact.", "1 to 16, 16 events");
    assertThat(verify("--from", "19").out()).contains("19 to 30, 12 events");
    assertBroken(verify("--from", "10", "--to", "20"), "At position 17: there is no event.");
  }

  @Test
  void aPartThatGoesBeyondTheHeadEndsThereAndSaysSo() {
    assertThat(verify("--to", "99").out()).contains("the log ends before 99");
    verify("--from", "99").assertFailed(3, "The log ends at position 30");
  }

  @Test
  void theNewestCheckpointIsAPlaceToBegin() {
    Called called = verifySigned("--from-checkpoint");

    assertThat(called.exitCode()).as(called.err()).isZero();
    assertThat(called.out())
        .contains("This part of the log is intact.", "20 to 30, 11 events", "1 compared");
  }

  @Test
  void programsGetAllOfIt() throws IOException, SQLException {
    JsonNode intact = verifySigned("--json").json();
    assertThat(intact.path("intact").asBoolean()).isTrue();
    assertThat(intact.path("head").asLong()).isEqualTo(EVENTS);
    assertThat(intact.path("first").asLong()).isEqualTo(1);
    assertThat(intact.path("last").asLong()).isEqualTo(EVENTS);
    assertThat(intact.path("count").asLong()).isEqualTo(EVENTS);
    assertThat(intact.path("hash").asText()).hasSize(64);
    assertThat(intact.path("flaws").isArray()).isTrue();
    assertThat(intact.at("/checkpoints/compared").asLong()).isEqualTo(1);

    log.tamper("DELETE FROM vigil.events WHERE position = 17");
    JsonNode broken = verify("--json").json();
    assertThat(broken.path("intact").asBoolean()).isFalse();
    assertThat(broken.at("/flaws/0/position").asLong()).isEqualTo(17);
    assertThat(broken.at("/flaws/0/kind").asText()).isEqualTo("MISSING");
    assertThat(broken.path("last").asLong()).isEqualTo(16);
  }

  @Test
  void checkpointsOfAnotherKeyAreNotBelieved() throws IOException {
    Keys other = Keys.in(folder, "other");
    Called called =
        verify("--checkpoints", checkpoints.toString(), "--key", other.published().toString());

    assertBroken(called, "At position 20: a checkpoint has no valid signature of a known key.");
    verify(
            "--checkpoints",
            checkpoints.toString(),
            "--key",
            other.published().toString(),
            "--from-checkpoint")
        .assertFailed(3, "None of the checkpoints was signed by the key");
  }

  @Test
  void whatIsNoKeyIsNamed() throws IOException {
    Path rubbish = Files.writeString(folder.resolve("rubbish"), "rubbish");
    for (Path key : List.of(rubbish, keys.secret(), folder.resolve("nowhere"), folder)) {
      verify("--checkpoints", checkpoints.toString(), "--key", key.toString())
          .assertFailed(3, key.toString(), "openssl pkey");
    }
  }

  @Test
  void aFolderWithoutCheckpointsIsNamed() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    for (Path wrong : List.of(empty, folder.resolve("nowhere"), keys.secret())) {
      verify("--checkpoints", wrong.toString(), "--key", keys.published().toString())
          .assertFailed(3, wrong.toString(), "checkpoints-*.ndjson");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--from 0",
        "--from -1",
        "--from x",
        "--from 99999999999999999999",
        "--from 5 --to 4",
        "--to 0",
        "--checkpoints here",
        "--key here",
        "--from-checkpoint",
        "--form 5",
        "rubbish",
        "--from",
      })
  void whatIsNotUnderstoodIsSaidInALine(String options) {
    verify(options.split(" ")).assertFailed(2, "./vigil audit verify --help");
  }

  @Test
  void aVerbThatThereIsNotIsSaidInALine() {
    Called.vigil(folder, Map.of(), "audit", "verfy").assertFailed(2, "verfy", "verify");
    Called.vigil(folder, Map.of(), "audit").assertFailed(2, "verify");
  }

  @Test
  void helpIsAResult() {
    Called called = verify("--help");

    assertThat(called.exitCode()).isZero();
    assertThat(called.out()).contains("--from-checkpoint", "--checkpoints");
  }

  @ParameterizedTest
  @CsvSource({
    "VIGIL_DATABASE_PASSWORD, wrong, does not let",
    "VIGIL_DATABASE_USER, nobody, does not let",
    "VIGIL_DATABASE_URL, jdbc:postgresql://127.0.0.1:1/vigil, does not answer",
    "VIGIL_DATABASE_URL, jdbc:mysql://127.0.0.1/vigil, has to look like",
    "VIGIL_DATABASE_USER, '', any role that may read the log",
    "VIGIL_DATABASE_URL, '', ./vigil serve",
  })
  void aDatabaseThatCanNotBeAskedIsSaidInALine(String setting, String value, String sentence) {
    Map<String, String> environment = new HashMap<>(log.environment());
    environment.put(setting, value);

    Called.vigil(folder, environment, "audit", "verify").assertFailed(3, sentence);
  }

  @Test
  void aRoleThatMayNotReadIsToldWhatItNeeds() throws SQLException {
    log.tamper("CREATE ROLE stranger LOGIN PASSWORD 'stranger'");
    Map<String, String> environment = new HashMap<>(log.environment());
    environment.put("VIGIL_DATABASE_USER", "stranger");
    environment.put("VIGIL_DATABASE_PASSWORD", "stranger");

    Called.vigil(folder, environment, "audit", "verify")
        .assertFailed(3, "stranger may not read the log", "SELECT on vigil.events");
  }

  @Test
  void aDatabaseWithoutALogIsNamed() throws SQLException {
    Map<String, String> environment = new HashMap<>(log.environment());
    environment.computeIfPresent(
        "VIGIL_DATABASE_URL", (name, url) -> url.replaceFirst("/[^/]+$", "/postgres"));

    Called.vigil(folder, environment, "audit", "verify").assertFailed(3, "has no log of Vigil");
  }
}
