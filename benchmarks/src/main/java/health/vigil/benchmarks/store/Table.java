package health.vigil.benchmarks.store;

import health.vigil.benchmarks.store.Contest.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The lines that were measured, with what was aimed at. */
final class Table {
  private final List<String> lines = new ArrayList<>();

  /** Whether more or less is better. */
  enum Aim {
    AT_LEAST,
    BELOW
  }

  /** It is also printed at once. */
  @SuppressWarnings("SystemOut")
  void add(String what, String against, Aim kind, double aim, Ratio ratio, String unit) {
    boolean met = kind == Aim.AT_LEAST ? ratio.value() >= aim : ratio.value() < aim;
    String line =
        String.format(
            Locale.ROOT,
            "| %s | %s | %s %s | %.2f | %.2f–%.2f | %s | %,.0f %s | %,.0f %s |",
            what,
            against,
            kind == Aim.AT_LEAST ? "≥" : "<",
            number(aim),
            ratio.value(),
            ratio.least(),
            ratio.most(),
            met ? "yes" : "no",
            ratio.ours(),
            unit,
            ratio.theirs(),
            unit);
    lines.add(line);
    System.out.println("  " + line);
  }

  private static String number(double aim) {
    return aim == Math.rint(aim) ? String.valueOf(Math.round(aim)) : String.valueOf(aim);
  }

  String text() {
    return """
        | what | against | aim | ratio | of each round | reached | ours | theirs |
        |---|---|---|---|---|---|---|---|
        %s"""
        .formatted(String.join(System.lineSeparator(), lines));
  }
}
