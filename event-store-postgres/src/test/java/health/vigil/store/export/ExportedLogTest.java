package health.vigil.store.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.store.chain.ChainedLog;
import health.vigil.store.chain.ChainedLog.Fact;
import health.vigil.store.chain.Checkpoint;
import health.vigil.store.chain.Flaw;
import health.vigil.store.chain.Flaw.Kind;
import health.vigil.store.chain.KeyFiles;
import health.vigil.store.chain.SigningKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was done to the log before it was exported is in the export, and is found there. */
class ExportedLogTest {

  private static final int EVENTS = 1100;

  @TempDir Path folder;

  private SigningKey key;
  private ChainedLog log;

  @BeforeEach
  void fill() throws SQLException, GeneralSecurityException, IOException {
    key = SigningKey.read(KeyFiles.write(folder));
    log = ChainedLog.of(30);
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

  private ExportVerification exported(long first, long last, Checkpoint... checkpoints)
      throws IOException, SQLException {
    Exported export = Exported.of(log, first, last, key);
    return new ExportVerifier(List.of(key.verifyingKey()))
        .against(List.of(checkpoints))
        .verify(export.manifest(), new ByteArrayInputStream(export.events().getBytes(UTF_8)));
  }

  @Test
  void anEventThatWasChangedIsFound() throws SQLException, IOException {
    log.tamper("UPDATE vigil.events SET payload = '{}' WHERE position = 17");

    assertThat(exported(1, 30).flaws()).containsExactly(new Flaw(17, Kind.CHANGED));
  }

  @Test
  void anEventThatIsGoneIsFound() throws SQLException, IOException {
    log.tamper("DELETE FROM vigil.events WHERE position = 17");

    assertThat(exported(1, 30).flaws()).containsExactly(new Flaw(17, Kind.MISSING));
  }

  @Test
  void eventsThatChangedPlacesAreFound() throws SQLException, IOException {
    log.tamper(
        """
        UPDATE vigil.events SET position = -1 WHERE position = 17;
        UPDATE vigil.events SET position = 17 WHERE position = 20;
        UPDATE vigil.events SET position = 20 WHERE position = -1;
        """);

    assertThat(exported(1, 30).flaws()).containsExactly(new Flaw(17, Kind.CHANGED));
  }

  @Test
  void whoMadeEveryHashAnewIsFoundByACheckpoint() throws SQLException, IOException {
    Checkpoint at10 = signed(10);
    Checkpoint at20 = signed(20);
    log.tamper("UPDATE vigil.events SET payload = '{}' WHERE position = 17");
    log.chainAnewFrom(17);

    assertThat(exported(1, 30).flaws()).isEmpty();
    assertThat(exported(1, 30, at20, at10).flaws())
        .containsExactly(new Flaw(20, Kind.CHECKPOINT_DIFFERS));
    assertThat(exported(21, 30, at10, at20).flaws())
        .containsExactly(new Flaw(20, Kind.CHECKPOINT_DIFFERS));
    assertThat(exported(1, 16, at10, at20).flaws()).isEmpty();
  }

  @Test
  void checkpointsOfThePartAreComparedAndNoOthers() throws SQLException, IOException {
    ExportVerification found = exported(11, 20, signed(9), signed(10), signed(15), signed(21));

    assertThat(found.flaws()).isEmpty();
    assertThat(found.compared()).isEqualTo(2);
  }

  @Test
  void aCheckpointThatOnlyClaimsToBeSignedIsTold() throws SQLException, IOException {
    Checkpoint at20 = signed(20);
    Checkpoint forged =
        new Checkpoint(at20.epoch(), 15, at20.hash(), at20.at(), at20.key(), at20.signature());

    assertThat(exported(1, 30, forged).flaws()).containsExactly(new Flaw(15, Kind.BAD_SIGNATURE));
  }

  @Test
  void aCheckpointIsNoManifestThoughTheSameKeySignsBoth() throws SQLException {
    assertThat(signed(20).text()).startsWith(Checkpoint.FORM + "\n");
    assertThat(ExportManifest.parse(signed(20).line())).isEmpty();
  }

  @Test
  void everyPageIsReadOnceAndWholeWhileTheLogGrows() throws SQLException, IOException {
    log.append(IntStream.rangeClosed(31, EVENTS).mapToObj(Fact::numbered).toList());
    ExportPages pages = new ExportPages(log.dataSource(), 2, EVENTS - 1);
    StringBuilder lines = new StringBuilder();
    int number = EVENTS;
    while (pages.hasNext()) {
      lines.append(new String(pages.next(), UTF_8));
      log.append(List.of(Fact.numbered(++number)));
    }

    assertThat(lines).isEqualToIgnoringNewLines(Exported.of(log, 2, EVENTS - 1, key).events());
    assertThat(lines.toString().lines()).hasSize(EVENTS - 2);
    assertThat(exported(2, EVENTS - 1).isIntact()).isTrue();
  }

  @Test
  void aHoleInTheLogIsNoEndOfAnExport() throws SQLException, IOException {
    log.append(IntStream.rangeClosed(31, EVENTS).mapToObj(Fact::numbered).toList());
    log.tamper("DELETE FROM vigil.events WHERE position BETWEEN 101 AND 1090");

    ExportPages pages = new ExportPages(log.dataSource(), 101, EVENTS);

    assertThat(pages.next()).isEmpty();
    assertThat(pages.hasNext()).isTrue();
    assertThat(exported(1, EVENTS).flaws()).containsExactly(new Flaw(101, Kind.MISSING));
  }
}
