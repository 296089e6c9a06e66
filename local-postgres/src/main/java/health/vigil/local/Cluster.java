package health.vigil.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's own files in a data folder, and the server that runs on them. */
final class Cluster {

  private static final int PATIENCE_SECONDS = 120;
  private static final FileAttribute<?> OWNER_READS =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private final Path folder;
  private final Path files;
  private final Path log;
  private final boolean durable;
  private final ServerUser user = ServerUser.current();
  private @Nullable Programs programs;

  Cluster(Path folder, boolean durable) {
    this.folder = folder;
    this.files = folder.resolve("postgres");
    this.log = folder.resolve("postgres.log");
    this.durable = durable;
  }

  private Programs programs() {
    Programs known = programs;
    if (known == null) {
      known = new Programs(PostgresBinaries.unpacked());
      programs = known;
    }
    return known;
  }

  boolean exists() {
    return Files.exists(files.resolve("PG_VERSION"));
  }

  void checkVersion() throws IOException {
    if (!exists()) {
      return;
    }
    String theirs = Files.readString(files.resolve("PG_VERSION")).strip();
    String ours = majorVersion();
    if (!theirs.equals(ours)) {
      throw new LocalPostgresException(
          "The data folder %s belongs to PostgreSQL %s, but this Vigil brings PostgreSQL %s."
              .formatted(folder, theirs, ours));
    }
  }

  /** From the likes of {@code postgres (PostgreSQL) 17.11}. */
  private String majorVersion() {
    String answer = programs().run("postgres", List.of("--version")).output().strip();
    return answer.substring(answer.lastIndexOf(' ') + 1).split("\\.", 2)[0];
  }

  /** Makes the files when there are none; an attempt that was cut short leaves nothing behind. */
  void create(String superuserPassword) throws IOException {
    if (exists()) {
      return;
    }
    Path unfinished = folder.resolve("postgres.new");
    Folders.delete(unfinished);
    checkReach();
    user.own(Files.createDirectory(unfinished, OWNER_ONLY));
    Path password = passwordFile(superuserPassword);
    Programs.Result result;
    try {
      result = programs().run("initdb", initialisation(unfinished, password));
    } finally {
      Files.delete(password);
    }
    if (!result.succeeded()) {
      throw failure("initialised", result.output());
    }
    Files.move(unfinished, files, StandardCopyOption.ATOMIC_MOVE);
  }

  private void checkReach() {
    if (!user.reaches(folder)) {
      throw new LocalPostgresException(
          "PostgreSQL, which does not run as root, cannot enter the data folder %s: move it to where every user can."
              .formatted(folder));
    }
  }

  /** In the data folder itself, since PostgreSQL's user may have no way into the keys. */
  private Path passwordFile(String password) throws IOException {
    Path file = Files.createTempFile(folder, "password", null, OWNER_READS);
    Files.writeString(file, password);
    user.own(file);
    return file;
  }

  private List<String> initialisation(Path target, Path password) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--pgdata", target.toString(), "--username", Roles.SUPERUSER));
    arguments.addAll(List.of("--auth", "scram-sha-256", "--pwfile", password.toString()));
    arguments.addAll(List.of("--encoding", "UTF8", "--locale", "C"));
    arguments.addAll(List.of("--locale-provider", "builtin", "--builtin-locale", "C.UTF-8"));
    if (!durable) {
      arguments.add("--no-sync");
    }
    return arguments;
  }

  /**
   * Starts the server.
   *
   * @return the port it listens on
   */
  int start(int wantedPort) throws IOException {
    int port = wantedPort == 0 ? freePort() : checked(wantedPort);
    if (Files.exists(log)) {
      Files.move(log, folder.resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
    checkReach();
    user.own(files);
    user.own(Files.createFile(log, OWNER_READS));
    Programs.Result result =
        programs().run("pg_ctl", control("start", "-l", log.toString(), "-o", settings(port)));
    if (!result.succeeded()) {
      throw failure("started", logOr(result.output()));
    }
    return port;
  }

  private String logOr(String output) throws IOException {
    String said = Files.readString(log);
    return said.isBlank() ? output : said;
  }

  /** Personal data never gets into the log: neither statements nor values are written to it. */
  private String settings(int port) {
    List<String> settings = new ArrayList<>();
    settings.add("listen_addresses=127.0.0.1");
    settings.add("port=" + port);
    settings.add("unix_socket_directories=");
    settings.add("max_connections=200");
    settings.add("shared_buffers=128MB");
    settings.add("jit=off");
    settings.add("log_error_verbosity=terse");
    settings.add("log_min_error_statement=panic");
    settings.add("log_parameter_max_length_on_error=0");
    settings.add("fsync=" + (durable ? "on" : "off"));
    settings.add("full_page_writes=" + (durable ? "on" : "off"));
    return "-c " + String.join(" -c ", settings);
  }

  /** Ends connections and stops; what was committed is kept. */
  void stop() {
    Programs.Result result = programs().run("pg_ctl", control("stop", "-m", "fast"));
    if (!result.succeeded() && Files.exists(pidFile())) {
      throw failure("stopped", result.output());
    }
  }

  /** Stops a server that was left running on these files by a Vigil that was killed. */
  void stopOrphan() throws IOException {
    if (process().isPresent()) {
      stop();
    } else {
      Files.deleteIfExists(pidFile());
    }
  }

  /**
   * The server that runs on these files. A process id may have been given to somebody else since a
   * server wrote it down; that process is not meant.
   */
  Optional<ProcessHandle> process() {
    return firstLine(pidFile())
        .filter(line -> line.matches("\\d{1,18}"))
        .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
        .filter(process -> process.info().commandLine().orElse("").contains(files.toString()));
  }

  private Path pidFile() {
    return files.resolve("postmaster.pid");
  }

  private static Optional<String> firstLine(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.map(String::strip).findFirst();
    } catch (IOException | UncheckedIOException noFile) {
      return Optional.empty();
    }
  }

  private List<String> control(String action, String... more) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-D", files.toString(), "-w", "-t", "" + PATIENCE_SECONDS, action));
    arguments.addAll(List.of(more));
    return arguments;
  }

  private LocalPostgresException failure(String participle, String output) {
    if (output.contains("No space left on device")) {
      return new LocalPostgresException("The data folder " + folder + " is on a full disk.");
    }
    if (output.contains("Address already in use")) {
      return new LocalPostgresException("PostgreSQL's port was taken just now: try again.");
    }
    if (output.contains("cannot be run as") || output.contains("execution of PostgreSQL by")) {
      return new LocalPostgresException(
          "PostgreSQL does not run as root here: run Vigil as another user.");
    }
    return new LocalPostgresException(
        "PostgreSQL could not be %s in %s: %s.".formatted(participle, folder, complaint(output)));
  }

  /** The first line in which a program says what is wrong, else its last. */
  private static String complaint(String output) {
    List<String> lines = output.strip().lines().toList();
    return lines.stream()
        .filter(line -> line.matches(".*(FATAL|PANIC|error|ERROR|could not).*"))
        .findFirst()
        .orElseGet(() -> lines.isEmpty() ? "no reason given" : lines.get(lines.size() - 1))
        .strip();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static int checked(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return port;
    } catch (IOException e) {
      throw new LocalPostgresException(
          "PostgreSQL's port " + port + " is taken by another program.", e);
    }
  }
}
