package health.vigil.app.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.vigil.app.secret.ServerSecrets;
import health.vigil.patient.ErasureReason;
import health.vigil.patient.PatientEvent.PatientErased;
import health.vigil.patient.PatientId;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequiredLedgerTest {
  private static final PatientErased ADA =
      new PatientErased(
          new PatientId("ada"),
          ErasureReason.COURT_ORDER,
          "first",
          "second",
          Instant.parse("2026-11-23T10:00:00Z"));

  @TempDir private Path folder;
  private Path file;
  private List<PatientErased> log = List.of();

  private record Settings(Optional<Path> ledgerFolder, boolean required)
      implements ErasureConfiguration {}

  @BeforeEach
  void begin() {
    file = folder.resolve("erasures.ndjson");
  }

  @Test
  void withoutAFolderTheStartIsRefused() {
    assertRefused(Optional.empty(), "no ledger is kept: set vigil.erasure.ledger-folder");
  }

  @Test
  void withoutAFileTheStartIsRefusedAndNoneIsMade() {
    assertRefused(Optional.of(folder), "there is no erasures.ndjson in the folder");
    assertRefused(Optional.of(folder.resolve("away")), "there is no erasures.ndjson");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void anEmptyOneIsRefusedWhileTheLogTellsOfErasures() throws IOException {
    log = List.of(ADA);
    Files.createFile(file);
    assertRefused(Optional.of(folder), "the ledger in the folder");

    Files.writeString(file, "{\"pati");
    assertRefused(Optional.of(folder), "is empty");
  }

  @Test
  void anEmptyOneWillDoForALogThatTellsOfNone() throws IOException {
    Files.createFile(file);

    assertTaken(new Settings(Optional.of(folder), true));
  }

  @Test
  void oneWithLinesIsLeftToWhoAppliesThemWhateverTheyAre() throws IOException {
    log = List.of(ADA);
    Files.write(file, List.of("spoilt"), UTF_8);
    assertTaken(new Settings(Optional.of(folder), true));

    Files.delete(file);
    Files.createDirectory(file);
    assertTaken(new Settings(Optional.of(folder), true));
  }

  @Test
  void whereItIsNotRequiredNothingIsLookedAt() {
    log = List.of(ADA);

    assertTaken(new Settings(Optional.empty(), false));
    assertTaken(new Settings(Optional.of(folder.resolve("away")), false));
  }

  private void assertRefused(Optional<Path> ledgerFolder, String why) {
    assertThatThrownBy(() -> required(new Settings(ledgerFolder, true)).require(5))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("vigil.erasure.required forbids to start: ")
        .hasMessageContaining(why)
        .hasMessageContaining("vigil.erasure.ledger-folder");
  }

  private void assertTaken(Settings settings) {
    assertThatCode(() -> required(settings).require(5)).doesNotThrowAnyException();
  }

  private RequiredLedger required(Settings settings) {
    Ledger ledger = new Ledger(settings, ServerSecrets.of("0123456789abcdef0123456789abcdef"));
    return new RequiredLedger(settings, ledger, (after, upTo) -> log);
  }
}
