package health.vigil.app.thread;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Threads that the process does not wait for when it ends. */
public final class Daemons {
  private Daemons() {}

  /** A thread that is not started yet. */
  public static Thread thread(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  /** One thread that does one thing after the other. */
  public static ScheduledExecutorService scheduler(String name) {
    return Executors.newSingleThreadScheduledExecutor(work -> thread(name, work));
  }
}
