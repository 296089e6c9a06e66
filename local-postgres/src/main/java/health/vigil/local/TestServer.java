package health.vigil.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The one PostgreSQL of this JVM's tests. */
final class TestServer {

  private TestServer() {}

  static LocalPostgres shared() {
    return Shared.SERVER;
  }

  private static final class Shared {
    static final LocalPostgres SERVER = start();
  }

  private static LocalPostgres start() {
    Path parent = OwnTemporaryFolder.named("vigil-tests");
    try {
      removeLeftovers(parent);
      Path folder = Files.createTempDirectory(parent, "postgres-");
      LocalPostgres server = LocalPostgres.in(folder).notDurable().start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(server, folder)));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(LocalPostgres server, Path folder) {
    server.close();
    Folders.delete(folder);
  }

  /** What JVMs left that were killed: nobody holds the lock, yet the server may still run. */
  static void removeLeftovers(Path parent) throws IOException {
    List<Path> folders;
    try (Stream<Path> children = Files.list(parent)) {
      folders = children.filter(child -> Files.exists(child.resolve("lock"))).toList();
    }
    for (Path folder : folders) {
      removeUnlessInUse(folder);
    }
  }

  private static void removeUnlessInUse(Path folder) throws IOException {
    Optional<FolderLock> lock = FolderLock.tryOn(folder);
    if (lock.isEmpty()) {
      return;
    }
    try {
      new Cluster(folder, false).stopOrphan();
      Folders.delete(folder);
    } finally {
      lock.get().close();
    }
  }
}
