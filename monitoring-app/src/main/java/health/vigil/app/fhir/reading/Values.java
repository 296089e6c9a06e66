package health.vigil.app.fhir.reading;

import health.vigil.monitoring.ExternalScore;
import health.vigil.monitoring.vitals.Consciousness;
import health.vigil.monitoring.vitals.OxygenFlow;
import health.vigil.monitoring.vitals.Range;
import health.vigil.monitoring.vitals.Vital;
import health.vigil.refusal.Refusal;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Quantity;
import org.jspecify.annotations.Nullable;

/** Reads the values of statements; each thing may be stated once. */
final class Values {
  /** Oxygen in air, in %: more is given, this much or less says nothing. */
  private static final BigDecimal IN_AIR = BigDecimal.valueOf(21);

  private static final BigDecimal ALL = BigDecimal.valueOf(100);
  private static final int HIGHEST_SCORE = 20;

  private final Issues issues;
  private final Quantities quantities;
  private final Measurements measurements = new Measurements();
  private final Set<Meaning> stated = EnumSet.noneOf(Meaning.class);
  private @Nullable ExternalScore externalScore;

  Values(Issues issues) {
    this.issues = issues;
    this.quantities = new Quantities(issues);
  }

  Measurements measurements() {
    return measurements;
  }

  @Nullable ExternalScore externalScore() {
    return externalScore;
  }

  boolean none() {
    return externalScore == null && measurements.vitals().isEmpty();
  }

  void read(Statement statement) {
    if (!stated.add(statement.meaning())) {
      issues.add(
          IssueType.DUPLICATE, statement.path(), "the same is stated before; accepted is once");
    } else if (statement.absent() != null) {
      absent(statement, statement.absent());
    } else if (statement.value() == null) {
      issues.add(
          IssueType.REQUIRED, statement.valuePath(), "a value or a dataAbsentReason is required");
    } else {
      value(statement);
    }
  }

  private void absent(Statement statement, CodeableConcept why) {
    String path = statement.path() + ".dataAbsentReason";
    if (statement.value() != null) {
      issues.add(IssueType.INVARIANT, path, "accepted is a value or a dataAbsentReason, not both");
      return;
    }
    for (Vital vital : statement.meaning().vitals()) {
      measurements.notMeasured(vital, AbsentReasons.of(why), path);
    }
  }

  private void value(Statement statement) {
    switch (statement.meaning()) {
      case RESPIRATION_RATE,
          OXYGEN_SATURATION,
          SYSTOLIC_BLOOD_PRESSURE,
          DIASTOLIC_BLOOD_PRESSURE,
          PULSE,
          TEMPERATURE ->
          number(statement, statement.meaning().vitals().iterator().next());
      case OXYGEN_FLOW -> {
        flow(statement);
        agreesOnOxygen(statement);
      }
      case OXYGEN_CONCENTRATION -> {
        concentration(statement);
        agreesOnOxygen(statement);
      }
      case CONSCIOUSNESS -> consciousness(statement);
      case NEWS2_TOTAL -> total(statement);
      case PANEL, BLOOD_PRESSURE, NEWS2_SUB_SCORE -> {}
    }
  }

  private void number(Statement statement, Vital vital) {
    BigDecimal value = quantities.read(statement);
    Range range = vital.range();
    if (value == null || range == null) {
      return;
    }
    if (range.contains(value)) {
      measurements.number(vital, value, statement.valuePath() + ".value");
    } else {
      outside(statement, range.accepted());
    }
  }

  private void flow(Statement statement) {
    BigDecimal value = quantities.read(statement);
    if (value == null) {
      return;
    }
    try {
      measurements.flow(new OxygenFlow(value), statement.valuePath() + ".value");
    } catch (Refusal refusal) {
      refusal.errors().forEach(error -> outside(statement, error.message()));
    }
  }

  private void concentration(Statement statement) {
    BigDecimal value = quantities.read(statement);
    if (value == null) {
      return;
    }
    if (value.signum() < 0 || value.compareTo(ALL) > 0) {
      outside(statement, "accepted is 0 to " + ALL + " %");
    } else if (value.compareTo(IN_AIR) > 0) {
      measurements.onOxygen(statement.valuePath() + ".value");
    }
  }

  private void agreesOnOxygen(Statement statement) {
    if (measurements.contradictsItselfOnOxygen()) {
      issues.add(
          IssueType.BUSINESSRULE,
          statement.path(),
          "accepted is a concentration above 21 % with a flow above 0, or one of the two alone");
    }
  }

  private void consciousness(Statement statement) {
    Set<Consciousness> levels =
        statement.value() instanceof CodeableConcept concept
            ? ConsciousnessCodes.of(concept)
            : Set.of();
    if (levels.size() == 1) {
      measurements.consciousness(levels.iterator().next(), statement.valuePath());
    } else {
      issues.add(IssueType.CODEINVALID, statement.valuePath(), ConsciousnessCodes.ACCEPTED);
    }
  }

  private void total(Statement statement) {
    BigDecimal value =
        statement.value() instanceof IntegerType integer && integer.hasValue()
            ? BigDecimal.valueOf(integer.getValue())
            : quantities.read(statement);
    if (value == null) {
      return;
    }
    if (isScore(value)) {
      externalScore = new ExternalScore(value.intValueExact());
      measurements.expression("externalScore", valueOf(statement));
    } else {
      outside(statement, "accepted is a whole number of 0 to " + HIGHEST_SCORE);
    }
  }

  private static boolean isScore(BigDecimal value) {
    return value.signum() >= 0
        && value.compareTo(BigDecimal.valueOf(HIGHEST_SCORE)) <= 0
        && value.stripTrailingZeros().scale() <= 0;
  }

  private void outside(Statement statement, String accepted) {
    issues.add(IssueType.VALUE, valueOf(statement), accepted);
  }

  /** Where the number stands. */
  private static String valueOf(Statement statement) {
    String path = statement.valuePath();
    return statement.value() instanceof Quantity ? path + ".value" : path;
  }
}
