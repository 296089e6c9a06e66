package health.vigil.store.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The process of a node, seen from the test. */
final class ChildNode implements AutoCloseable {

  private final Process process;
  private final Ledger ledger = new Ledger();
  private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
  private final Thread listener = new Thread(this::listen, "child-node");
  private volatile boolean hasWritten;
  private final List<Seen> seen = new CopyOnWriteArrayList<>();

  private ChildNode(Process process) {
    this.process = process;
  }

  static ChildNode start(Orders orders) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Daxoniq.update-checker.disabled=true",
                "-Dvigil.seed=" + Suites.SEED,
                "-cp",
                classPath(),
                NodeProcess.class.getName())
            .redirectErrorStream(true)
            .start();
    ChildNode node = new ChildNode(process);
    node.listener.start();
    node.tell(orders.line());
    return node;
  }

  /** Surefire's own class path names a jar that names the rest. */
  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private void tell(String line) throws IOException {
    Writer input = process.outputWriter(StandardCharsets.UTF_8);
    input.write(line + "\n");
    input.flush();
  }

  private void listen() {
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      StringBuilder line = new StringBuilder();
      for (int next = output.read(); next >= 0; next = output.read()) {
        if (next == '\n') {
          hear(line.toString());
          line.setLength(0);
        } else {
          line.append((char) next);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a killed process has not finished saying has no end of line, and is never heard. */
  private void hear(String line) {
    if (line.equals(NodeProcess.WRITTEN)) {
      hasWritten = true;
    } else if (line.startsWith(NodeProcess.SEEN)) {
      seen.add(Seen.parse(line.substring(NodeProcess.SEEN.length())));
    } else if (!ledger.read(line)) {
      complaints.add(line);
    }
  }

  Ledger ledger() {
    return ledger;
  }

  void awaitRecorded(long appends) {
    Awaitility.await()
        .atMost(Limits.PATIENCE)
        .until(() -> isGone() || ledger.count(Outcome.Kind.COMMITTED) >= appends);
    checkAlive();
  }

  void awaitWritten() {
    Awaitility.await().atMost(Limits.SOAK).until(() -> isGone() || hasWritten);
    checkAlive();
  }

  private boolean isGone() {
    return !process.isAlive();
  }

  private void checkAlive() {
    if (isGone() && !hasWritten) {
      throw new AssertionError("the node's process ended: " + String.join("\n", complaints));
    }
  }

  /** What its readers have seen, once they have seen so many events. */
  List<Seen> seen(long events) {
    try {
      tell("" + events);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    await();
    if (seen.isEmpty()) {
      throw new AssertionError("the node's readers: " + String.join("\n", complaints));
    }
    return seen;
  }

  /** As {@code kill -9} does; returns when it is gone and everything it has said is heard. */
  List<Attempt> kill() {
    // Not by the process itself, which would throw away what it has said and nobody has read yet.
    boolean asked = process.toHandle().destroyForcibly();
    if (!asked) {
      throw new IllegalStateException("the node's process can not be killed");
    }
    await();
    return ledger.attempts();
  }

  private void await() {
    try {
      process.waitFor(Limits.PATIENCE.toSeconds(), TimeUnit.SECONDS);
      listener.join(Limits.PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
