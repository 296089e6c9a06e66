package health.vigil.simulator.scenario;

import health.vigil.simulator.physiology.Strain;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What acts on the patient over time; what a file leaves out does not act. */
record Drivers(
    @Nullable Curve infection,
    @Nullable Curve bloodLoss,
    @Nullable Curve opioid,
    @Nullable Curve lungFailure,
    @Nullable Curve oxygen,
    @Nullable Curve delirium) {
  static final Drivers NONE = new Drivers(null, null, null, null, null, null);

  Drivers {
    check("infection", infection, 1);
    check("bloodLoss", bloodLoss, 0.45);
    check("opioid", opioid, 1);
    check("lungFailure", lungFailure, 1);
    check("oxygen", oxygen, 15);
    check("delirium", delirium, 1);
  }

  private static void check(String name, @Nullable Curve curve, double most) {
    if (curve != null) {
      curve.require(name, most);
    }
  }

  Strain at(double minute) {
    return new Strain(
        value(infection, minute),
        value(bloodLoss, minute),
        value(opioid, minute),
        value(lungFailure, minute),
        value(oxygen, minute),
        value(delirium, minute));
  }

  private static double value(@Nullable Curve curve, double minute) {
    return Objects.requireNonNullElse(curve, Curve.ZERO).at(minute);
  }
}
