package health.vigil.monitoring.budget;

import health.vigil.monitoring.Limit;
import health.vigil.monitoring.MonitoringPlan;
import health.vigil.monitoring.score.News2;
import health.vigil.monitoring.score.OxygenSaturationScale;
import health.vigil.monitoring.vitals.Shares;
import health.vigil.monitoring.vitals.Vital;
import health.vigil.monitoring.vitals.VitalSigns;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Which readings of a continuous device are recorded: those that say something that the recorded
 * one does not. What changes a sub-score or crosses a limit always does.
 *
 * @param window for how long, by the times of measurement, a recorded reading stands for those that
 *     say the same; 0 for not at all
 */
public record IngestBudget(Duration window, Deadbands deadbands) {
  public static final IngestBudget STANDARD =
      new IngestBudget(Duration.ofSeconds(60), Deadbands.STANDARD);

  /**
   * @throws IllegalArgumentException when the window is negative
   */
  public IngestBudget {
    if (window.isNegative()) {
      throw new IllegalArgumentException("the window is negative");
    }
  }

  /**
   * What is new, empty for nothing.
   *
   * @param recorded the last recorded reading of the device
   * @param plan by which both are judged
   */
  public Optional<Novelty> novelty(Reading recorded, Reading next, MonitoringPlan plan) {
    if (next.measuredAt().isBefore(recorded.measuredAt())) {
      return Optional.of(Novelty.EARLIER);
    }
    if (!next.measuredAt().isBefore(recorded.measuredAt().plus(window))) {
      return Optional.of(Novelty.WINDOW_OVER);
    }
    return novelty(recorded.values(), next.values(), plan);
  }

  private Optional<Novelty> novelty(VitalSigns before, VitalSigns next, MonitoringPlan plan) {
    if (otherFields(before, next)) {
      return Optional.of(Novelty.OTHER_FIELDS);
    }
    if (!subScores(before, plan).equals(subScores(next, plan))) {
      return Optional.of(Novelty.SUB_SCORE);
    }
    if (crosses(before, next, plan)) {
      return Optional.of(Novelty.LIMIT);
    }
    return any(before, next, deadbands::exceeded) ? Optional.of(Novelty.VALUE) : Optional.empty();
  }

  private static boolean otherFields(VitalSigns before, VitalSigns next) {
    return !Shares.measured(before).equals(Shares.measured(next))
        || !before.notMeasured().equals(next.notMeasured())
        || before.consciousness() != next.consciousness()
        || !Objects.equals(before.supplementalOxygen(), next.supplementalOxygen())
        || !Objects.equals(before.oxygenDevice(), next.oxygenDevice())
        || !Objects.equals(before.oxygenFlow(), next.oxygenFlow());
  }

  private static Map<Vital, Integer> subScores(VitalSigns values, MonitoringPlan plan) {
    OxygenSaturationScale scale = plan.spo2Scale();
    return News2.score(values, scale).parameters();
  }

  private static boolean crosses(VitalSigns before, VitalSigns next, MonitoringPlan plan) {
    return any(
        before,
        next,
        (vital, old, value) -> {
          Limit limit = plan.limits().get(vital);
          return limit != null && limit.side(old) != limit.side(value);
        });
  }

  private static boolean any(VitalSigns before, VitalSigns next, Difference difference) {
    for (Vital vital : Vital.values()) {
      BigDecimal old = before.number(vital);
      BigDecimal value = next.number(vital);
      if (old != null && value != null && difference.between(vital, old, value)) {
        return true;
      }
    }
    return false;
  }

  private interface Difference {
    boolean between(Vital vital, BigDecimal recorded, BigDecimal next);
  }
}
