package health.vigil.monitoring;

import health.vigil.monitoring.RecordTogether.Step;
import health.vigil.refusal.Refusal;
import java.io.Serial;

/** A step of {@link RecordTogether} is refused, and with it all others; the cause says why. */
public final class StepRefused extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Step step;
  private final transient Refusal refusal;

  private StepRefused(Step step, Refusal refusal) {
    super(refusal.getMessage(), refusal);
    this.step = step;
    this.refusal = refusal;
  }

  static void in(Step step, Runnable work) {
    try {
      work.run();
    } catch (Refusal refusal) {
      throw new StepRefused(step, refusal);
    }
  }

  /** The one that was sent, of those that concern the same patient the first that it could be. */
  public Step step() {
    return step;
  }

  public Refusal refusal() {
    return refusal;
  }
}
