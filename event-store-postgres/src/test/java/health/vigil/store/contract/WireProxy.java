package health.vigil.store.contract;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a writer and PostgreSQL on this machine, and breaks their connection on demand.
 */
final class WireProxy implements AutoCloseable {

  private static final int CONNECTIONS_REFUSED = 3;

  private final int target;
  private final ServerSocket door;
  private final Queue<WireConnection> connections = new ConcurrentLinkedQueue<>();
  private final AtomicReference<@Nullable Fault> armed = new AtomicReference<>();
  private final AtomicInteger refusedConnections = new AtomicInteger();
  private final AtomicInteger refusedLogins = new AtomicInteger();
  private final AtomicInteger silencedLogins = new AtomicInteger();
  private final Queue<Socket> silenced = new ConcurrentLinkedQueue<>();

  private WireProxy(int target, ServerSocket door) {
    this.target = target;
    this.door = door;
  }

  static WireProxy before(Address address) throws IOException {
    ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    WireProxy proxy = new WireProxy(address.port(), door);
    Thread thread = new Thread(proxy::accept, "proxy");
    thread.setDaemon(true);
    thread.start();
    return proxy;
  }

  int port() {
    return door.getLocalPort();
  }

  /** The next append that comes this way meets the fault. */
  void arm(Fault fault) {
    armed.set(fault);
  }

  /** Whether an append has met the fault. */
  boolean hasStruck() {
    return armed.get() == null;
  }

  @Nullable Fault strike() {
    Fault fault = armed.getAndSet(null);
    if (fault != null && fault.refusesConnections()) {
      refusedConnections.set(CONNECTIONS_REFUSED);
    }
    if (fault != null && fault.refusesLogins()) {
      refusedLogins.set(CONNECTIONS_REFUSED);
    }
    if (fault != null && fault.silencesLogins()) {
      silencedLogins.set(1);
    }
    return fault;
  }

  /**
   * Sends on what was kept back, and returns when PostgreSQL has answered or ended the connection.
   */
  void deliverWhatIsLate() throws InterruptedException {
    for (WireConnection connection : connections) {
      connection.deliver();
    }
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        if (isDue(refusedConnections)) {
          client.close();
        } else if (isDue(silencedLogins)) {
          silenced.add(client);
        } else {
          Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
          WireConnection connection =
              new WireConnection(this, new Wire(client), new Wire(server), isDue(refusedLogins));
          connections.add(connection);
          connection.start();
        }
      } catch (IOException closedOrNobodyThere) {
        continue;
      }
    }
  }

  private static boolean isDue(AtomicInteger count) {
    return count.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
  }

  @Override
  public void close() throws IOException {
    door.close();
    connections.forEach(WireConnection::cut);
    for (Socket client : silenced) {
      client.close();
    }
  }
}
