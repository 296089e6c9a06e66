package health.vigil.store.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a file of checkpoints holds. Signatures are not looked at.
 *
 * @param checkpoints in the order in which they were written
 * @param broken the numbers, from 1, of lines that are no checkpoints, such as one whose writer
 *     died before its end
 */
public record CheckpointLines(List<Checkpoint> checkpoints, List<Integer> broken) {

  public CheckpointLines {
    checkpoints = List.copyOf(checkpoints);
    broken = List.copyOf(broken);
  }

  /**
   * Reads a file, wherever it is.
   *
   * @throws IOException when it can not be read
   */
  public static CheckpointLines read(Path file) throws IOException {
    return of(new String(Files.readAllBytes(file), UTF_8));
  }

  /** A line without a line feed was not written to its end, though it may look as if it were. */
  static CheckpointLines of(String text) {
    List<Checkpoint> checkpoints = new ArrayList<>();
    List<Integer> broken = new ArrayList<>();
    int number = 1;
    for (int start = 0; start < text.length(); number++) {
      int end = text.indexOf('\n', start);
      Optional<Checkpoint> checkpoint =
          end < 0 ? Optional.empty() : Checkpoint.parse(text.substring(start, end));
      checkpoint.ifPresent(checkpoints::add);
      if (checkpoint.isEmpty()) {
        broken.add(number);
      }
      start = end < 0 ? text.length() : end + 1;
    }
    return new CheckpointLines(checkpoints, broken);
  }

  /** The last that was written whole. */
  Optional<Checkpoint> last() {
    return checkpoints.isEmpty()
        ? Optional.empty()
        : Optional.of(checkpoints.get(checkpoints.size() - 1));
  }
}
