package health.vigil.local;

import static health.vigil.local.Sql.ask;
import static health.vigil.local.Sql.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class LocalPostgresTest {

  @TempDir private Path temporary;
  private Path folder;

  @BeforeEach
  void nameFolder() {
    folder = temporary.resolve("data");
  }

  private LocalPostgres.Builder server() {
    return LocalPostgres.in(folder);
  }

  @Test
  void whatWasStoredIsThereAfterAStopAndAStart() throws SQLException {
    try (LocalPostgres server = server().start()) {
      execute(server.ownerDataSource(), "CREATE TABLE thing AS SELECT 42 AS answer");
    }

    try (LocalPostgres server = server().start()) {
      assertThat(ask(server.ownerDataSource(), "SELECT answer FROM vigil.thing")).isEqualTo("42");
    }
  }

  @Test
  void commitsAreDurableAndOnlyThisMachineIsListenedTo() throws SQLException {
    try (LocalPostgres server = server().start()) {
      assertThat(ask(server.ownerDataSource(), "SHOW fsync")).isEqualTo("on");
      assertThat(ask(server.ownerDataSource(), "SHOW synchronous_commit")).isEqualTo("on");
      assertThat(ask(server.ownerDataSource(), "SHOW full_page_writes")).isEqualTo("on");
      assertThat(ask(server.ownerDataSource(), "SHOW listen_addresses")).isEqualTo("127.0.0.1");
    }
  }

  @Test
  void nobodyGetsInWithoutThePasswordWhichOnlyTheUserCanRead() throws IOException {
    try (LocalPostgres server = server().start()) {
      var intruder =
          Connections.dataSource(server.url(), new Credentials(server.owner().user(), "guess"));

      assertThatThrownBy(intruder::getConnection).hasMessageContaining("authentication failed");
      assertThat(server.owner()).asString().doesNotContain(server.owner().password());
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(folder.resolve("keys/postgres.properties"))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void aFolderInUseIsRefused() {
    try (LocalPostgres server = server().start()) {
      assertThatThrownBy(() -> server().start())
          .isInstanceOf(LocalPostgresException.class)
          .hasMessage("The data folder " + folder + " is in use by another Vigil that is running.");
      assertThat(server.port()).isPositive();
    }
  }

  @Test
  void aServerWhoseVigilWasKilledIsStoppedAndNothingIsLost()
      throws IOException, InterruptedException, SQLException {
    AbandonedServer abandoned = AbandonedServer.in(folder);

    try (LocalPostgres server = server().start()) {
      await().until(() -> !abandoned.isRunning());
      assertThat(ask(server.ownerDataSource(), "SELECT current_database()")).isEqualTo("vigil");
    }
  }

  @Test
  void aProcessThatHasGotTheOldServersNumberIsLeftAlone() throws IOException {
    server().start().close();
    long own = ProcessHandle.current().pid();
    Files.writeString(folder.resolve("postgres/postmaster.pid"), own + "\n");

    try (LocalPostgres server = server().start()) {
      assertThat(server.port()).isPositive();
    }
  }

  @Test
  void anInitialisationThatWasCutShortIsBegunAgain() throws IOException {
    Files.createDirectories(folder.resolve("postgres.new/base"));

    try (LocalPostgres server = server().start()) {
      assertThat(folder.resolve("postgres.new")).doesNotExist();
      assertThat(server.port()).isPositive();
    }
  }

  @Test
  void aTakenPortIsNamed() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = other.getLocalPort();

      assertThatThrownBy(() -> server().port(port).start())
          .isInstanceOf(LocalPostgresException.class)
          .hasMessage("PostgreSQL's port " + port + " is taken by another program.");
    }
  }

  @Test
  void aFileInPlaceOfTheFolderIsRefused() throws IOException {
    Files.writeString(folder, "not a folder");

    assertThatThrownBy(() -> server().start())
        .isInstanceOf(LocalPostgresException.class)
        .hasMessage("The data folder " + folder + " cannot be used: there is a file of that name.");
  }

  @Test
  void aFolderThatCannotBeWrittenIsRefused() {
    Path forbidden = Path.of("/proc/vigil-data");

    assertThatThrownBy(() -> LocalPostgres.in(forbidden).start())
        .isInstanceOf(LocalPostgresException.class)
        .hasMessageMatching("The data folder /proc/vigil-data cannot be written: .+\\.");
  }

  @Test
  void aFullDiskIsRefused() {
    assertThatThrownBy(() -> server().spareBytes(1L << 50).start())
        .isInstanceOf(LocalPostgresException.class)
        .hasMessageMatching(
            "The data folder .* is on a full disk: \\d+ MB are free, PostgreSQL needs \\d+ MB\\.");
  }

  @Test
  void filesOfAnotherPostgresVersionAreRefused() throws IOException {
    Files.createDirectories(folder.resolve("postgres"));
    Files.writeString(folder.resolve("postgres/PG_VERSION"), "12\n");

    assertThatThrownBy(() -> server().start())
        .isInstanceOf(LocalPostgresException.class)
        .hasMessageMatching(
            "The data folder .* belongs to PostgreSQL 12, but this Vigil brings PostgreSQL 17\\.");
  }

  @Test
  void aRefusedStartLeavesTheFolderFree() throws IOException {
    assertThatThrownBy(() -> server().spareBytes(1L << 50).start())
        .isInstanceOf(LocalPostgresException.class);

    try (LocalPostgres server = server().start()) {
      assertThat(server.port()).isPositive();
    }
  }
}
