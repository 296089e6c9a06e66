package health.vigil.app.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.app.secret.ServerSecrets;
import health.vigil.patient.ErasureReason;
import health.vigil.patient.PatientEvent.PatientErased;
import health.vigil.patient.PatientId;
import health.vigil.personal.ledger.LedgerContent;
import health.vigil.personal.ledger.LedgerSecret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerFileTest {
  private static final Instant AT = Instant.parse("2026-11-23T10:00:00.000000001Z");
  private static final LedgerSecret SECRET = new LedgerSecret(new byte[32]);
  private static final PatientErased ADA = erased("ada");
  private static final PatientErased BEN = erased("ben");
  private static final PatientErased CLEO = erased("cleo");

  @TempDir private Path folder;

  @Test
  void whatIsAddedIsReadAgainInItsOrder() throws IOException {
    ledger().add(List.of(ADA));
    ledger().add(List.of(BEN));

    assertThat(ledger().read().erasures().values()).containsExactly(ADA, BEN);
    assertThat(ledger().read().lines()).isEqualTo(2);
    assertThat(ledger().read().broken()).isEmpty();
  }

  @Test
  void nobodyIsNotedTwice() throws IOException {
    ledger().add(List.of(ADA, BEN));
    ledger().add(List.of(BEN, ADA));

    assertThat(Files.readAllLines(file())).hasSize(2);
  }

  @Test
  void nothingIsTouchedWhileThereIsNothingToWrite() throws IOException {
    LedgerFile nowhere = new LedgerFile(folder.resolve("away"), SECRET);

    nowhere.add(List.of());

    assertThat(nowhere.read().erasures()).isEmpty();
    assertThat(folder.resolve("away")).doesNotExist();
  }

  @Test
  void theBeginningOfALineAtTheEndIsNothingAndIsRemovedByTheNext() throws IOException {
    ledger().add(List.of(ADA));
    Files.writeString(file(), "{\"patientId\":\"bé", StandardOpenOption.APPEND);
    assertThat(ledger().read().broken()).isEmpty();

    ledger().add(List.of(BEN));

    assertThat(ledger().read().erasures().values()).containsExactly(ADA, BEN);
    assertThat(ledger().read().broken()).isEmpty();
    assertThat(Files.readAllLines(file())).hasSize(2);
  }

  @Test
  void aWholeLineWithoutItsEndCounts() throws IOException {
    ledger().add(List.of(ADA));
    Files.writeString(file(), Files.readString(file()).strip());

    ledger().add(List.of(BEN));

    assertThat(ledger().read().erasures().values()).containsExactly(ADA, BEN);
    assertThat(ledger().read().broken()).isEmpty();
  }

  @Test
  void aLineThatWasChangedCountsForNothingAndTheOthersHold() throws IOException {
    ledger().add(List.of(ADA, BEN, CLEO));
    String written = Files.readString(file());
    Files.writeString(file(), written.replace("\"patientId\":\"ben\"", "\"patientId\":\"dora\""));

    LedgerContent content = ledger().read();

    assertThat(content.broken()).contains(2);
    assertThat(content.erasures().values()).containsExactly(ADA, CLEO);
  }

  @Test
  void aLineThatIsDamagedAmidTheOthersIsNotTakenForOneThatWasNeverFinished() throws IOException {
    ledger().add(List.of(ADA, BEN, CLEO));
    List<String> lines = new ArrayList<>(Files.readAllLines(file()));
    lines.set(1, lines.get(1).substring(0, 20));
    Files.write(file(), lines);

    assertThat(ledger().read().broken()).contains(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "1", "\"\"", "{}", ""})
  void whatIsJsonAndNoErasureIsABrokenLineAndTheOthersHold(String line) throws IOException {
    ledger().add(List.of(ADA));
    Files.writeString(file(), line + "\n", StandardOpenOption.APPEND);

    ledger().add(List.of(BEN));

    assertThat(ledger().read().broken()).contains(2);
    assertThat(ledger().read().erasures().values()).containsExactly(ADA, BEN);
  }

  @Test
  void theCommandLineChecksItWithTheSameSecret() throws IOException {
    String secret = "0123456789abcdef0123456789abcdef";
    byte[] key = ServerSecrets.of(secret).keyFor(LedgerSecret.PURPOSE);
    new LedgerFile(folder, new LedgerSecret(key)).add(List.of(ADA, BEN));

    assertThat(LedgerContent.holding(file(), LedgerSecret.ofServer(secret.getBytes(UTF_8))).lines())
        .isEqualTo(2);
  }

  @Test
  void itsStateIsAnotherOnceItIsWrittenEvenAsLongAsBeforeAndWithTheSameTime() throws IOException {
    Object none = ledger().state();
    ledger().add(List.of(ADA));
    Object before = ledger().state();
    assertThat(before).isNotEqualTo(none).isEqualTo(ledger().state());
    FileTime time = Files.getLastModifiedTime(file());
    Path copy = Files.copy(file(), folder.resolve("copy"));
    Files.setLastModifiedTime(copy, time);

    Files.move(copy, file(), StandardCopyOption.REPLACE_EXISTING);

    assertThat(Files.getLastModifiedTime(file())).isEqualTo(time);
    assertThat(ledger().state()).isNotEqualTo(before);
  }

  @Test
  void whatManyWriteAtOnceIsOneChain() throws IOException {
    List<PatientErased> all =
        IntStream.range(0, 40).mapToObj(number -> erased("patient-" + number)).toList();
    CompletableFuture<?>[] writers =
        all.stream()
            .map(each -> CompletableFuture.runAsync(() -> add(each)))
            .toArray(CompletableFuture[]::new);

    CompletableFuture.allOf(writers).join();

    LedgerContent content = ledger().read();
    assertThat(content.broken()).isEmpty();
    assertThat(content.lines()).isEqualTo(40);
    assertThat(content.erasures().values()).containsExactlyInAnyOrderElementsOf(all);
  }

  private void add(PatientErased erased) {
    try {
      ledger().add(List.of(erased));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Test
  void aLineThatIsTakenOutIsMissed() throws IOException {
    ledger().add(List.of(ADA, BEN, CLEO));
    List<String> lines = new ArrayList<>(Files.readAllLines(file()));
    lines.remove(0);
    Files.write(file(), lines);

    LedgerContent content = ledger().read();

    assertThat(content.broken()).contains(1);
    assertThat(content.erasures().values()).containsExactly(BEN, CLEO);
  }

  @Test
  void whoIsErasedAfterSomebodyDamagedItIsNotedAllTheSame() throws IOException {
    ledger().add(List.of(ADA));
    Files.writeString(file(), "spoilt\n", StandardOpenOption.APPEND);

    ledger().add(List.of(BEN));

    assertThat(ledger().read().erasures().values()).containsExactly(ADA, BEN);
    assertThat(ledger().read().broken()).contains(2);
  }

  @Test
  void theLedgerOfAnotherSecretHasNobodyErased() throws IOException {
    ledger().add(List.of(ADA));
    byte[] other = new byte[32];
    other[0] = 1;

    LedgerContent content = new LedgerFile(folder, new LedgerSecret(other)).read();

    assertThat(content.broken()).contains(1);
    assertThat(content.erasures()).isEmpty();
  }

  private LedgerFile ledger() {
    return new LedgerFile(folder, SECRET);
  }

  private Path file() {
    return folder.resolve("erasures.ndjson");
  }

  private static PatientErased erased(String patient) {
    return new PatientErased(
        new PatientId(patient), ErasureReason.COURT_ORDER, "first", "second", AT);
  }
}
