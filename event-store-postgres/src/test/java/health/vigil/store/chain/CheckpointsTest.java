package health.vigil.store.chain;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.store.chain.ChainedLog.Fact;
import health.vigil.store.chain.Flaw.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a chain can not tell by itself, a checkpoint tells that was kept elsewhere. */
class CheckpointsTest {

  @TempDir Path folder;

  private final ChainedLog log = log();
  private SigningKey key;
  private Checkpoint at10;
  private Checkpoint at20;
  private Checkpoint at30;

  private static ChainedLog log() {
    try {
      return ChainedLog.of(30);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void sign() throws SQLException, GeneralSecurityException, IOException {
    key = SigningKey.read(KeyFiles.write(folder));
    at10 = signed(10);
    at20 = signed(20);
    at30 = signed(30);
  }

  @AfterEach
  void close() {
    log.close();
  }

  private Checkpoint signed(long position) throws SQLException {
    String hash =
        log.ask("SELECT encode(hash, 'hex') FROM vigil.events WHERE position = " + position);
    return key.sign(log.events().epoch(), position, hash, Instant.EPOCH);
  }

  private Verification verified(Checkpoint... checkpoints) throws InterruptedException {
    return against(checkpoints).all();
  }

  private ChainVerifier against(Checkpoint... checkpoints) {
    return log.verifier().against(List.of(checkpoints), List.of(key.verifyingKey()));
  }

  @Test
  void aLogThatNobodyTouchedAgreesWithItsCheckpoints() throws SQLException, InterruptedException {
    assertThat(verified(at30, at10, at20).flaws()).isEmpty();
  }

  @Test
  void whoMakesEveryHashAnewIsFoundByTheNextCheckpoint() throws SQLException, InterruptedException {
    log.tamper("UPDATE vigil.events SET payload = '{}' WHERE position = 17");
    log.chainAnewFrom(17);

    assertThat(verified(at10, at20, at30).flaws())
        .containsExactly(new Flaw(20, Kind.CHECKPOINT_DIFFERS));
    assertThat(against(at20).from(20).flaws())
        .containsExactly(new Flaw(20, Kind.CHECKPOINT_DIFFERS));
    assertThat(verified(at10).flaws()).isEmpty();
  }

  @Test
  void aTailThatIsGoneIsFoundThoughTheHeadWasMovedBack() throws SQLException, InterruptedException {
    log.tamper("DELETE FROM vigil.events WHERE position > 25");
    log.chainAnewFrom(25);

    assertThat(verified(at20, at30).flaws()).containsExactly(new Flaw(26, Kind.CUT_OFF));
    assertThat(against(at30).from(30).flaws()).containsExactly(new Flaw(26, Kind.CUT_OFF));
    assertThat(verified(at20).flaws()).isEmpty();
  }

  @Test
  void theLogIsVerifiedFromACheckpointOn() throws SQLException, InterruptedException {
    log.append(List.of(Fact.numbered(31), Fact.numbered(32)));

    Verification found = against(at20).from(20);

    assertThat(found.flaws()).isEmpty();
    assertThat(found.first()).isEqualTo(20);
    assertThat(found.last()).isEqualTo(32);
  }

  @Test
  void fromACheckpointOnTheEventItselfIsVerifiedToo() throws SQLException, InterruptedException {
    log.tamper("UPDATE vigil.events SET payload = '{}' WHERE position = 20");
    assertThat(against(at20).from(20).flaws()).containsExactly(new Flaw(20, Kind.CHANGED));
  }

  @Test
  void whatOnlyClaimsToBeSignedIsTold() throws SQLException, InterruptedException {
    Checkpoint forged =
        new Checkpoint(at20.epoch(), 21, at20.hash(), at20.at(), at20.key(), at20.signature());

    assertThat(verified(at10, forged, at30).flaws())
        .containsExactly(new Flaw(21, Kind.BAD_SIGNATURE));
    assertThat(log.verifier().against(List.of(at10), List.of()).all().flaws())
        .containsExactly(new Flaw(10, Kind.BAD_SIGNATURE));
  }

  @Test
  void checkpointsOfTheEpochBeforeStillHoldForWhatABackupHad()
      throws SQLException, InterruptedException {
    log.tamper("DELETE FROM vigil.events WHERE position > 25");
    log.chainAnewFrom(25);
    log.tamper("UPDATE vigil.log_head SET epoch = DEFAULT");

    assertThat(verified(at10, at20).flaws()).isEmpty();
    assertThat(verified(at10, at30).flaws()).containsExactly(new Flaw(30, Kind.OTHER_EPOCH));
  }

  @Test
  void whoMakesEveryHashAnewInANewEpochIsFoundByTheCheckpointsOfTheOneBefore()
      throws SQLException, InterruptedException {
    log.tamper("UPDATE vigil.events SET payload = '{}' WHERE position = 5");
    log.chainAnewFrom(1);
    log.tamper("UPDATE vigil.log_head SET epoch = DEFAULT");

    assertThat(verified(at10, at20).flaws())
        .containsExactly(new Flaw(10, Kind.OTHER_EPOCH), new Flaw(20, Kind.OTHER_EPOCH));
  }

  @Test
  void allThatIsWrongIsToldInItsOrder() throws SQLException, InterruptedException {
    Checkpoint forged =
        new Checkpoint(at20.epoch(), 5, at20.hash(), at20.at(), at20.key(), at20.signature());
    log.tamper("DELETE FROM vigil.events WHERE position > 25");
    log.chainAnewFrom(25);
    log.tamper("UPDATE vigil.events SET payload = '{}' WHERE position = 17");

    Verification found = verified(at30, forged);

    assertThat(found.firstFlaw()).contains(new Flaw(5, Kind.BAD_SIGNATURE));
    assertThat(found.flaws())
        .containsExactly(
            new Flaw(5, Kind.BAD_SIGNATURE),
            new Flaw(17, Kind.CHANGED),
            new Flaw(26, Kind.CUT_OFF));
  }
}
