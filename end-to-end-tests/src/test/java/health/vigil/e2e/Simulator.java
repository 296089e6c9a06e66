package health.vigil.e2e;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged ward simulator as a process of its own. */
final class Simulator implements AutoCloseable {
  private static final Path JAR =
      Path.of("..", "ward-simulator", "target", "ward-simulator.jar").toAbsolutePath().normalize();

  private final Process process;
  private final Path output;

  private Simulator(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Its output goes to a file of this name in the folder. */
  static Simulator start(Vigil vigil, Path folder, String name, String... options)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                JAR.toString(),
                "--url",
                vigil.url().toString(),
                "--issuer",
                vigil.issuer().toString()));
    command.addAll(Arrays.asList(options));
    File output = folder.resolve(name + ".txt").toFile();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output).start();
    return new Simulator(process, output.toPath());
  }

  /** Waits for its end; the exit code, -1 when it did not end in time. */
  int exitCode(Duration patience) throws InterruptedException {
    return process.waitFor(patience.toSeconds(), TimeUnit.SECONDS) ? process.exitValue() : -1;
  }

  /** As Ctrl-C does. */
  void stop() {
    process.destroy();
  }

  String output() throws IOException {
    return Files.readString(output, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
