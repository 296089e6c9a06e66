package health.vigil.store.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The checkpoints that one key has signed: a file of lines that only ever grows.
 *
 * <p>Processes that share a key and a folder may append to it at the same time: each locks it for
 * the moment of writing. A process or machine that dies while it writes leaves at most the
 * beginning of a line; it stays where it is, and the next line begins after it.
 */
public final class CheckpointFile {

  /** Room for more than a hundred lines. */
  private static final int TAIL = 64 * 1024;

  private final Path path;

  private CheckpointFile(Path path) {
    this.path = path;
  }

  /**
   * The file of a key's checkpoints in a folder, {@code checkpoints-KEY.ndjson}. Folder and file
   * are made when they are missing.
   *
   * @throws IOException when it can not be written and read
   */
  public static CheckpointFile in(Path folder, VerifyingKey key) throws IOException {
    Files.createDirectories(folder);
    CheckpointFile file = new CheckpointFile(folder.resolve("checkpoints-" + key.id() + ".ndjson"));
    file.locked((written, read) -> false);
    // The name of a new file outlasts a power cut only when its folder is written, too.
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    }
    return file;
  }

  public Path path() {
    return path;
  }

  /**
   * The last checkpoint that is whole.
   *
   * @throws IOException when the file can not be read
   */
  public Optional<Checkpoint> last() throws IOException {
    try (FileChannel read = FileChannel.open(path, StandardOpenOption.READ)) {
      return last(read);
    }
  }

  /**
   * Appends a checkpoint, unless the file ends with one of the same position of the epoch, or of a
   * later one. When it returns, the line is on the disk.
   *
   * @return whether it was appended
   * @throws IOException when the file can not be written; then a part of the line may have been
   */
  public boolean append(Checkpoint checkpoint) throws IOException {
    return locked(
        (write, read) -> {
          if (last(read).filter(last -> isNoNews(checkpoint, last)).isPresent()) {
            return false;
          }
          String line = (endsWithin(read) ? "\n" : "") + checkpoint.line() + "\n";
          ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(UTF_8));
          while (bytes.hasRemaining()) {
            write.write(bytes);
          }
          write.force(true);
          return true;
        });
  }

  private static boolean isNoNews(Checkpoint checkpoint, Checkpoint last) {
    return last.epoch().equals(checkpoint.epoch()) && last.position() >= checkpoint.position();
  }

  private interface Work {
    boolean with(FileChannel write, FileChannel read) throws IOException;
  }

  /** Opened for appending, so that it may be a file to which nothing else is allowed. */
  private boolean locked(Work work) throws IOException {
    // A file's lock keeps out other processes, but is refused to a second thread of this one.
    synchronized (CheckpointFile.class) {
      try (FileChannel write =
              FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
          FileChannel read = FileChannel.open(path, StandardOpenOption.READ)) {
        FileLock lock = write.lock();
        return lock.isValid() && work.with(write, read);
      }
    }
  }

  private static Optional<Checkpoint> last(FileChannel read) throws IOException {
    long size = read.size();
    Optional<Checkpoint> ofTail = CheckpointLines.of(textFrom(read, size - TAIL)).last();
    return ofTail.isPresent() || size <= TAIL
        ? ofTail
        : CheckpointLines.of(textFrom(read, 0)).last();
  }

  private static boolean endsWithin(FileChannel read) throws IOException {
    return read.size() > 0 && !textFrom(read, read.size() - 1).equals("\n");
  }

  private static String textFrom(FileChannel read, long start) throws IOException {
    long from = Math.max(0, start);
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(read.size() - from));
    while (bytes.hasRemaining() && read.read(bytes, from + bytes.position()) >= 0) {
      // goes on until all is there
    }
    return UTF_8.decode(bytes.flip()).toString();
  }
}
