package health.vigil.local;

import static java.util.concurrent.CompletableFuture.completedFuture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL of one's own in a data folder that is kept.
 *
 * <p>It listens on the loopback address only, asks every role for its password (SCRAM), and holds
 * the database {@code vigil} with the schema {@code vigil}, owned by {@code vigil_owner}; {@code
 * vigil_app} may use that schema but not change it. The passwords are made once and lie in {@code
 * keys/postgres.properties}, readable by the user alone. Commits are durable: fsync is on.
 *
 * <p>The server is a process of its own: it outlives the JVM that started it, unless closed. One
 * that was left behind is stopped cleanly by the next start on the same folder. Root or not makes
 * no difference.
 */
public final class LocalPostgres implements AutoCloseable {

  /** The name of the database. */
  public static final String DATABASE = "vigil";

  private final Cluster cluster;
  private final @Nullable DataFolder claimed;
  private final int port;
  private final Passwords passwords;
  private final AtomicBoolean closed = new AtomicBoolean();

  private LocalPostgres(
      Cluster cluster, @Nullable DataFolder claimed, int port, Passwords passwords) {
    this.cluster = cluster;
    this.claimed = claimed;
    this.port = port;
    this.passwords = passwords;
  }

  /** A server whose data lie in this folder, which is made when it is missing. */
  public static Builder in(Path dataFolder) {
    return new Builder(dataFolder.toAbsolutePath().normalize(), null);
  }

  /** A server in a folder that the caller has claimed and goes on holding. */
  public static Builder in(DataFolder folder) {
    return new Builder(folder.path(), folder);
  }

  public int port() {
    return port;
  }

  /** The JDBC address of the database, without user and password. */
  public String url() {
    return url(DATABASE);
  }

  /** The role that makes and changes the schema. */
  public Credentials owner() {
    return new Credentials(Roles.OWNER, passwords.owner());
  }

  /** The role that the application runs under. */
  public Credentials serving() {
    return new Credentials(Roles.SERVING, passwords.serving());
  }

  /** Unpooled connections of the owner. */
  public DataSource ownerDataSource() {
    return Connections.dataSource(url(), owner());
  }

  /** Unpooled connections of the serving role. */
  public DataSource servingDataSource() {
    return Connections.dataSource(url(), serving());
  }

  String url(String database) {
    return Connections.url(port, database);
  }

  DataSource superuser(String database) {
    return Connections.dataSource(
        url(database), new Credentials(Roles.SUPERUSER, passwords.superuser()));
  }

  /** Stops the server in good order: open connections are ended, all that was committed is kept. */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    try {
      cluster.stop();
    } finally {
      if (claimed != null) {
        claimed.close();
      }
    }
  }

  /** Completes when the server has stopped, for whatever reason. */
  public CompletableFuture<?> onStop() {
    return cluster.process().map(ProcessHandle::onExit).orElseGet(() -> completedFuture(null));
  }

  /** How the server is started. */
  public static final class Builder {

    private static final long NEW_CLUSTER_BYTES = 150L << 20;
    private static final long OLD_CLUSTER_BYTES = 50L << 20;

    private final Path folder;
    private final @Nullable DataFolder held;
    private int port;
    private boolean durable = true;
    private long spareBytes;

    private Builder(Path folder, @Nullable DataFolder held) {
      this.folder = folder;
      this.held = held;
    }

    /** The port to listen on; 0, the default, takes a free one. */
    public Builder port(int wanted) {
      this.port = wanted;
      return this;
    }

    /** For tests whose data may be lost with the machine: commits do not wait for the disk. */
    public Builder notDurable() {
      this.durable = false;
      return this;
    }

    Builder spareBytes(long wanted) {
      this.spareBytes = wanted;
      return this;
    }

    /**
     * Starts the server; when this returns the database can be used.
     *
     * @throws LocalPostgresException when the folder is in use, cannot be written, is on a full
     *     disk or belongs to another version of PostgreSQL, or when the port is taken
     */
    public LocalPostgres start() {
      if (held != null) {
        return start(null);
      }
      DataFolder claimed = DataFolder.claim(folder);
      try {
        return start(claimed);
      } catch (RuntimeException e) {
        claimed.close();
        throw e;
      }
    }

    private LocalPostgres start(@Nullable DataFolder claimed) {
      try {
        Cluster cluster = new Cluster(folder, durable);
        cluster.checkVersion();
        checkSpace(cluster.exists() ? OLD_CLUSTER_BYTES : NEW_CLUSTER_BYTES);
        Passwords passwords =
            Passwords.keptIn(folder.resolve("keys").resolve("postgres.properties"));
        cluster.stopOrphan();
        cluster.create(passwords.superuser());
        LocalPostgres server = new LocalPostgres(cluster, claimed, cluster.start(port), passwords);
        server.prepare();
        return server;
      } catch (IOException e) {
        throw DataFolder.unwritable(folder, e);
      }
    }

    private void checkSpace(long needed) throws IOException {
      long free = Files.getFileStore(folder).getUsableSpace();
      if (free < needed + spareBytes) {
        throw new LocalPostgresException(
            "The data folder %s is on a full disk: %d MB are free, PostgreSQL needs %d MB."
                .formatted(folder, free >> 20, (needed + spareBytes) >> 20));
      }
    }
  }

  private void prepare() {
    try {
      Roles.prepare(superuser("postgres"), passwords);
      Roles.createDatabase(superuser("postgres"), DATABASE);
      Roles.prepareDatabase(superuser(DATABASE), DATABASE);
    } catch (SQLException e) {
      cluster.stop();
      throw new LocalPostgresException(
          "The database in the data folder cannot be prepared: " + e.getMessage() + ".", e);
    }
  }
}
