package health.vigil.app.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.vigil.app.secret.KeyedHash;
import health.vigil.patient.ErasureReason;
import health.vigil.patient.PatientEvent.PatientErased;
import health.vigil.patient.PatientId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerFileTest {
  private static final Instant AT = Instant.parse("2026-11-23T10:00:00.000000001Z");
  private static final KeyedHash SECRET = new KeyedHash(new byte[32]);
  private static final PatientErased ADA = erased("ada");
  private static final PatientErased BEN = erased("ben");

  @TempDir private Path folder;

  @Test
  void whatIsAddedIsReadAgainInItsOrder() throws IOException {
    ledger().add(List.of(ADA));
    ledger().add(List.of(BEN));

    assertThat(ledger().read().values()).containsExactly(ADA, BEN);
  }

  @Test
  void nobodyIsNotedTwice() throws IOException {
    ledger().add(List.of(ADA, BEN));
    ledger().add(List.of(BEN, ADA));

    assertThat(Files.readAllLines(file())).hasSize(2);
  }

  @Test
  void aLineThatWasNotWrittenToItsEndIsNoneAndHarmsNoOther() throws IOException {
    ledger().add(List.of(ADA));
    Files.writeString(file(), "{\"patientId\":\"be", StandardOpenOption.APPEND);
    ledger().add(List.of(BEN));

    assertThat(ledger().read().values()).containsExactly(ADA, BEN);
  }

  @Test
  void aLineWrittenWithoutTheSecretIsRefusedByItsNumber() throws IOException {
    ledger().add(List.of(ADA, BEN));
    String written = Files.readString(file());
    Files.writeString(file(), written.replace("\"patientId\":\"ben\"", "\"patientId\":\"cleo\""));

    assertThatThrownBy(() -> ledger().read())
        .isInstanceOf(ForgedLedger.class)
        .hasMessageContaining("Line 2");
  }

  @Test
  void theLedgerOfAnotherSecretIsRefused() throws IOException {
    ledger().add(List.of(ADA));
    byte[] other = new byte[32];
    other[0] = 1;

    assertThatThrownBy(() -> LedgerFile.in(folder, new KeyedHash(other)).read())
        .isInstanceOf(ForgedLedger.class);
  }

  private LedgerFile ledger() throws IOException {
    return LedgerFile.in(folder, SECRET);
  }

  private Path file() {
    return folder.resolve("erasures.ndjson");
  }

  private static PatientErased erased(String patient) {
    return new PatientErased(
        new PatientId(patient), ErasureReason.COURT_ORDER, "first", "second", AT);
  }
}
