package health.vigil.local.launcher;

import java.util.ArrayDeque;
import java.util.Deque;

/** What has been started, and has to be stopped in the opposite order. */
final class Running {

  private final Terminal terminal;
  private final Deque<Part> parts = new ArrayDeque<>();
  private boolean stopping;
  private boolean clean = true;

  Running(Terminal terminal) {
    this.terminal = terminal;
  }

  private record Part(String name, AutoCloseable process) {}

  /** How a part is started. */
  interface Start<T extends AutoCloseable> {
    T start();
  }

  /**
   * Starts a part, unless everything is being stopped already.
   *
   * @param name what is said when it is stopped; nothing when it is empty
   */
  synchronized <T extends AutoCloseable> T start(String name, Start<T> start) {
    if (stopping) {
      throw new LaunchException("Vigil is being stopped.");
    }
    T process = start.start();
    parts.push(new Part(name, process));
    return process;
  }

  synchronized boolean isStopping() {
    return stopping;
  }

  /**
   * Stops all parts, the last first; a part that cannot be stopped does not keep the others.
   *
   * @return whether all of them stopped as they should
   */
  synchronized boolean stop() {
    stopping = true;
    while (!parts.isEmpty()) {
      stop(parts.pop());
    }
    return clean;
  }

  private void stop(Part part) {
    try {
      if (!part.name().isEmpty()) {
        terminal.say("Stopping " + part.name() + " ...");
      }
      part.process().close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      clean = false;
    } catch (Exception e) {
      terminal.complain("Stopping " + part.name() + " failed: " + e.getMessage());
      clean = false;
    }
  }
}
