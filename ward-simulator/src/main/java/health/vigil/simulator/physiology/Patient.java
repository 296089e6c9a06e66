package health.vigil.simulator.physiology;

import java.util.SplittableRandom;
import java.util.function.DoubleFunction;

/**
 * One simulated patient. The vital signs at a minute follow from the person, the strain and the
 * seed alone, whatever was asked before; asking in the order of time is quick, going back begins
 * again. Not for several threads.
 */
public final class Patient {
  private static final int STEPS_A_MINUTE = 6;
  private static final double STEP = 1.0 / STEPS_A_MINUTE;
  private static final int SETTLING_STEPS = 180 * STEPS_A_MINUTE;

  private final Rest kind;
  private final DoubleFunction<Strain> strain;
  private final long seed;
  private Life life;

  /**
   * @param strain what acts, by the minutes since the beginning
   */
  public Patient(Rest kind, DoubleFunction<Strain> strain, long seed) {
    this.kind = kind;
    this.strain = strain;
    this.seed = seed;
    this.life = new Life(kind, strain, seed);
  }

  /** So many minutes after the beginning, from 0 on. */
  public Vitals at(double minute) {
    double steps = minute * STEPS_A_MINUTE;
    if (steps < life.step - 1) {
      life = new Life(kind, strain, seed);
    }
    return life.at(steps);
  }

  /** From the beginning as far as was asked, in small steps. */
  private static final class Life {
    private final DoubleFunction<Strain> strain;
    private final Body body;
    private final Unrest unrest;
    private long step;
    private Vitals before;
    private Vitals after;

    /** At the beginning the patient has been as then for hours. */
    Life(Rest kind, DoubleFunction<Strain> strain, long seed) {
      this.strain = strain;
      SplittableRandom random = new SplittableRandom(seed);
      body = new Body(kind.varied(random));
      unrest = new Unrest(random);
      Strain first = strain.apply(0);
      for (int i = 0; i < SETTLING_STEPS; i++) {
        body.pass(STEP, first);
      }
      before = unrest.on(body.vitals());
      after = before;
    }

    Vitals at(double steps) {
      while (step < steps) {
        step++;
        before = after;
        body.pass(STEP, strain.apply(step * STEP));
        unrest.pass(STEP);
        after = unrest.on(body.vitals());
      }
      return before.towards(after, Math.min(1, steps - (step - 1)));
    }
  }
}
