package health.vigil.rebuild;

/** Threads that do not keep the application alive. */
final class Threads {
  private Threads() {}

  static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
