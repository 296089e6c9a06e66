package health.vigil.personal.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.vigil.personal.key.KeyRow;
import health.vigil.personal.master.Wrapped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is handed over is what was checked, although the file may be another a moment later. */
class BackupFileTest {
  private static final BackupSecret SECRET =
      new BackupSecret("0123456789abcdef0123456789abcdef".getBytes(UTF_8));
  private static final Instant NOW = Instant.parse("2026-11-23T20:00:00Z");

  @TempDir private Path folder;
  private Path file;
  private final List<String> handedOver = new ArrayList<>();

  @BeforeEach
  void begin() {
    file = folder.resolve("keys.backup");
  }

  @Test
  void everyRowIsHandedOverInOrder() throws Exception {
    write(NOW.plusSeconds(1), "anna", "boris");

    read(checked());

    assertThat(handedOver).containsExactly("anna", "boris");
  }

  @Test
  void oneThatIsChangedAfterTheCheckIsRefused() throws Exception {
    write(NOW.plusSeconds(1), "anna", "boris");
    BackupFile backup = checked();
    Files.writeString(file, Files.readString(file).replace("boris", "clara"));

    assertThatThrownBy(() -> read(backup))
        .isInstanceOf(UnusableBackup.class)
        .hasMessageContaining("not as it was written");
  }

  @Test
  void aRowThatCanNotBeReadAfterTheCheckIsRefusedToo() throws Exception {
    write(NOW.plusSeconds(1), "anna", "boris");
    BackupFile backup = checked();
    Files.writeString(file, Files.readString(file).replace("AQID", "!"));

    assertThatThrownBy(() -> read(backup)).isInstanceOf(UnusableBackup.class);
  }

  @Test
  void anotherGenuineOneThatComesAfterTheCheckIsRefused() throws Exception {
    write(NOW.plusSeconds(1), "anna");
    BackupFile backup = checked();
    write(NOW.minusSeconds(1), "anna", "boris");

    assertThatThrownBy(() -> read(backup))
        .isInstanceOf(UnusableBackup.class)
        .hasMessageContaining("replaced by another");
  }

  private BackupFile checked() throws IOException {
    return BackupFile.checked(file, SECRET, NOW);
  }

  private void read(BackupFile backup) throws Exception {
    backup.each(row -> handedOver.add(row.patient()));
  }

  private void write(Instant end, String... patients) throws IOException {
    List<String> lines = new ArrayList<>();
    BackupHeader header = new BackupHeader(NOW, end, patients.length, 0, new TreeSet<>(), "e", 1);
    lines.add(header.json().toString());
    for (String patient : patients) {
      Wrapped wrapped = new Wrapped("master", new byte[] {1, 2, 3});
      lines.add(BackupLine.of(new KeyRow(patient, wrapped, null)).toString());
    }
    byte[] text = (String.join("\n", lines) + "\n").getBytes(UTF_8);
    lines.add("{\"mac\":\"" + HexFormat.of().formatHex(SECRET.mac().doFinal(text)) + "\"}");
    Files.write(file, lines);
  }
}
