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
record CpuTime(long pid) {

  /** PostgreSQL with its connections. */
  static CpuTime ofDatabase(Path folder) throws IOException {
    Path file = folder.resolve("postgres/postmaster.pid");
    try (Stream<String> lines = Files.lines(file)) {
      return new CpuTime(Long.parseLong(lines.findFirst().orElseThrow().trim()));
    }
  }

  /** The application, which this process has started. */
  static Duration ofChildren() {
    return sum(ProcessHandle.current().descendants());
  }

  Duration used() {
    return ProcessHandle.of(pid).map(ProcessHandle::descendants).map(CpuTime::sum).orElseThrow();
  }

  private static Duration sum(Stream<ProcessHandle> processes) {
    return processes
        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }
}
