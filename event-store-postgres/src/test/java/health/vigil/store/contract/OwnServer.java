package health.vigil.store.contract;

import health.vigil.local.DataFolder;
import health.vigil.local.LocalPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A PostgreSQL of a test's own, which it may stop in bad order; it comes back on the same port. */
final class OwnServer implements AutoCloseable {

  private final DataFolder folder;
  private final int port;
  private LocalPostgres server;

  private OwnServer(DataFolder folder, LocalPostgres server) {
    this.folder = folder;
    this.server = server;
    this.port = server.port();
  }

  static OwnServer in(Path folder) {
    DataFolder claimed = DataFolder.claim(folder);
    return new OwnServer(claimed, LocalPostgres.in(claimed).start());
  }

  Database database() {
    return Database.migrated(
        new Address(server.url(), server.owner()),
        new Address(server.url(), server.serving()),
        () -> {});
  }

  /** Sessions are ended, what is committed is written, then it starts again. */
  void restartInGoodOrder() {
    server.close();
    start();
  }

  /**
   * As when the machine fails: nothing is written any more that has not been.
   *
   * @param moment returns when it is to happen, which is at once then
   */
  void restartAfterAKill(Runnable moment) throws IOException {
    List<ProcessHandle> processes = processes();
    moment.run();
    processes.forEach(ProcessHandle::destroyForcibly);
    processes.forEach(
        process -> Awaitility.await().atMost(Limits.PATIENCE).until(() -> !process.isAlive()));
    start();
  }

  private void start() {
    server = LocalPostgres.in(folder).port(port).start();
  }

  /** The postmaster, then all that it has started. */
  private List<ProcessHandle> processes() throws IOException {
    Path pidFile = folder.path().resolve("postgres").resolve("postmaster.pid");
    long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
    ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
    return Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
  }

  @Override
  public void close() {
    server.close();
    folder.close();
  }
}
