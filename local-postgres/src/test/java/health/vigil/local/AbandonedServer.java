package health.vigil.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A server whose JVM was killed; what is left of it runs on. */
record AbandonedServer(ProcessHandle postmaster) {

  static AbandonedServer in(Path folder) throws IOException, InterruptedException {
    Process jvm =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    AbandonedServer.class.getName(),
                    folder.toString()))
            .redirectErrorStream(true)
            .start();
    while (jvm.getInputStream().read() != '!') {
      if (!jvm.isAlive()) {
        throw new IllegalStateException("the server did not start");
      }
    }
    jvm.destroyForcibly().waitFor();
    List<String> pidFile = Files.readAllLines(folder.resolve("postgres").resolve("postmaster.pid"));
    return new AbandonedServer(
        ProcessHandle.of(Long.parseLong(pidFile.get(0).strip())).orElseThrow());
  }

  boolean isRunning() {
    return postmaster.isAlive();
  }

  /** The JVM that is going to be killed; it ends by itself when whoever started it has ended. */
  public static void main(String[] arguments) throws IOException {
    LocalPostgres server = LocalPostgres.in(Path.of(arguments[0])).notDurable().start();
    System.out.print("!");
    System.out.flush();
    System.in.readAllBytes();
    server.close();
  }
}
