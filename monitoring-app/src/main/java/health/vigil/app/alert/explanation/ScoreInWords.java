package health.vigil.app.alert.explanation;

import health.vigil.monitoring.NotScored;
import health.vigil.monitoring.score.Band;
import health.vigil.monitoring.score.News2;
import health.vigil.monitoring.score.Score;
import health.vigil.monitoring.score.SubScore;
import health.vigil.monitoring.vitals.NotMeasuredReason;
import health.vigil.monitoring.vitals.Vital;
import health.vigil.monitoring.vitals.VitalSigns;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A NEWS2 score, parameter by parameter. The bounds are those of the domain's one table. */
final class ScoreInWords {
  private ScoreInWords() {}

  /** "scores 8 by NEWS2: HIGH (7 or more)", after "The set measured at such a time". */
  static String whole(@Nullable Score score, @Nullable NotScored why) {
    if (score == null) {
      return why == null ? "is not scored" : "is not scored: " + Words.coded(why.name());
    }
    if (score.complete()) {
      return "scores " + score.total() + " by NEWS2: " + band(Objects.requireNonNull(score.band()));
    }
    String sum = "is incomplete; what was measured adds up to " + sum(score) + " by NEWS2";
    Band atLeast = score.atLeast();
    return atLeast == null ? sum : sum + ": at least " + atLeast + " (" + atLeast(atLeast) + ")";
  }

  /** What is not known may add to the total, so only its lower bound is told. */
  private static String atLeast(Band band) {
    return News2.threshold(band).replaceFirst(",.*", "").replaceFirst(" to .*", " or more");
  }

  /** "HIGH (7 or more)". */
  static String band(Band band) {
    return band + " (" + News2.threshold(band) + ")";
  }

  /** What scores, the highest first, what scores nothing in one sentence, and what is missing. */
  static List<Statement> parts(VitalSigns values, Score score) {
    List<Statement> statements = new ArrayList<>();
    List<SubScore> cells = cells(values, score);
    cells.stream()
        .filter(cell -> cell.score() > 0)
        .sorted((one, other) -> Integer.compare(other.score(), one.score()))
        .forEach(cell -> statements.add(scoring(cell, values, score)));
    List<String> zeros =
        cells.stream().filter(cell -> cell.score() == 0).map(cell -> read(cell, values)).toList();
    if (!zeros.isEmpty()) {
      statements.add(
          Statement.of(
              Words.sentence(Words.list(zeros) + (zeros.size() == 1 ? " scores 0" : " score 0")),
              Source.SCORING));
    }
    score.missing().forEach(vital -> statements.add(missing(vital, values)));
    return statements;
  }

  private static Statement scoring(SubScore cell, VitalSigns values, Score score) {
    String text = read(cell, values) + " scores " + cell.score();
    if (cell.parameter() == Vital.OXYGEN_SATURATION) {
      text += " on scale " + score.spo2Scale().number();
    }
    boolean says = !cell.cell().isEmpty() && !cell.cell().equals("oxygen");
    return Statement.of(
        Words.sentence(text + (says ? " (" + cell.cell() + ")" : "")), Source.SCORING);
  }

  /** With what it was rounded to, which is what is scored. */
  private static String read(SubScore cell, VitalSigns values) {
    String text = named(cell.parameter(), values);
    BigDecimal raw = values.number(cell.parameter());
    BigDecimal read = cell.read();
    return raw == null || read == null || raw.compareTo(read) == 0
        ? text
        : text + " (read as " + Words.number(cell.parameter(), read) + ")";
  }

  private static Statement missing(Vital vital, VitalSigns values) {
    if (values.number(vital) != null) {
      return Statement.of(
          Words.sentence(
              named(vital, values) + " has no score: nobody knows whether on air or on oxygen"),
          Source.UNKNOWN_OXYGEN);
    }
    NotMeasuredReason reason = values.notMeasured().get(vital);
    String why = reason == null ? "" : " (" + Words.coded(reason.name()) + ")";
    return Statement.of(
        Words.sentence(Words.name(vital) + " is missing" + why + ", so there is no total"),
        Source.INCOMPLETE);
  }

  private static String named(Vital vital, VitalSigns values) {
    String value = Words.value(vital, values);
    return switch (vital) {
      case SUPPLEMENTAL_OXYGEN -> "breathing " + value;
      case CONSCIOUSNESS -> "consciousness: " + value;
      default -> Words.name(vital) + " " + value;
    };
  }

  /**
   * The cells of the table, or, of a score by another table or other decisions than today's, the
   * sub-scores alone: what is not known is not told.
   */
  private static List<SubScore> cells(VitalSigns values, Score score) {
    List<SubScore> today = News2.cells(values, score.spo2Scale());
    Map<Vital, Integer> scores =
        today.stream().collect(Collectors.toMap(SubScore::parameter, SubScore::score));
    if (score.version().equals(News2.TABLE_VERSION)
        && score.decisions().equals(News2.DECISIONS_VERSION)
        && scores.equals(score.parameters())) {
      return today;
    }
    return News2.PARAMETERS.stream()
        .filter(score.parameters()::containsKey)
        .map(vital -> new SubScore(vital, subScore(score, vital), "", null))
        .toList();
  }

  private static int subScore(Score score, Vital vital) {
    return Objects.requireNonNull(score.parameters().get(vital));
  }

  private static int sum(Score score) {
    return score.parameters().values().stream().mapToInt(Integer::intValue).sum();
  }
}
