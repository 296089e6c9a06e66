package health.vigil.store.chain;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.store.chain.ChainedLog.Fact;
import health.vigil.store.chain.CheckpointSigner.Attempt;
import health.vigil.store.chain.Flaw.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointSignerTest {

  private static final Instant NOW = Instant.parse("2026-11-23T13:05:00Z");

  @TempDir Path folder;

  private final ChainedLog log = new ChainedLog();
  private SigningKey key;
  private CheckpointFile file;

  @BeforeEach
  void open() throws GeneralSecurityException, IOException {
    key = SigningKey.read(KeyFiles.write(folder));
    file = CheckpointFile.in(folder, key.verifyingKey());
  }

  @AfterEach
  void close() {
    log.close();
  }

  private Attempt attempt() throws IOException, InterruptedException {
    return attempt(Optional.empty());
  }

  private Attempt attempt(Optional<String> restored) throws IOException, InterruptedException {
    return new CheckpointSigner(
            log.dataSource(), key, file, Clock.fixed(NOW, ZoneOffset.UTC), restored)
        .attempt();
  }

  private void append(int from, int to) throws SQLException {
    for (int number = from; number <= to; number++) {
      log.append(List.of(Fact.numbered(number)));
    }
  }

  @Test
  void anEmptyLogIsNotSigned() throws IOException, InterruptedException {
    assertThat(attempt().isNew()).isFalse();
    assertThat(file.last()).isEmpty();
  }

  @Test
  void theHeadIsSigned() throws IOException, InterruptedException, SQLException {
    append(1, 5);

    Attempt attempt = attempt();

    Checkpoint signed = file.last().orElseThrow();
    assertThat(attempt.isNew()).isTrue();
    assertThat(attempt.last()).contains(signed);
    assertThat(signed.position()).isEqualTo(5);
    assertThat(signed.at()).isEqualTo(NOW);
    assertThat(signed.epoch()).isEqualTo(log.events().epoch());
    assertThat(signed.hash()).isEqualTo(log.events().read(4, 1).get(0).hash());
    assertThat(key.verifyingKey().signed(signed)).isTrue();
  }

  @Test
  void nothingIsSignedWhileTheHeadStands() throws IOException, InterruptedException, SQLException {
    append(1, 5);
    Checkpoint first = attempt().last().orElseThrow();

    Attempt attempt = attempt();

    assertThat(attempt.isNew()).isFalse();
    assertThat(attempt.last()).contains(first);
    assertThat(CheckpointLines.read(file.path()).checkpoints()).containsExactly(first);
  }

  @Test
  void onlyWhatIsNewIsVerified() throws IOException, InterruptedException, SQLException {
    append(1, 5);
    attempt();
    append(6, 8);

    Attempt attempt = attempt();

    assertThat(attempt.verification().first()).isEqualTo(5);
    assertThat(attempt.verification().last()).isEqualTo(8);
    assertThat(CheckpointLines.read(file.path()).checkpoints())
        .extracting(Checkpoint::position)
        .containsExactly(5L, 8L);
  }

  @Test
  void aBrokenLogIsNeverSigned() throws IOException, InterruptedException, SQLException {
    append(1, 5);
    attempt();
    append(6, 8);
    log.tamper("UPDATE vigil.events SET payload = '{}' WHERE position = 7");

    assertThat(attempt().verification().flaws()).containsExactly(new Flaw(7, Kind.CHANGED));
    assertThat(file.last()).map(Checkpoint::position).contains(5L);
  }

  @Test
  void aLogThatWasBrokenBeforeTheFirstCheckpointIsNeverSigned()
      throws IOException, InterruptedException, SQLException {
    append(1, 5);
    log.tamper("UPDATE vigil.events SET payload = '{}' WHERE position = 2");

    assertThat(attempt().verification().flaws()).containsExactly(new Flaw(2, Kind.CHANGED));
    assertThat(file.last()).isEmpty();
  }

  @Test
  void aLogThatWasWrittenAnewIsNeverSigned()
      throws IOException, InterruptedException, SQLException {
    append(1, 5);
    attempt();
    append(6, 8);
    log.tamper("UPDATE vigil.events SET payload = '{}' WHERE position = 2");
    log.chainAnewFrom(2);

    assertThat(attempt().verification().flaws())
        .containsExactly(new Flaw(5, Kind.CHECKPOINT_DIFFERS));
    assertThat(file.last()).map(Checkpoint::position).contains(5L);
  }

  @Test
  void aLogThatWasCutOffIsNeverSigned() throws IOException, InterruptedException, SQLException {
    append(1, 5);
    attempt();
    log.tamper("DELETE FROM vigil.events WHERE position > 3");
    log.chainAnewFrom(3);

    assertThat(attempt().verification().flaws()).containsExactly(new Flaw(4, Kind.CUT_OFF));
    assertThat(file.last()).map(Checkpoint::position).contains(5L);
  }

  @Test
  void aCheckpointThatTheKeyDidNotSignIsTold()
      throws IOException, InterruptedException, SQLException {
    append(1, 5);
    attempt();
    String line = Files.readString(file.path());
    Files.writeString(file.path(), line.replace("\"position\":5", "\"position\":4"));

    assertThat(attempt().verification().flaws()).containsExactly(new Flaw(4, Kind.BAD_SIGNATURE));
  }

  @Test
  void aNewEpochIsSignedWhenTheOperatorKnowsOfIt()
      throws IOException, InterruptedException, SQLException {
    append(1, 5);
    Checkpoint old = attempt().last().orElseThrow();
    log.tamper("DELETE FROM vigil.events WHERE position > 3");
    log.chainAnewFrom(3);
    log.tamper("UPDATE vigil.log_head SET epoch = DEFAULT");

    Attempt unknown = attempt();

    assertThat(unknown.before()).contains(old);
    assertThat(unknown.isNew()).isFalse();
    assertThat(file.last()).contains(old);

    Attempt attempt = attempt(Optional.of(log.events().epoch()));

    assertThat(attempt.before()).contains(old);
    assertThat(attempt.isNew()).isTrue();
    assertThat(attempt.verification().first()).isEqualTo(1);
    assertThat(file.last()).map(Checkpoint::position).contains(3L);
    assertThat(attempt().before()).isEmpty();
  }

  @Test
  void twoNodesThatShareAKeyAndAFolderSignEachPositionOnce()
      throws IOException, InterruptedException, SQLException {
    append(1, 5);
    attempt();
    file = CheckpointFile.in(folder, key.verifyingKey());

    assertThat(attempt().isNew()).isFalse();
    assertThat(CheckpointLines.read(file.path()).checkpoints()).hasSize(1);
  }
}
