package health.vigil.monitoring.score;

import health.vigil.monitoring.vitals.Consciousness;
import health.vigil.monitoring.vitals.Vital;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** When a rule of the table fits; what is missing fits no rule. */
sealed interface Condition {
  boolean fits(Vital parameter, Reading reading);

  /** As people read it in the table's cell, such as "25 or more"; without unit and scale. */
  String inWords();

  /** A rounded value from {@code from} to {@code to}, both inclusive; null is no bound. */
  record Interval(@Nullable BigDecimal from, @Nullable BigDecimal to) implements Condition {
    @Override
    public boolean fits(Vital parameter, Reading reading) {
      BigDecimal value = reading.rounded(parameter);
      return value != null
          && (from == null || value.compareTo(from) >= 0)
          && (to == null || value.compareTo(to) <= 0);
    }

    @Override
    public String inWords() {
      if (from == null) {
        return to + " or less";
      }
      return to == null ? from + " or more" : from + " to " + to;
    }
  }

  /** An interval that counts on one saturation scale only. */
  record OnScale(OxygenSaturationScale scale, Condition condition) implements Condition {
    @Override
    public boolean fits(Vital parameter, Reading reading) {
      return reading.scale() == scale && condition.fits(parameter, reading);
    }

    @Override
    public String inWords() {
      return condition.inWords();
    }
  }

  /** A condition that counts only on oxygen, or only on air; never when that is unknown. */
  record Breathing(boolean oxygen, Condition condition) implements Condition {
    @Override
    public boolean fits(Vital parameter, Reading reading) {
      Boolean onOxygen = reading.values().onOxygen();
      return onOxygen != null && onOxygen == oxygen && condition.fits(parameter, reading);
    }

    @Override
    public String inWords() {
      String gas = oxygen ? "oxygen" : "air";
      return condition instanceof Anything ? gas : condition.inWords() + " on " + gas;
    }
  }

  /** Whatever is measured. */
  record Anything() implements Condition {
    @Override
    public boolean fits(Vital parameter, Reading reading) {
      return true;
    }

    @Override
    public String inWords() {
      return "any";
    }
  }

  /** One of some levels of consciousness. */
  record OneOf(Set<Consciousness> levels) implements Condition {
    @Override
    public boolean fits(Vital parameter, Reading reading) {
      Consciousness level = reading.values().consciousness();
      return level != null && levels.contains(level);
    }

    @Override
    public String inWords() {
      return levels.stream().sorted().map(OneOf::inWords).collect(Collectors.joining(", "));
    }

    private static String inWords(Consciousness level) {
      return level == Consciousness.CONFUSION
          ? "new confusion"
          : level.name().toLowerCase(Locale.ROOT);
    }
  }
}
