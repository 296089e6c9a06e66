package health.vigil.local.launcher;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A launcher that runs as a process of its own. */
record Launch(Process process, Path output) implements AutoCloseable {

  /** Ctrl-C reaches it even where the tests themselves run in the background, which ignores it. */
  static Launch of(FakeProject project, String verb, int port, Map<String, String> settings)
      throws IOException {
    return of(
        project,
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            "-Dvigil.home=" + project.home(),
            Main.class.getName(),
            verb),
        port,
        settings);
  }

  static Launch of(
      FakeProject project, List<String> command, int port, Map<String, String> settings)
      throws IOException {
    Path output = Files.createTempFile(project.home(), "output-", ".txt");
    List<String> interruptible = new ArrayList<>(List.of("/usr/bin/env", "--default-signal=INT"));
    interruptible.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(interruptible).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.directory(project.home().toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("VIGIL_"));
    builder.environment().put("FAKE_NOTES", project.notes().toString());
    builder.environment().put("VIGIL_PORT", Integer.toString(port));
    builder.environment().putAll(settings);
    return new Launch(builder.start(), output);
  }

  String text() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Launch untilItRuns() {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> text().contains("Ctrl-C stops it") || !process.isAlive());
    return this;
  }

  /** Waits for the end and returns the exit code. */
  int end() throws InterruptedException {
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      throw new AssertionError("the launcher did not end: " + text());
    }
    return process.exitValue();
  }

  int afterSignal(String signal) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    return end();
  }

  @Override
  public void close() throws IOException {
    try {
      if (process.isAlive()) {
        afterSignal("TERM");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
