package health.vigil.synthea;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** What is cleared away when the program ends, by Ctrl-C too: the last thing first. */
final class AtExit {
  private final Deque<Runnable> actions = new ArrayDeque<>();

  private AtExit() {}

  static AtExit ofThisProgram() {
    AtExit atExit = new AtExit();
    Runtime.getRuntime().addShutdownHook(new Thread(atExit::runAll, "at-exit"));
    return atExit;
  }

  synchronized void run(Runnable action) {
    actions.push(action);
  }

  /** Deletes the folder and what is in it. */
  void delete(Path folder) {
    run(() -> delete(folder.toFile()));
  }

  private synchronized void runAll() {
    actions.forEach(Runnable::run);
  }

  /** What can not be deleted stays: the program ends all the same. */
  private static void delete(File file) {
    File[] inside = file.listFiles();
    if (inside != null) {
      for (File each : inside) {
        delete(each);
      }
    }
    var unused = file.delete();
  }
}
