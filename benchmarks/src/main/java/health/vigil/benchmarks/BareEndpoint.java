package health.vigil.benchmarks;

import health.vigil.local.LocalPostgres;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** What Vigil is compared with: one INSERT for each request, on the same PostgreSQL. */
final class BareEndpoint implements AutoCloseable {
  private static final Path APPLICATION =
      Path.of("bare-endpoint", "target", "quarkus-app", "quarkus-run.jar");
  private static final String TABLE =
      """
      CREATE TABLE vigil.bare_observations (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body json NOT NULL)
      """;

  private final Process process;
  private final int port;

  private BareEndpoint(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Started with these arguments of the JVM; it takes connections when this returns. */
  static BareEndpoint start(LocalPostgres database, String jvmArguments)
      throws IOException, SQLException {
    makeTable(database);
    int port = freePort();
    List<String> command =
        new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
    command.addAll(List.of(jvmArguments.split(" ")));
    command.addAll(List.of("-jar", APPLICATION.toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/bare-endpoint.log")));
    Map<String, String> environment = builder.environment();
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", database.url());
    environment.put("QUARKUS_DATASOURCE_USERNAME", database.serving().user());
    environment.put("QUARKUS_DATASOURCE_PASSWORD", database.serving().password());
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", String.valueOf(port));
    BareEndpoint endpoint = new BareEndpoint(builder.start(), port);
    Awaitility.await("the bare endpoint listens")
        .atMost(Duration.ofSeconds(60))
        .until(endpoint::listens);
    return endpoint;
  }

  private static void makeTable(LocalPostgres database) throws SQLException {
    try (Connection connection = database.ownerDataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(TABLE);
      statement.execute("GRANT INSERT ON vigil.bare_observations TO " + database.serving().user());
    }
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  private boolean listens() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
