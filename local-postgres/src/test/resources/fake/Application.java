import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.file.*;
import java.sql.DriverManager;
import java.util.stream.Collectors;

/** Stands in for the application: connects to the database, is ready, and ends when told to. */
public class Application {
  public static void main(String[] arguments) throws Exception {
    Path notes = Path.of(System.getenv("FAKE_NOTES"));
    Files.writeString(
        notes.resolve("application.environment"),
        System.getenv().entrySet().stream()
            .map(each -> each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining("\n")));
    if ("broken".equals(System.getenv("FAKE_APPLICATION"))) {
      System.exit(7);
    }
    HttpServer server =
        HttpServer.create(
            new InetSocketAddress(
                System.getenv("QUARKUS_HTTP_HOST"),
                Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"))),
            0);
    server.createContext(
        "/q/health/ready",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.createContext("/die", exchange -> Runtime.getRuntime().halt(9));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> note(notes, "application stopped")));
    server.start();
    note(notes, "application started");
  }

  static synchronized void note(Path notes, String line) {
    try {
      Files.writeString(
          notes.resolve("order"), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
