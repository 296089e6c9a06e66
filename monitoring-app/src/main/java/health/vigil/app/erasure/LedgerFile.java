package health.vigil.app.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;

import health.vigil.patient.PatientEvent.PatientErased;
import health.vigil.personal.ledger.LedgerContent;
import health.vigil.personal.ledger.LedgerSecret;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;

/**
 * The erasures of a log in a file outside the database, {@code erasures.ndjson}, that only ever
 * grows. Nodes may share it: each locks it for the moment of writing. Whoever dies while writing
 * leaves at most the beginning of a line, which the next to write removes.
 */
final class LedgerFile {
  private static final String NAME = "erasures.ndjson";

  private final Path folder;
  private final LedgerSecret secret;

  LedgerFile(Path folder, LedgerSecret secret) {
    this.folder = folder;
    this.secret = secret;
  }

  /** Another one than before whenever the file was written or replaced; of no other meaning. */
  Object state() throws IOException {
    try {
      return Files.readAttributes(path(), "unix:ino,size,lastModifiedTime,ctime");
    } catch (NoSuchFileException nothingYet) {
      return "none";
    }
  }

  /** Whether there is a file, made by whichever node. */
  boolean isThere() {
    return Files.exists(path());
  }

  /** Makes the file and its folder when they are missing; else nothing is written. */
  void make() throws IOException {
    if (!Files.exists(path())) {
      Files.createDirectories(folder);
      Files.write(path(), new byte[0], StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
        names.force(true);
      }
    }
  }

  /** As it is now; nothing while there is no file. */
  LedgerContent read() throws IOException {
    try {
      return LedgerContent.of(Files.readAllBytes(path()), secret);
    } catch (NoSuchFileException nothingYet) {
      return LedgerContent.of(new byte[0], secret);
    }
  }

  /**
   * Adds those whose patients the ledger does not name yet; when it returns they are on disk. It is
   * opened for writing only when there is somebody to add.
   */
  void add(Collection<PatientErased> erasures) throws IOException {
    if (!read().lines(erasures).isEmpty()) {
      make();
      // A file's lock keeps out other processes, but is refused to a second thread of this one.
      synchronized (LedgerFile.class) {
        append(erasures);
      }
    }
  }

  private void append(Collection<PatientErased> erasures) throws IOException {
    try (FileChannel file =
            FileChannel.open(path(), StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = file.lock()) {
      byte[] bytes = lock.isValid() ? bytes(file) : new byte[0];
      LedgerContent content = LedgerContent.of(bytes, secret);
      List<String> lines = content.lines(erasures);
      if (content.isTorn()) {
        file.truncate(ended(bytes));
      }
      boolean within = !content.isTorn() && ended(bytes) < bytes.length;
      if (!lines.isEmpty()) {
        write(file, (within ? "\n" : "") + String.join("\n", lines) + "\n");
      }
    }
  }

  /** How many bytes are lines with their ends. */
  private static int ended(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    return end;
  }

  private Path path() {
    return folder.resolve(NAME);
  }

  private static byte[] bytes(FileChannel file) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(file.size()));
    while (bytes.hasRemaining() && file.read(bytes, bytes.position()) >= 0) {
      // goes on until all is there
    }
    return bytes.array();
  }

  private static void write(FileChannel file, String lines) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(lines.getBytes(UTF_8));
    file.position(file.size());
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
    file.force(true);
  }
}
