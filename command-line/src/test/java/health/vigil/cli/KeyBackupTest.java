package health.vigil.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import health.vigil.patient.ErasureReason;
import health.vigil.patient.PatientEvent.PatientErased;
import health.vigil.patient.PatientId;
import health.vigil.personal.backup.BackupSecret;
import health.vigil.personal.backup.KeyBackup;
import health.vigil.personal.backup.KeyRestore;
import health.vigil.personal.key.PatientKeys;
import health.vigil.personal.key.PostgresKeyTable;
import health.vigil.personal.key.ValueSealer;
import health.vigil.personal.ledger.LedgerContent;
import health.vigil.personal.ledger.LedgerSecret;
import health.vigil.personal.master.MasterKeyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./vigil keys backup} and {@code ./vigil keys restore}. */
class KeyBackupTest {
  private static final PatientId ANNA = new PatientId("anna");
  private static final PatientId BORIS = new PatientId("boris");
  private static final PatientId CLARA = new PatientId("clara");
  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final String FORGED =
      "{\"patientId\":\"boris\",\"at\":\"2026-11-23T20:00:00Z\",\"mac\":\"00\"}\n";
  private static final Instant NOW = Instant.parse("2026-11-23T20:00:00Z");

  @TempDir private Path home;
  private ALog log;
  private PatientKeys keys;
  private final Map<PatientId, byte[]> sealed = new HashMap<>();
  private Path ledger;
  private Path backup;

  @BeforeEach
  void threePatientsWithNames() throws Exception {
    log = ALog.of(1);
    Files.writeString(
        Files.createDirectories(home.resolve("data/keys")).resolve("mrn.key"), SECRET);
    Files.writeString(home.resolve("master.json"), MasterKeyFile.make());
    ledger = Files.createDirectories(home.resolve("data/erasures")).resolve("erasures.ndjson");
    Files.createFile(ledger);
    backup = home.resolve("keys.backup");
    keys = keys();
    for (PatientId patient : List.of(ANNA, BORIS, CLARA)) {
      sealed.put(patient, sealer().seal(patient, "name", name(patient)).orElseThrow());
    }
  }

  @AfterEach
  void close() {
    log.close();
  }

  private Called vigil(String arguments) {
    Map<String, String> environment = new HashMap<>(log.environment());
    environment.put("VIGIL_ERASURE_LEDGER_FOLDER", home.resolve("data/erasures").toString());
    return Called.vigil(home, environment, arguments.split(" "));
  }

  /** As the application writes it. */
  private void noteInLedger(PatientId... patients) throws IOException {
    List<PatientErased> erased =
        Stream.of(patients)
            .map(
                patient ->
                    new PatientErased(patient, ErasureReason.COURT_ORDER, "one", "other", NOW))
            .toList();
    LedgerSecret secret = LedgerSecret.ofServer(SECRET.getBytes(UTF_8));
    Files.write(ledger, LedgerContent.of(new byte[0], secret).lines(erased));
  }

  private Called backUp() {
    Called called = vigil("keys backup --to " + backup);
    assertThat(called.exitCode()).as(called.err()).isZero();
    return called;
  }

  private PatientKeys keys() {
    return new PatientKeys(
        new PostgresKeyTable(log.dataSource()),
        MasterKeyFile.read(home.resolve("master.json"), Optional.empty()),
        100);
  }

  private ValueSealer sealer() {
    return new ValueSealer(keys);
  }

  private static byte[] name(PatientId patient) {
    return ("name of " + patient).getBytes(UTF_8);
  }

  /** As a node that starts now reads it; empty for who is erased. */
  private Optional<String> read(PatientId patient) {
    return new ValueSealer(keys())
        .open(patient, "name", Objects.requireNonNull(sealed.get(patient)))
        .map(bytes -> new String(bytes, UTF_8));
  }

  private void eraseInLog(PatientId patient) throws SQLException {
    execute(
        """
        SELECT vigil.append(ARRAY[0], ARRAY['erased-%1$s'], ARRAY['%1$s'], ARRAY[1]::bigint[], ARRAY['Patient'],
          ARRAY[timestamptz '2026-11-23T20:00:00Z'], ARRAY['PatientErased'], ARRAY['1'], ARRAY['{}'], ARRAY['{}'])
        """
            .formatted(patient));
  }

