package health.vigil.cli.terminal;

import java.io.PrintWriter;
import java.util.OptionalInt;

/**
 * Where results, errors and progress go.
 *
 * @param out results
 * @param err everything else
 * @param columns how wide it is where {@code err} goes; empty when that is no terminal
 */
public record Terminal(PrintWriter out, PrintWriter err, OptionalInt columns) {

  private static final int LABEL = 14;

  /** A line of the result. */
  public void say(String line) {
    out.println(line);
    out.flush();
  }

  /** A line of the result that has a name. */
  public void say(String name, Object value) {
    say("  " + name + " ".repeat(Math.max(1, LABEL - name.length())) + value);
  }

  /** What went wrong, in one line. */
  public void complain(String sentence) {
    err.println("vigil: " + sentence.replaceAll("\\s*\\R\\s*", " "));
    err.flush();
  }

  /**
   * Begins to show how far something has come; to be closed before the result is said.
   *
   * @param what is counted, such as "events"
   */
  public ProgressLine progress(String what) {
    return new ProgressLine(err, columns, what, System::nanoTime);
  }
}
