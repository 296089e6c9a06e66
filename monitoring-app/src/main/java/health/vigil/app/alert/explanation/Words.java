package health.vigil.app.alert.explanation;

import health.vigil.alert.Priority;
import health.vigil.monitoring.vitals.Consciousness;
import health.vigil.monitoring.vitals.Range;
import health.vigil.monitoring.vitals.Vital;
import health.vigil.monitoring.vitals.VitalSigns;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How what is coded reads.
 *
 * @param zone of the hospital, in which times are told
 */
record Words(ZoneId zone) {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);

  /** To the minute, with the offset where it is not UTC: in autumn an hour comes twice. */
  String time(Instant time) {
    var local = time.atZone(zone);
    boolean utc = local.getOffset().getTotalSeconds() == 0;
    return MINUTE.format(local) + (utc ? "" : local.getOffset().getId());
  }

  /**
   * As people say it: "1 h 30 min"; what is shorter than a minute in seconds. Clocks differ: what
   * seems to end before it began took no time.
   */
  static String duration(Duration duration) {
    if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
      return Math.max(0, duration.toSeconds()) + " s";
    }
    String hours = duration.toHours() == 0 ? "" : duration.toHours() + " h";
    String minutes = duration.toMinutesPart() == 0 ? "" : duration.toMinutesPart() + " min";
    return (hours + " " + minutes).strip();
  }

  /** In lower case: "systolic blood pressure". */
  static String name(Vital vital) {
    return coded(vital.name());
  }

  /** "LOW_MEDIUM" is "low medium", "NURSE" is "nurse". */
  static String coded(String code) {
    return code.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static String priority(Priority priority) {
    return coded(priority.name()) + " priority";
  }

  /** With its unit. */
  static String number(Vital vital, BigDecimal value) {
    Range range = vital.range();
    return value.toPlainString() + (range == null ? "" : " " + range.unit());
  }

  /** Such as "28 /min", "oxygen", "new confusion"; null for what was not measured. */
  static @Nullable String value(Vital vital, VitalSigns values) {
    return switch (vital) {
      case SUPPLEMENTAL_OXYGEN ->
          values.onOxygen() == null ? null : values.onOxygen() ? "oxygen" : "air";
      case CONSCIOUSNESS ->
          values.consciousness() == null ? null : consciousness(values.consciousness());
      default -> {
        BigDecimal number = values.number(vital);
        yield number == null ? null : number(vital, number);
      }
    };
  }

  /** "a, b and c". */
  static String list(List<String> items) {
    int last = items.size() - 1;
    return last < 1
        ? String.join("", items)
        : String.join(", ", items.subList(0, last)) + " and " + items.get(last);
  }

  static String sentence(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
  }

  private static String consciousness(Consciousness level) {
    return level == Consciousness.CONFUSION ? "new confusion" : coded(level.name());
  }
}
