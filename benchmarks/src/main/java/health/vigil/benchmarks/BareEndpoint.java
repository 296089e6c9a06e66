package health.vigil.benchmarks;

import health.vigil.local.LocalPostgres;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
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

  private static final Pattern LOGS_OWN =
      Pattern.compile(
          "\\b(events\\w*|snapshots\\w*|log_head|net|hashed_time|event_digest|append|settle|refuse_change|vigil_log)\\b");

  private final Process process;
  private final int port;

  private BareEndpoint(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Started with these arguments of the JVM; it takes connections when this returns. */
  static BareEndpoint start(LocalPostgres database, String jvmArguments)
      throws IOException, SQLException {
    makeTables(database);
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

  /** A table, and a log beside the one that Vigil follows. */
  private static void makeTables(LocalPostgres database) throws IOException, SQLException {
    try (Connection connection = database.ownerDataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(TABLE);
      statement.execute(LOGS_OWN.matcher(migration()).replaceAll("bare_$1"));
      String serving = database.serving().user();
      statement.execute("GRANT INSERT ON vigil.bare_observations TO " + serving);
      statement.execute("GRANT EXECUTE ON FUNCTION vigil.bare_append TO " + serving);
    }
  }

  private static String migration() throws IOException {
    try (InputStream script = BareEndpoint.class.getResourceAsStream("/db/migration/V1__log.sql")) {
      return new String(
          Objects.requireNonNull(script, "the migration").readAllBytes(), StandardCharsets.UTF_8);
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
