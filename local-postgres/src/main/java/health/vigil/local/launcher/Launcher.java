package health.vigil.local.launcher;

import health.vigil.issuer.IssuerException;
import health.vigil.local.DataFolder;
import health.vigil.local.LocalPostgres;
import health.vigil.local.LocalPostgresException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Starts everything in order, and watches over it until it is stopped or something ends. */
final class Launcher {

  private static final int FAILED = 1;

  private final Settings settings;
  private final Terminal terminal;
  private final Running running;
  private final Commands commands;

  Launcher(Settings settings, Terminal terminal, Running running) {
    this.settings = settings;
    this.terminal = terminal;
    this.running = running;
    this.commands = new Commands(settings);
  }

  /**
   * Runs until everything is done or something fails.
   *
   * @return the exit code
   */
  int run(Verb verb) throws InterruptedException {
    try {
      if (verb == Verb.MIGRATE) {
        migrate(database(folder()));
        terminal.say("The schema is up to date.");
        return running.stop() ? 0 : FAILED;
      }
      if (verb == Verb.DATABASE) {
        keepDatabase();
      }
      serve(verb);
    } catch (LaunchException | LocalPostgresException | IssuerException e) {
      if (!running.isStopping()) {
        terminal.complain(sentence(e));
      }
    }
    running.stop();
    return FAILED;
  }

  private static String sentence(RuntimeException failure) {
    return Optional.ofNullable(failure.getMessage()).orElse("Vigil failed.");
  }

  /** Returns only by a failure. */
  private void keepDatabase() throws InterruptedException {
    DataFolder folder = folder();
    List<CompletableFuture<?>> ends = new ArrayList<>();
    Database database = database(folder, ends);
    migrate(database);
    announce(folder, database);
    terminal.say(
        "PostgreSQL runs without an application at " + database.url().replaceFirst("\\?.*", ""));
    if (settings.database().isEmpty()) {
      terminal.say("  owner         " + database.owner().user());
      terminal.say("  passwords     " + folder.path().resolve("keys/postgres.properties"));
    }
    terminal.say("Ctrl-C stops it; everything is kept for the next start.");
    CompletableFuture.anyOf(ends.toArray(CompletableFuture<?>[]::new)).join();
    throw new LaunchException(obituary(List.of()));
  }

  /** Returns only by a failure. */
  private void serve(Verb verb) throws InterruptedException {
    Trust trust = Trust.of(verb, settings);
    DataFolder folder = folder();
    checkPort();
    Secrets secrets = Secrets.of(settings, folder, terminal);
    List<CompletableFuture<?>> ends = new ArrayList<>();
    Database database = database(folder, ends);
    migrate(database);
    announce(folder, database);
    URI issuer = trust.establish(folder.path(), running);
    Child application = application(verb, folder, commands.application(database, secrets, issuer));
    ends.add(application.onExit());
    List<Child> children = new ArrayList<>(List.of(application));
    if (verb == Verb.DEMO) {
      Child simulator = simulator(folder);
      children.add(simulator);
      ends.add(simulator.onExit());
    }
    Sights.show(verb, trust, settings, folder.path(), terminal);
    CompletableFuture.anyOf(ends.toArray(CompletableFuture<?>[]::new)).join();
    throw new LaunchException(obituary(children));
  }

  private static String obituary(List<Child> children) {
    return children.stream()
        .filter(child -> !child.isRunning())
        .findFirst()
        .map(child -> child.obituary("by itself"))
        .orElse("PostgreSQL ended by itself: its log is postgres.log in the data folder.");
  }

  private void announce(DataFolder folder, Database database) {
    running.start("", () -> Announcement.make(folder, settings, database));
  }

  private DataFolder folder() {
    DataFolder folder = running.start("", () -> DataFolder.claim(settings.data()));
    Child.stopLeftBehind(folder.folder("run"));
    return folder;
  }

  private void checkPort() {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()));
    } catch (IOException e) {
      throw new LaunchException(
          "Port %d is taken by another program: stop that or set VIGIL_PORT to another port."
              .formatted(settings.port()),
          e);
    }
  }

  private Database database(DataFolder folder) {
    return database(folder, new ArrayList<>());
  }

  private Database database(DataFolder folder, List<CompletableFuture<?>> ends) {
    if (settings.database().isPresent()) {
      terminal.say("Connecting to your PostgreSQL ...");
      return settings.database().get().prepare();
    }
    terminal.say("Starting PostgreSQL in " + folder.path() + " ...");
    LocalPostgres server = running.start("PostgreSQL", () -> LocalPostgres.in(folder).start());
    ends.add(server.onStop());
    return new Database(server.url(), server.owner(), server.serving());
  }

  private void migrate(Database database) throws InterruptedException {
    terminal.say("Bringing the schema up to date ...");
    Path log = settings.data().resolve("logs");
    try {
      Path output = Files.createDirectories(log).resolve("migration.log");
      Process migration = Commands.loggedTo(output, commands.migration(database)).start();
      if (migration.waitFor() != 0) {
        throw new LaunchException(
            "The schema could not be brought up to date: " + lastLine(output) + ".");
      }
    } catch (IOException e) {
      throw new LaunchException("The migration cannot be started: " + e.getMessage() + ".", e);
    }
  }

  private static String lastLine(Path log) throws IOException {
    List<String> lines =
        Files.readAllLines(log, StandardCharsets.UTF_8).stream()
            .filter(line -> !line.isBlank())
            .toList();
    return lines.isEmpty()
        ? "it gave no reason"
        : lines.get(lines.size() - 1).strip().replaceFirst("\\.$", "");
  }

  private Child application(Verb verb, DataFolder folder, ProcessBuilder command)
      throws InterruptedException {
    terminal.say("Starting the application on " + settings.address() + " ...");
    if (verb == Verb.DEMO) {
      Commands.loggedTo(folder.folder("logs").resolve("application.log"), command);
    } else {
      command.inheritIO();
    }
    Child application =
        running.start(
            "the application", () -> Child.start("application", command, folder.folder("run")));
    new Readiness(settings.address(), terminal).await(application);
    return application;
  }

  private Child simulator(DataFolder folder) {
    terminal.say("Putting simulated patients to bed ...");
    ProcessBuilder command =
        Commands.loggedTo(
            folder.folder("logs").resolve("simulator.log"),
            commands.simulator(Trust.demoFolder(folder.path())));
    return running.start(
        "the ward simulator", () -> Child.start("ward simulator", command, folder.folder("run")));
  }
}
