package health.vigil.cli.audit;

import static java.util.Comparator.comparingLong;

import health.vigil.cli.terminal.CouldNotLook;
import health.vigil.store.chain.Checkpoint;
import health.vigil.store.chain.CheckpointLines;
import health.vigil.store.chain.UnusableKeyException;
import health.vigil.store.chain.VerifyingKey;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The checkpoints of a folder, and the keys of which one has to have signed each.
 *
 * @param unreadable how many lines are none, such as one whose writer died before its end
 */
record SignedCheckpoints(List<Checkpoint> checkpoints, List<VerifyingKey> keys, int unreadable) {

  /** For a verification without. */
  static final SignedCheckpoints NONE = new SignedCheckpoints(List.of(), List.of(), 0);

  /** No checkpoints, but keys. */
  static SignedCheckpoints withKeys(Collection<Path> keyFiles) {
    return new SignedCheckpoints(List.of(), keys(keyFiles), 0);
  }

  private static List<VerifyingKey> keys(Collection<Path> files) {
    return files.stream().map(SignedCheckpoints::key).toList();
  }

  /**
   * Reads every {@code checkpoints-*.ndjson} of a folder.
   *
   * @throws CouldNotLook when there is none, or a file can not be read
   */
  static SignedCheckpoints read(Path folder, Collection<Path> keyFiles) {
    List<VerifyingKey> keys = keys(keyFiles);
    if (!Files.isDirectory(folder)) {
      throw new CouldNotLook(
          "There is no folder %s: --checkpoints names the folder of the files checkpoints-*.ndjson."
              .formatted(folder));
    }
    List<Checkpoint> checkpoints = new ArrayList<>();
    int unreadable = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "checkpoints-*.ndjson")) {
      for (Path file : files) {
        CheckpointLines lines = CheckpointLines.read(file);
        checkpoints.addAll(lines.checkpoints());
        unreadable += lines.broken().size();
      }
    } catch (IOException e) {
      throw new CouldNotLook("The checkpoints in %s can not be read.".formatted(folder), e);
    }
    if (checkpoints.isEmpty()) {
      throw new CouldNotLook(
          "There are no checkpoints in %s: it has no file checkpoints-*.ndjson with one."
              .formatted(folder));
    }
    return new SignedCheckpoints(checkpoints, keys, unreadable);
  }

  /**
   * Reads the public half of a key.
   *
   * @throws CouldNotLook when it is none
   */
  private static VerifyingKey key(Path file) {
    try {
      return VerifyingKey.read(file);
    } catch (UnusableKeyException e) {
      throw new CouldNotLook(
          "The key %s can not be used: the file %s. It is made with openssl pkey -in KEY -pubout."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /** The one that reaches furthest of those that are genuine. */
  Optional<Checkpoint> newest() {
    return checkpoints.stream().filter(this::isGenuine).max(comparingLong(Checkpoint::position));
  }

  /** How many genuine ones lie from one position to another, both included. */
  long between(long first, long last) {
    return checkpoints.stream()
        .filter(each -> each.position() >= first && each.position() <= last)
        .filter(this::isGenuine)
        .count();
  }

  /** In words, of how many were compared. */
  String told(long compared) {
    if (checkpoints.isEmpty()) {
      return "none compared; see --checkpoints";
    }
    return compared
        + " compared"
        + (unreadable == 0 ? "" : ", " + Flaws.count(unreadable, "line") + " could not be read");
  }

  private boolean isGenuine(Checkpoint checkpoint) {
    return keys.stream().anyMatch(key -> key.signed(checkpoint));
  }
}
