package health.vigil.alert;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Who is told of an alert, and after how long while nobody acknowledges.
 *
 * @param steps levels from 1 on, one by one; the first at once, none before the one below it
 */
public record EscalationChain(List<EscalationStep> steps) {
  public EscalationChain {
    steps = List.copyOf(steps);
    if (steps.isEmpty() || !steps.get(0).after().isZero()) {
      throw new IllegalArgumentException("an escalation chain begins with a step at once");
    }
    for (int i = 0; i < steps.size(); i++) {
      requireOrder(steps, i);
    }
  }

  /** A chain of one step. */
  public static EscalationChain of(String role) {
    return new EscalationChain(List.of(new EscalationStep(1, role, Duration.ZERO)));
  }

  /** The same chain with one more step; {@code after} counts from the raising. */
  public EscalationChain then(String role, Duration after) {
    List<EscalationStep> longer = new ArrayList<>(steps);
    longer.add(new EscalationStep(steps.size() + 1, role, after));
    return new EscalationChain(longer);
  }

  public EscalationStep first() {
    return steps.get(0);
  }

  /** The steps that wait for a time without acknowledgement. */
  public List<EscalationStep> further() {
    return steps.subList(1, steps.size());
  }

  private static void requireOrder(List<EscalationStep> steps, int i) {
    if (steps.get(i).level() != i + 1) {
      throw new IllegalArgumentException("the levels of an escalation chain are 1, 2, 3 and so on");
    }
    if (i > 0 && steps.get(i).after().compareTo(steps.get(i - 1).after()) < 0) {
      throw new IllegalArgumentException("no step of an escalation chain is before the one below");
    }
  }
}
