package health.vigil.app.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;

import health.vigil.app.secret.KeyedHash;
import health.vigil.patient.PatientEvent.PatientErased;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The erasures of a log in a file outside the database, {@code erasures.ndjson}, that only ever
 * grows. Nodes may share it: each locks it for the moment of writing. Whoever dies while writing
 * leaves at most the beginning of a line, after which the next begins.
 */
final class LedgerFile {
  private static final String NAME = "erasures.ndjson";

  private final Path path;
  private final KeyedHash hash;

  private LedgerFile(Path path, KeyedHash hash) {
    this.path = path;
    this.hash = hash;
  }

  /**
   * The ledger of a folder; both are made when they are missing.
   *
   * @throws IOException when it can not be written and read
   */
  static LedgerFile in(Path folder, KeyedHash hash) throws IOException {
    Files.createDirectories(folder);
    Path path = folder.resolve(NAME);
    if (!Files.exists(path)) {
      Files.write(path, new byte[0], StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    }
    return new LedgerFile(path, hash);
  }

  /**
   * Every erasure by its patient, oldest first. A line that was not written to its end is none.
   *
   * @throws ForgedLedger when a line was written without the secret
   */
  Map<String, PatientErased> read() throws IOException {
    return entries(Files.readString(path, UTF_8));
  }

  /** Adds those whose patients the ledger does not name yet; when it returns they are on disk. */
  void add(List<PatientErased> erasures) throws IOException {
    // A file's lock keeps out other processes, but is refused to a second thread of this one.
    synchronized (LedgerFile.class) {
      try (FileChannel file =
          FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        FileLock lock = file.lock();
        String text = lock.isValid() ? text(file) : "";
        Map<String, PatientErased> known = entries(text);
        List<String> lines = new ArrayList<>();
        for (PatientErased erasure : erasures) {
          if (known.putIfAbsent(erasure.patientId().value(), erasure) == null) {
            lines.add(LedgerEntry.of(erasure, hash).line() + "\n");
          }
        }
        String within = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
        if (!lines.isEmpty()) {
          write(file, within + String.join("", lines));
        }
      }
    }
  }

  private Map<String, PatientErased> entries(String text) {
    Map<String, PatientErased> entries = new LinkedHashMap<>();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      LedgerEntry entry = LedgerEntry.read(line).orElse(null);
      if (entry == null) {
        continue;
      }
      if (!entry.isGenuine(hash)) {
        throw new ForgedLedger(number);
      }
      entries.putIfAbsent(entry.patientId().value(), entry.event());
    }
    return entries;
  }

  private static String text(FileChannel file) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(file.size()));
    while (bytes.hasRemaining() && file.read(bytes, bytes.position()) >= 0) {
      // goes on until all is there
    }
    return UTF_8.decode(bytes.flip()).toString();
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
