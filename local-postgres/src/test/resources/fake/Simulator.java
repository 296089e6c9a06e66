import java.nio.file.*;

/** Stands in for the simulated beds. */
public class Simulator {
  public static void main(String[] arguments) throws Exception {
    Path order = Path.of(System.getenv("FAKE_NOTES"), "order");
    note(order, "simulator started " + String.join(" ", arguments));
    if ("broken".equals(System.getenv("FAKE_SIMULATOR"))) {
      System.exit(8);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> note(order, "simulator stopped")));
    new java.util.concurrent.CountDownLatch(1).await();
  }

  static void note(Path order, String line) {
    try {
      Files.writeString(order, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
