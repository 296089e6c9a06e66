package health.vigil.local.launcher;

import java.io.PrintStream;

/** What the person sees. */
final class Terminal {

  private final PrintStream output;
  private final PrintStream errors;
  private boolean amongDots;

  Terminal(PrintStream output, PrintStream errors) {
    this.output = output;
    this.errors = errors;
  }

  void say(String line) {
    output.println(line);
    output.flush();
  }

  /** A sign of life that stays on its line. */
  void dot() {
    output.print('.');
    output.flush();
    amongDots = true;
  }

  void endDots() {
    if (amongDots) {
      output.println();
      amongDots = false;
    }
  }

  void complain(String sentence) {
    errors.println("vigil: " + sentence);
    errors.flush();
  }
}
