package health.vigil.local.launcher;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The Java half of {@code ./vigil}, which has checked the tools and built what was missing. */
public final class Main {

  private static final int WRONG_USE = 2;

  private Main() {}

  /** The verb is the argument; the project's folder is the system property {@code vigil.home}. */
  public static void main(String[] arguments) throws InterruptedException {
    Terminal terminal = new Terminal(System.out, System.err);
    Optional<Verb> verb =
        Optional.of(arguments)
            .filter(given -> given.length == 1)
            .flatMap(given -> Verb.named(given[0]));
    if (verb.isEmpty()) {
      terminal.complain("The verbs are demo, serve, database and migrate.");
      System.exit(WRONG_USE);
    }
    System.exit(run(verb.get(), terminal));
  }

  private static int run(Verb verb, Terminal terminal) throws InterruptedException {
    Running running = new Running(terminal);
    Thread onSignal = new Thread(() -> stopAndLeave(running), "stop");
    Runtime.getRuntime().addShutdownHook(onSignal);
    int exitCode;
    try {
      Path home = Path.of(System.getProperty("vigil.home", ".")).toAbsolutePath().normalize();
      exitCode = new Launcher(Settings.of(home, System.getenv()), terminal, running).run(verb);
    } catch (LaunchException e) {
      terminal.complain(String.valueOf(e.getMessage()));
      exitCode = 1;
    }
    if (!removed(onSignal)) {
      new CountDownLatch(1).await();
    }
    return exitCode;
  }

  /** False when a signal has come already; then the hook says how this ends. */
  private static boolean removed(Thread hook) {
    try {
      return Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException leaving) {
      return false;
    }
  }

  /** A person who presses Ctrl-C wants the end, so an orderly one is a success. */
  private static void stopAndLeave(Running running) {
    boolean clean = running.stop();
    Runtime.getRuntime().halt(clean ? 0 : 1);
  }
}
