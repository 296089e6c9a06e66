package health.vigil.synthea;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Synthea, as a process of its own on a class path of its own. Same seed, same patients: the seeds
 * of people and of clinicians and both ends of time are fixed, so that it asks no clock.
 */
final class Synthea {
  private static final String DAY = "20250101";
  private static final String HEAP = "-Xmx2g";
  private static final int LAST_LINES = 15;

  /** A process that a signal ended has this and the signal as its exit value. */
  private static final int SIGNALLED = 128;

  private final Path classPathFile;
  private final PrintStream out;
  private final AtExit atExit;

  Synthea(Path classPathFile, PrintStream out, AtExit atExit) {
    this.classPathFile = classPathFile;
    this.out = out;
    this.atExit = atExit;
  }

  /**
   * @throws GaveUp when the jars are not there, or Synthea ends with an error
   */
  void generate(int patients, long seed, Path folder) throws IOException, InterruptedException {
    out.printf("Synthea makes %d patients (seed %d).%n", patients, seed);
    Path log = folder.resolve("synthea.log");
    Process process =
        new ProcessBuilder(command(classPath(), patients, seed, folder))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    atExit.run(() -> stop(process));
    Progress.during(process::waitFor, out, () -> progress(folder));
    if (process.exitValue() > SIGNALLED) {
      throw new GaveUp("Synthea was stopped");
    }
    if (process.exitValue() != 0) {
      throw new GaveUp("Synthea failed:\n" + lastLines(log));
    }
  }

  private static void stop(Process process) {
    process.destroyForcibly().onExit().join();
  }

  private static List<String> command(String classPath, int patients, long seed, Path folder) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        HEAP,
        "-cp",
        classPath,
        "App",
        "-p",
        String.valueOf(patients),
        "-s",
        String.valueOf(seed),
        "-cs",
        String.valueOf(seed),
        "-r",
        DAY,
        "-e",
        DAY,
        "--exporter.baseDirectory=" + folder + "/",
        "--exporter.fhir.included_resources=Patient,Observation",
        "--exporter.pretty_print=false",
        "--exporter.use_uuid_filenames=true",
        "--exporter.hospital.fhir.export=false",
        "--exporter.practitioner.fhir.export=false",
        "--exporter.metadata.export=false");
  }

  private String classPath() throws IOException {
    if (!Files.isReadable(classPathFile)) {
      throw new GaveUp("Synthea's class path is not there; ./vigil feed makes it");
    }
    String classPath = Files.readString(classPathFile).strip();
    long missing =
        Arrays.stream(classPath.split(":")).filter(jar -> !Files.isReadable(Path.of(jar))).count();
    if (missing > 0) {
      throw new GaveUp(
          missing + " of Synthea's jars are gone from Maven's repository; ./vigil feed gets them");
    }
    return classPath;
  }

  private static String progress(Path folder) {
    String[] files = folder.resolve("fhir").toFile().list();
    return files == null ? "it starts" : files.length + " patients are made";
  }

  private static String lastLines(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
  }
}
