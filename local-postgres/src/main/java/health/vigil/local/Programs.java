package health.vigil.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs PostgreSQL's programs as its {@link ServerUser}. */
final class Programs {

  private final Path home;

  Programs(Path home) {
    this.home = home;
  }

  Result run(String program, List<String> arguments) {
    List<String> command = new ArrayList<>(ServerUser.current().prefix());
    command.add(home.resolve("bin").resolve(program).toString());
    command.addAll(arguments);
    try {
      return run(command);
    } catch (IOException e) {
      throw new LocalPostgresException(
          "PostgreSQL's program " + program + " cannot be run: " + e.getMessage() + ".", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalPostgresException("Waiting for PostgreSQL was interrupted.", e);
    }
  }

  private static Result run(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("PG"));
    environment.put("LC_ALL", "C");
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output);
  }

  /** What a program left: its exit code, and all that it wrote. */
  record Result(int exitCode, String output) {

    boolean succeeded() {
      return exitCode == 0;
    }
  }
}
