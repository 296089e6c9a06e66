package health.vigil.store.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.vigil.store.chain.KeyFiles;
import health.vigil.store.chain.SigningKey;
import health.vigil.store.export.ExportManifest.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportManifestTest {

  private static final Instant AT = Instant.parse("2026-11-23T13:06:00.123456789Z");

  @TempDir Path folder;

  private SigningKey key;
  private ExportManifest manifest;

  @BeforeEach
  void sign() throws GeneralSecurityException, IOException {
    key = SigningKey.read(KeyFiles.write(folder));
    manifest =
        ExportManifest.of(
            new Part("an-export", "0f9c1d2e3b4a", 11, 20, "ab".repeat(32), "cd".repeat(32)),
            AT,
            key);
  }

  @Test
  void whatWasWrittenIsRead() {
    ExportManifest read = ExportManifest.parse(manifest.line()).orElseThrow();

    assertThat(read).isEqualTo(manifest);
    assertThat(read.isSignedBy(List.of(key.verifyingKey()))).isTrue();
    assertThat(read.count()).isEqualTo(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"T24:00:00.000000", "T13:06:60.000000", "T25:06:00.123456"})
  void aTimeInOtherWordsIsNone(String time) {
    String other = manifest.line().replace("T13:06:00.123456", time);

    assertThat(other).isNotEqualTo(manifest.line());
    assertThat(ExportManifest.parse(other)).isEmpty();
  }

  @Test
  void whatIsLongerThanAManifestIsNone() throws IOException {
    ExportFolder exported = new ExportFolder(folder);
    Files.writeString(exported.manifestFile(), manifest.line() + " ".repeat(4096) + "more");

    assertThatThrownBy(exported::manifest).isInstanceOf(UnusableExportException.class);
  }

  @Test
  void theSameIsSignedTheSameWay() {
    Part part = new Part("an-export", "0f9c1d2e3b4a", 11, 20, "ab".repeat(32), "cd".repeat(32));

    assertThat(ExportManifest.of(part, AT, key)).isEqualTo(manifest);
  }

  @ParameterizedTest
  @CsvSource({
    "an-export,another",
    "0f9c1d2e3b4a,0f9c1d2e3b4b",
    "abab,abac",
    "cdcd,cdce",
    "06:00.1,06:00.2",
  })
  void whoeverChangesItBreaksTheSignature(String from, String to) {
    ExportManifest changed =
        ExportManifest.parse(manifest.line().replaceFirst(from, to)).orElseThrow();

    assertThat(changed.isSignedBy(List.of(key.verifyingKey()))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "vigil-export-1,vigil-export-2",
    "an-export,an export",
    "an-export,an\\nexport",
    "\"count\":10,\"count\":11",
    "\"last\":20,\"last\":10",
    "\"first\":11,\"first\":011",
    "2026-11-23,2026-13-23",
    "abab,ABAB",
    "},}}",
  })
  void whatIsNotExactlyAManifestIsNone(String from, String to) {
    assertThat(ExportManifest.parse(manifest.line().replace(from, to))).isEmpty();
  }
}
