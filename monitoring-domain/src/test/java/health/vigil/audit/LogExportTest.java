package health.vigil.audit;

import static health.vigil.fixture.Patients.NINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.vigil.audit.LogExportCommand.ExportLog;
import health.vigil.audit.LogExportEvent.LogExported;
import health.vigil.fixture.DomainFixture;
import health.vigil.fixture.Snapshot;
import health.vigil.refusal.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogExportTest {
  private static final ExportId EXPORT = new ExportId("3f0c2f5e-0000-4000-8000-000000000001");
  private static final LogPart PART =
      new LogPart("0f9c1d2e3b4a", 11, 20, "ab".repeat(32), "cd".repeat(32));
  private static final LogExported EXPORTED = new LogExported(EXPORT, PART, 10, "Audit", NINE);

  private final DomainFixture vigil = DomainFixture.vigil();

  @Test
  void whoExportsTheLogSaysSoInTheLog() {
    vigil.when(new ExportLog(EXPORT, PART, "Audit", NINE)).expectEvents(EXPORTED);
  }

  @Test
  void anExportIsMadeOnce() {
    vigil
        .givenIn(EXPORT.value(), EXPORTED)
        .when(new ExportLog(EXPORT, PART, "Again", NINE))
        .expectRefusal(Refusal.Kind.CONFLICT, "already-exported");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\u0000b", "a\nb", "\ud800"})
  void aReasonIsSomethingToRead(String reason) {
    vigil.when(new ExportLog(EXPORT, PART, reason, NINE)).expectInvalid("reason");
  }

  @Test
  void aReasonIsShort() {
    vigil.when(new ExportLog(EXPORT, PART, "x".repeat(501), NINE)).expectInvalid("reason");
    vigil.when(new ExportLog(EXPORT, PART, "x".repeat(500), NINE)).expectAccepted();
  }

  @ParameterizedTest
  @CsvSource({"0, 5", "-1, 5", "6, 5"})
  void aPartHasAnEventAtLeast(long first, long last) {
    assertThatThrownBy(() -> new LogPart("0f9c1d2e3b4a", first, last, "", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSnapshotHoldsAllThatIsDecidedOn() {
    LogExport export = new LogExport();
    export.on(EXPORTED);

    assertThat(Snapshot.andBack(export, LogExport.class))
        .usingRecursiveComparison()
        .isEqualTo(export);
  }
}
