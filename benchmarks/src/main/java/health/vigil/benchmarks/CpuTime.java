package health.vigil.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Processor time that processes have used: it says what work costs even when others use the machine
 * too.
 */
public record CpuTime(long pid) {

  /** PostgreSQL with its connections. */
  public static CpuTime ofDatabase(Path folder) throws IOException {
    Path file = folder.resolve("postgres/postmaster.pid");
    try (Stream<String> lines = Files.lines(file)) {
      return new CpuTime(Long.parseLong(lines.findFirst().orElseThrow().trim()));
    }
  }

  /** This process itself. */
  public static Duration ofThisProcess() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** The application, which this process has started, be it that it has ended since. */
  public static Duration ofChildren() {
    ProcessHandle own = ProcessHandle.current();
    return sum(own.descendants()).plus(new CpuTime(own.pid()).ofEnded());
  }

  public Duration used() {
    return ProcessHandle.of(pid)
        .map(ProcessHandle::descendants)
        .map(CpuTime::sum)
        .orElseThrow()
        .plus(ofEnded());
  }

  /** What children that have ended had used, where the system tells (Linux, in hundredths). */
  private Duration ofEnded() {
    try {
      String all = Files.readString(Path.of("/proc/" + pid + "/stat"));
      String[] fields = all.substring(all.lastIndexOf(')') + 2).split(" ", -1);
      return Duration.ofMillis(10 * (Long.parseLong(fields[13]) + Long.parseLong(fields[14])));
    } catch (IOException noSuchSystem) {
      return Duration.ZERO;
    }
  }

  private static Duration sum(Stream<ProcessHandle> processes) {
    return processes
        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }
}
