package health.vigil.monitoring.score;

import static health.vigil.monitoring.vitals.Vital.CONSCIOUSNESS;
import static health.vigil.monitoring.vitals.Vital.OXYGEN_SATURATION;
import static health.vigil.monitoring.vitals.Vital.PULSE;
import static health.vigil.monitoring.vitals.Vital.RESPIRATION_RATE;
import static health.vigil.monitoring.vitals.Vital.SUPPLEMENTAL_OXYGEN;
import static health.vigil.monitoring.vitals.Vital.SYSTOLIC_BLOOD_PRESSURE;
import static health.vigil.monitoring.vitals.Vital.TEMPERATURE;

import health.vigil.monitoring.vitals.Vital;
import health.vigil.monitoring.vitals.VitalSigns;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The National Early Warning Score (NEWS) 2 of the Royal College of Physicians, 2017, for adults.
 * Where the standard is silent, our own decisions hold: decimals are rounded half up before they
 * are scored; an incomplete set has no total and no band, only a lower bound.
 */
public final class News2 {
  public static final String SYSTEM = "NEWS2";
  public static final String TABLE_VERSION = "2017";
  public static final String DECISIONS_VERSION = "1";

  /** The parameters that a complete set has, in the order of the standard's table. */
  public static final List<Vital> PARAMETERS =
      List.of(
          RESPIRATION_RATE,
          OXYGEN_SATURATION,
          SUPPLEMENTAL_OXYGEN,
          SYSTOLIC_BLOOD_PRESSURE,
          PULSE,
          CONSCIOUSNESS,
          TEMPERATURE);

  private static final int HIGH_FROM = 7;
  private static final int MEDIUM_FROM = 5;
  private static final int HIGHEST_SUB_SCORE = 3;

  private News2() {}

  /** Scores one set; a parameter that is missing, or that no rule fits, has no sub-score. */
  public static Score score(VitalSigns values, OxygenSaturationScale scale) {
    Reading reading = new Reading(values, scale);
    Map<Vital, Integer> subScores = new EnumMap<>(Vital.class);
    List<Vital> missing = new ArrayList<>();
    for (Vital parameter : PARAMETERS) {
      TableRule rule = News2Table.ruleFor(parameter, reading);
      if (rule == null) {
        missing.add(parameter);
      } else {
        subScores.put(parameter, rule.subScore());
      }
    }
    return missing.isEmpty() ? complete(scale, subScores) : incomplete(scale, subScores, missing);
  }

  /**
   * Which cell of the table gave each sub-score, in the order of the table; nothing of a parameter
   * that has none. By the table and decisions of today's {@link #TABLE_VERSION} and {@link
   * #DECISIONS_VERSION}.
   */
  public static List<SubScore> cells(VitalSigns values, OxygenSaturationScale scale) {
    Reading reading = new Reading(values, scale);
    List<SubScore> cells = new ArrayList<>();
    for (Vital parameter : PARAMETERS) {
      TableRule rule = News2Table.ruleFor(parameter, reading);
      if (rule != null) {
        cells.add(
            new SubScore(
                parameter,
                rule.subScore(),
                rule.condition().inWords(),
                reading.rounded(parameter)));
      }
    }
    return cells;
  }

  /** What puts a set into the band, as people read it, such as "7 or more". */
  public static String threshold(Band band) {
    return switch (band) {
      case HIGH -> HIGH_FROM + " or more";
      case MEDIUM -> MEDIUM_FROM + " to " + (HIGH_FROM - 1);
      case LOW_MEDIUM -> HIGHEST_SUB_SCORE + " in one parameter, total below " + MEDIUM_FROM;
      case LOW -> "0 to " + (MEDIUM_FROM - 1);
    };
  }

  private static Score complete(OxygenSaturationScale scale, Map<Vital, Integer> subScores) {
    return new Score(
        SYSTEM,
        TABLE_VERSION,
        DECISIONS_VERSION,
        scale,
        true,
        sum(subScores.values()),
        band(subScores.values()),
        subScores,
        List.of(),
        null);
  }

  private static Score incomplete(
      OxygenSaturationScale scale, Map<Vital, Integer> subScores, List<Vital> missing) {
    Band lowerBound = band(subScores.values());
    return new Score(
        SYSTEM,
        TABLE_VERSION,
        DECISIONS_VERSION,
        scale,
        false,
        null,
        null,
        subScores,
        missing,
        orNothing(lowerBound));
  }

  /** That a risk is at least low says nothing. */
  private static @Nullable Band orNothing(Band lowerBound) {
    return lowerBound == Band.LOW ? null : lowerBound;
  }

  private static Band band(Collection<Integer> subScores) {
    int sum = sum(subScores);
    if (sum >= HIGH_FROM) {
      return Band.HIGH;
    }
    if (sum >= MEDIUM_FROM) {
      return Band.MEDIUM;
    }
    return subScores.contains(HIGHEST_SUB_SCORE) ? Band.LOW_MEDIUM : Band.LOW;
  }

  private static int sum(Collection<Integer> subScores) {
    return subScores.stream().mapToInt(Integer::intValue).sum();
  }
}
