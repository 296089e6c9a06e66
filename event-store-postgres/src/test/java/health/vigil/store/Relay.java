package health.vigil.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections to the database that can fall silent: open, and nothing comes through any more. */
final class Relay implements AutoCloseable {

  private final LogFixture fixture;
  private final ServerSocket door;
  private final int target;
  private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
  private volatile boolean silent;

  Relay(LogFixture fixture) throws IOException {
    this.fixture = fixture;
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.target = URI.create(fixture.database.url().substring("jdbc:".length())).getPort();
    run(this::accept);
  }

  DataSource connections() {
    PGSimpleDataSource through = new PGSimpleDataSource();
    through.setUrl(
        fixture.database.url().replace(":" + target + "/", ":" + door.getLocalPort() + "/"));
    through.setUser(fixture.database.serving().user());
    through.setPassword(fixture.database.serving().password());
    return through;
  }

  void fallSilent() {
    silent = true;
  }

  private void accept() throws IOException {
    while (!door.isClosed()) {
      Socket client = door.accept();
      Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
      sockets.addAll(List.of(client, server));
      run(() -> pass(client.getInputStream(), server.getOutputStream()));
      run(() -> pass(server.getInputStream(), client.getOutputStream()));
    }
  }

  private void pass(InputStream from, OutputStream to) throws IOException {
    byte[] bytes = new byte[8192];
    for (int read = from.read(bytes); read >= 0; read = from.read(bytes)) {
      if (!silent) {
        to.write(bytes, 0, read);
      }
    }
  }

  private static void run(Passing passing) {
    Thread thread =
        new Thread(
            () -> {
              try {
                passing.go();
              } catch (IOException closed) {
                return;
              }
            },
            "relay");
    thread.setDaemon(true);
    thread.start();
  }

  private interface Passing {
    void go() throws IOException;
  }

  @Override
  public void close() throws IOException {
    door.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