  private void execute(String command) throws SQLException {
    try (Connection connection = log.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  private void loseAllKeys() throws SQLException {
    log.tamper("TRUNCATE vigil_keys.patient_key");
  }

  @Test
  void lostKeysComeBackAndWhoWasErasedSinceStaysErased() throws Exception {
    Called written = backUp();
    keys.destroy(ANNA, NOW);
    eraseInLog(ANNA);
    loseAllKeys();

    Called restored = vigil("keys restore " + backup);

    assertThat(written.out()).contains("3 keys are in " + backup, "epoch", "expires");
    assertThat(restored.exitCode()).as(restored.err()).isZero();
    assertThat(restored.out())
        .contains("2 keys came back", "1, who stay erased", "0 lines, which hold")
        .doesNotContain("left alone", "other epoch", "log ends");
    assertThat(read(BORIS)).contains("name of boris");
    assertThat(read(CLARA)).contains("name of clara");
    assertThat(read(ANNA)).isEmpty();
    assertThat(keys().isErased(ANNA)).isTrue();
  }

  @Test
  void whoIsErasedByTheLedgerAloneStaysErased() throws Exception {
    backUp();
    loseAllKeys();
    noteInLedger(ANNA, new PatientId("dora"));
    Files.writeString(ledger, "{\"pati", StandardOpenOption.APPEND);

    Called restored = vigil("keys restore --json " + backup);

    assertThat(restored.json().path("erased").asInt()).isOne();
    assertThat(restored.json().path("ledgerLines").asInt()).isEqualTo(2);
    assertThat(keys().isErased(ANNA)).isTrue();
    assertThat(keys().isErased(new PatientId("dora"))).as("came after the backup").isTrue();
    assertThat(read(BORIS)).contains("name of boris");
  }

  @Test
  void aLedgerWithALineThatWasNotWrittenWithTheSecretIsRefused() throws Exception {
    backUp();
    noteInLedger(ANNA, CLARA);
    byte[] genuine = Files.readAllBytes(ledger);
    List<String> lines = Files.readAllLines(ledger);
    byte[] spoilt = genuine.clone();
    spoilt[lines.get(0).length() - 10] = (byte) 0xff;
    loseAllKeys();

    assertRefusedForLine(3, (lines.get(0) + "\n" + lines.get(1) + "\n" + FORGED).getBytes(UTF_8));
    assertRefusedForLine(1, FORGED.getBytes(UTF_8));
    assertRefusedForLine(1, (lines.get(1) + "\n").getBytes(UTF_8));
    assertRefusedForLine(2, (lines.get(0) + "\n{\"pati\n" + lines.get(1) + "\n").getBytes(UTF_8));
    assertRefusedForLine(1, spoilt);
    assertRefusedForLine(1, "null\n".getBytes(UTF_8));
    assertThat(new PostgresKeyTable(log.dataSource()).living("", 10)).isEmpty();
  }

  @Test
  void nobodysKeyIsDestroyedByALineThatAnybodyCanWrite() throws Exception {
    backUp();

    assertRefusedForLine(1, FORGED.getBytes(UTF_8));

    assertThat(read(BORIS)).contains("name of boris");
    assertThat(keys().isErased(BORIS)).isFalse();
  }

  private void assertRefusedForLine(int line, byte[] text) throws IOException {
    Files.write(ledger, text);
    vigil("keys restore " + backup)
        .assertFailed(
            3, "Line " + line + " of the ledger of erasures " + ledger, "Nothing was restored.");
  }

  @Test
  void theKeyOfNobodyIsNeverDestroyed() throws Exception {
    byte[] ofNobody = sealer().seal(PatientKeys.SYSTEM, "name", name(ANNA)).orElseThrow();
    backUp();
    eraseInLog(PatientKeys.SYSTEM);
    noteInLedger(PatientKeys.SYSTEM);

    assertThat(vigil("keys restore " + backup).exitCode()).isZero();

    assertThat(new ValueSealer(keys()).open(PatientKeys.SYSTEM, "name", ofNobody)).isPresent();
  }

  @Test
  void anErasureThatTheBackupKnowsHoldsAfterIt() throws Exception {
    keys.destroy(ANNA, NOW);
    assertThat(backUp().out()).contains("2 keys", "1 patients are erased");
    loseAllKeys();

    vigil("keys restore " + backup);

    assertThat(keys().isErased(ANNA)).isTrue();
  }

  @Test
  void aRestoreDoneAgainChangesNothingAndAKeyThatIsThereStays() throws Exception {
    backUp();
    loseAllKeys();
    byte[] newName = sealer().seal(new PatientId("dora"), "name", name(ANNA)).orElseThrow();
    keys.forgetAll();
    byte[] underAnotherKey = sealer().seal(ANNA, "name", name(ANNA)).orElseThrow();

    assertThat(vigil("keys restore --json " + backup).json().path("restored").asInt()).isEqualTo(2);
    Called again = vigil("keys restore --json " + backup);

    assertThat(again.json().path("restored").asInt()).isZero();
    assertThat(again.json().path("present").asInt()).isEqualTo(2);
    assertThat(again.json().path("kept").asInt()).isOne();
    assertThat(new ValueSealer(keys()).open(ANNA, "name", underAnotherKey)).isPresent();
    assertThat(new ValueSealer(keys()).open(new PatientId("dora"), "name", newName)).isPresent();
  }

  @Test
  void ofABackupOfAnotherOrALongerLogItIsTold() throws Exception {
    backUp();
    log.tamper("UPDATE vigil.log_head SET epoch = 'other', position = 0");

    assertThat(vigil("keys restore " + backup).out())
        .contains("this log of other", "at position 0");

    JsonNode json = vigil("keys restore --json " + backup).json();
    assertThat(json.path("logEpoch").asText()).isEqualTo("other");
    assertThat(json.path("backupEpoch").asText()).isNotEmpty().isNotEqualTo("other");
    assertThat(json.path("backupPosition").asLong()).isPositive();
    assertThat(json.path("logPosition").asLong()).isZero();
  }

  @Test
  void aRestoreThatEndsEarlyBringsNothingBack() throws Exception {
    backUp();
    loseAllKeys();
    KeyRestore restore =
        new KeyRestore(
            log.dataSource(),
            new BackupSecret(SECRET.getBytes(UTF_8)),
            LedgerSecret.ofServer(SECRET.getBytes(UTF_8)));

    assertThatThrownBy(
            () ->
                restore.run(
                    backup,
                    Optional.empty(),
                    Instant.now(),
                    (done, of) -> {
                      throw new IllegalStateException("ends");
                    }))
        .hasMessage("ends");

    assertThat(new PostgresKeyTable(log.dataSource()).living("", 10)).isEmpty();
  }

  @Test
  void anExpiredFileIsRefused() throws Exception {
    Path old = home.resolve("old.backup");
    new KeyBackup(log.dataSource(), new BackupSecret(SECRET.getBytes(UTF_8)))
        .write(old, Instant.now().minus(Duration.ofDays(2)), Duration.ofDays(1), (done, of) -> {});

    vigil("keys restore " + old).assertFailed(3, "expired at", "Nothing was restored.");
  }

  @Test
  void aFileThatWasChangedCutOffOrSignedWithAnotherSecretIsRefused() throws Exception {
    backUp();
    loseAllKeys();
    List<String> lines = Files.readAllLines(backup);
    List<String> changed = new ArrayList<>(lines);
    changed.set(1, lines.get(1).replace("anna", "boris"));
    List<String> longer = new ArrayList<>(lines);
    longer.set(0, lines.get(0).replaceFirst("\"expiresAt\":\"\\d", "\"expiresAt\":\"9"));

    for (List<String> text : List.of(changed, longer, lines.subList(0, 3), lines.subList(0, 1))) {
      Files.write(backup, text);
      vigil("keys restore " + backup).assertFailed(3, "Nothing was restored.");
    }
    Files.write(backup, lines);
    Files.writeString(home.resolve("data/keys/mrn.key"), SECRET.replace('0', 'x'));
    vigil("keys restore " + backup).assertFailed(3, "the server's secret is another");
    assertThat(new PostgresKeyTable(log.dataSource()).living("", 10)).isEmpty();
  }

  @Test
  void aBackupIsForItsOwnerAloneAndHoldsNoKeyThatOpens() throws Exception {
    backUp();

    assertThat(Files.getPosixFilePermissions(backup))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(home).isDirectoryNotContaining(file -> file.toString().endsWith(".unfinished"));
    vigil("keys backup --to " + backup).assertFailed(3, "already");
    assertThat(vigil("keys backup --for 2y --to " + home.resolve("x")).exitCode()).isEqualTo(2);
  }

  @Test
  void withoutALedgerARestoreSaysSoFirst() throws IOException {
    backUp();
    Files.delete(ledger);

    vigil("keys restore " + backup).assertFailed(3, "--without-ledger");
    assertThat(vigil("keys restore --without-ledger " + backup).out())
        .contains("none: by the log alone");
  }

  @Test
  void theLedgerOfTheDataFolderIsNotTakenForThatOfAnotherDatabase() {
    backUp();

    Called.vigil(home, log.environment(), "keys", "restore", backup.toString())
        .assertFailed(3, "VIGIL_ERASURE_LEDGER_FOLDER", "--without-ledger");
  }

  @Test
  void aDatabaseWithoutTheTableOfKeysIsNamed() throws Exception {
    backUp();
    log.tamper("DROP SCHEMA vigil_keys CASCADE");

    vigil("keys restore " + backup).assertFailed(3, "vigil_keys", "back-up-and-restore.md");
  }
}
