package health.vigil.store.chain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFileTest {

  @TempDir Path folder;

  private SigningKey key;
  private CheckpointFile file;

  @BeforeEach
  void open() throws GeneralSecurityException, IOException {
    key = SigningKey.read(KeyFiles.write(folder));
    file = CheckpointFile.in(place(), key.verifyingKey());
  }

  private Path place() {
    return folder.resolve("some/where");
  }

  private Checkpoint at(long position) {
    return key.sign("a1", position, "ab".repeat(32), Instant.parse("2026-11-23T13:05:00.1234567Z"));
  }

  @Test
  void aLineSaysWhatWasSigned() {
    assertThat(at(7).line())
        .startsWith(
            "{\"checkpoint\":\"vigil-checkpoint-1\",\"epoch\":\"a1\",\"position\":7,\"hash\":\""
                + "ab".repeat(32)
                + "\",\"at\":\"2026-11-23T13:05:00.123456Z\",\"key\":\""
                + key.verifyingKey().id()
                + "\",\"signature\":\"")
        .endsWith("==\"}");
    assertThat(Checkpoint.parse(at(7).line())).contains(at(7));
  }

  @Test
  void aNewFileHoldsNothing() throws IOException {
    assertThat(file.last()).isEmpty();
    assertThat(CheckpointLines.read(file.path()).checkpoints()).isEmpty();
  }

  @Test
  void whatIsAppendedIsThereInItsOrderAndTheFileOnlyGrows() throws IOException {
    file.append(at(7));
    byte[] before = Files.readAllBytes(file.path());
    CheckpointFile again = CheckpointFile.in(place(), key.verifyingKey());
    again.append(at(9));

    assertThat(again.last()).contains(at(9));
    assertThat(CheckpointLines.read(file.path()).checkpoints()).containsExactly(at(7), at(9));
    assertThat(Files.readAllBytes(file.path())).startsWith(before);
  }

  @Test
  void aPositionIsNotWrittenTwice() throws IOException {
    assertThat(file.append(at(7))).isTrue();
    assertThat(file.append(at(7))).isFalse();
    assertThat(file.append(at(6))).isFalse();
    assertThat(file.append(key.sign("b2", 6, "cd".repeat(32), Instant.EPOCH))).isTrue();

    assertThat(CheckpointLines.read(file.path()).checkpoints()).hasSize(2);
  }

  @Test
  void aLineThatWasTornOffAnywhereIsToldAndTolerated() throws IOException {
    file.append(at(7));
    long whole = Files.size(file.path());
    file.append(at(9));
    byte[] both = Files.readAllBytes(file.path());

    for (int size = (int) whole + 1; size < both.length; size++) {
      Files.write(file.path(), Arrays.copyOf(both, size));

      assertThat(file.last()).as("cut at %d", size).contains(at(7));
      assertThat(CheckpointLines.read(file.path()).broken()).containsExactly(2);
      assertThat(file.append(at(11))).isTrue();
      assertThat(file.last()).contains(at(11));
      assertThat(Files.readAllBytes(file.path())).startsWith(Arrays.copyOf(both, size));
    }
  }

  @Test
  void theLastOneIsFoundBehindMuchThatIsNone() throws IOException {
    file.append(at(7));
    Files.writeString(file.path(), "é".repeat(100_000), UTF_8, StandardOpenOption.APPEND);

    assertThat(file.last()).contains(at(7));
    assertThat(file.append(at(8))).isTrue();
    assertThat(file.last()).contains(at(8));
    assertThat(CheckpointLines.read(file.path()).broken()).containsExactly(2);
  }

  @Test
  void theLastOneIsFoundInALongFile() throws IOException {
    for (long position = 1; position <= 300; position++) {
      file.append(at(position));
    }

    assertThat(Files.size(file.path())).isGreaterThan(64 * 1024);
    assertThat(file.last()).contains(at(300));
  }

  @Test
  void severalMayWriteAtOnce() throws IOException {
    LongStream.rangeClosed(1, 200).parallel().forEach(this::appendBySomebodyElse);

    CheckpointLines lines = CheckpointLines.read(file.path());

    assertThat(lines.broken()).isEmpty();
    assertThat(lines.checkpoints())
        .extracting(Checkpoint::position)
        .isSorted()
        .doesNotHaveDuplicates()
        .endsWith(200L);
  }

  private void appendBySomebodyElse(long position) {
    try {
      CheckpointFile other = CheckpointFile.in(place(), key.verifyingKey());
      boolean unused = other.append(at(position));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whatIsNoFolderIsRefused() throws IOException {
    Path taken = Files.writeString(folder.resolve("taken"), "");

    assertThatThrownBy(() -> CheckpointFile.in(taken, key.verifyingKey()))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> CheckpointFile.in(taken.resolve("in"), key.verifyingKey()))
        .isInstanceOf(IOException.class);
  }

  @Test
  void onlyTheExactFormIsACheckpoint() {
    String line = at(7).line();

    assertThat(Checkpoint.parse(line.replace(":7,", ": 7,"))).isEmpty();
    assertThat(Checkpoint.parse(line.replace(":7,", ":07,"))).isEmpty();
    assertThat(Checkpoint.parse(line.replace(":7,", ":9999999999999999999,"))).isEmpty();
    assertThat(Checkpoint.parse(line.replace("2026-11", "2026-13"))).isEmpty();
    assertThat(Checkpoint.parse(line + " ")).isEmpty();
    assertThat(Checkpoint.parse("")).isEmpty();
  }
}
