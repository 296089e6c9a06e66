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
  private final boolean isDurable;
  private LocalPostgres server;

  private OwnServer(Path folder, boolean isDurable) {
    this.folder = DataFolder.claim(folder);
    this.isDurable = isDurable;
    this.server = server(0);
    this.port = server.port();
  }

  /**
   * @param isDurable whether commits wait for the disk. It is enough that they wait for the
   *     operating system, which outlives the processes that are killed here; that is far quicker.
   */
  static OwnServer in(Path folder, boolean isDurable) {
    return new OwnServer(folder, isDurable);
  }

  private LocalPostgres server(int wantedPort) {
    LocalPostgres.Builder builder = LocalPostgres.in(folder).port(wantedPort);
    return (isDurable ? builder : builder.notDurable()).start();
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
    server = server(port);
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
