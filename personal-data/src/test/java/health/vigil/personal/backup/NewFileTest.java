package health.vigil.personal.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewFileTest {
  @TempDir private Path folder;

  @Test
  void itIsSeenWhenItIsWholeAndByItsOwnerAlone() throws IOException {
    Path file = folder.resolve("new");
    try (NewFile unfinished = NewFile.at(file)) {
      write(unfinished, "whole");
      assertThat(file).doesNotExist();

      unfinished.show();
    }

    assertThat(file).hasContent("whole");
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(folder).isDirectoryNotContaining("glob:**.unfinished");
  }

  @Test
  void ofTwoAtOnceOneComesToBeAndNeitherTakesTheOthers() throws IOException {
    Path file = folder.resolve("new");
    try (NewFile one = NewFile.at(file);
        NewFile other = NewFile.at(file)) {
      write(one, "one");
      write(other, "other");
      other.show();

      assertThatThrownBy(one::show).isInstanceOf(FileAlreadyExistsException.class);
    }

    assertThat(file).hasContent("other");
    assertThat(folder).isDirectoryNotContaining("glob:**.unfinished");
  }

  @Test
  void whatIsThereStays() throws IOException {
    Path file = Files.writeString(folder.resolve("old"), "old");

    assertThatThrownBy(() -> NewFile.at(file)).isInstanceOf(FileAlreadyExistsException.class);

    assertThat(file).hasContent("old");
  }

  @Test
  void whatIsNotShownIsGone() throws IOException {
    try (NewFile unfinished = NewFile.at(folder.resolve("new"))) {
      write(unfinished, "half");
    }

    assertThat(folder).isEmptyDirectory();
  }

  private static void write(NewFile file, String text) throws IOException {
    try (FileChannel channel = file.channel()) {
      assertThat(channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8))))
          .isPositive();
    }
  }
}
