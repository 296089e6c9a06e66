package health.vigil.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What {@code ./vigil serve} starts, with all that it keeps in {@code data} of a folder. */
final class Served implements AutoCloseable {
  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
  private static final Path LAUNCHER = PROJECT.resolve("local-postgres/target/vigil-launcher.jar");
  private static final Path COMMAND = PROJECT.resolve("command-line/target/vigil-command.jar");
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private final Path folder;
  private final int port;
  private final Process process;

  private Served(Path folder, int port, Process process) {
    this.folder = folder;
    this.port = port;
    this.process = process;
  }

  /** Starts it, and puts a {@code vigil} into the folder that runs the verbs that ask. */
  static Served in(Path folder, Map<String, String> settings) throws IOException {
    int port = freePort();
    ProcessBuilder launcher =
        new ProcessBuilder(
            JAVA,
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-Dvigil.home=" + PROJECT,
            "-jar",
            LAUNCHER.toString(),
            "serve");
    launcher.environment().put("VIGIL_DATA", folder.resolve("data").toString());
    launcher.environment().put("VIGIL_PORT", String.valueOf(port));
    launcher.environment().put("VIGIL_ISSUER", "demo");
    launcher.environment().putAll(settings);
    Path output = folder.resolve("serve.txt");
    Process process = launcher.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    await("it serves")
        .atMost(Duration.ofMinutes(4))
        .until(() -> Files.readString(output).contains("Ctrl-C stops it") || !process.isAlive());
    if (!process.isAlive()) {
      throw new IllegalStateException("it did not start: " + Files.readString(output));
    }
    writeScript(folder);
    return new Served(folder, port, process);
  }

  /** The script at the project's top would look whether everything is built. */
  static void writeScript(Path folder) throws IOException {
    Path script = folder.resolve("vigil");
    Files.writeString(
        script,
        "#!/bin/sh\nexec '%s' -Xshare:auto -XX:+UseSerialGC '-Dvigil.home=%s' -jar '%s' \"$@\"\n"
            .formatted(JAVA, folder, COMMAND));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Calls of somebody who may do everything. */
  Http http() {
    return new Http(url(), Bearers.ofAll(folder.resolve("data/demo-issuer")));
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** What a command wrote. */
  record Output(int exitCode, List<String> parts, String errors) {}

  /** Runs commands one after the other in one shell, in the folder; stops at one that fails. */
  Output run(List<String> commands) throws IOException, InterruptedException {
    String mark = "=== end of a step ===";
    Path output = Files.createTempFile(folder, "output", ".txt");
    Path errors = Files.createTempFile(folder, "errors", ".txt");
    ProcessBuilder shell =
        new ProcessBuilder("bash", "-eu", "-c", String.join("\necho '" + mark + "'\n", commands));
    shell.environment().put("VIGIL", url().toString());
    shell.environment().keySet().removeIf(name -> name.startsWith("VIGIL_"));
    Process running =
        shell
            .directory(folder.toFile())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    boolean ended = running.waitFor(5, TimeUnit.MINUTES);
    running.destroyForcibly();
    return new Output(
        ended ? running.exitValue() : -1,
        List.of(Files.readString(output).split(mark + "\n", -1)),
        Files.readString(errors));
  }

  /** As Ctrl-C does. */
  int stop() throws InterruptedException {
    process.destroy();
    return process.waitFor(1, TimeUnit.MINUTES) ? process.exitValue() : -1;
  }

  @Override
  public void close() throws InterruptedException {
    stop();
    process.destroyForcibly();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
