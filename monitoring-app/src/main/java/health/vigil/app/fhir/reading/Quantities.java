package health.vigil.app.fhir.reading;

import static org.hl7.fhir.r4.model.OperationOutcome.IssueType.CODEINVALID;
import static org.hl7.fhir.r4.model.OperationOutcome.IssueType.NOTSUPPORTED;
import static org.hl7.fhir.r4.model.OperationOutcome.IssueType.REQUIRED;

import health.vigil.app.json.Decimals;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Quantity;
import org.jspecify.annotations.Nullable;

/** Reads quantities: an exact number with a unit that is expected there, or an issue. */
final class Quantities {
  private final Issues issues;

  Quantities(Issues issues) {
    this.issues = issues;
  }

  /** In the unit that Vigil keeps; null with an issue. */
  @Nullable BigDecimal read(Statement statement) {
    List<Unit> accepted = statement.meaning().units();
    String path = statement.valuePath();
    if (!(statement.value() instanceof Quantity quantity)) {
      issues.add(IssueType.VALUE, path, "accepted is a Quantity in " + names(accepted));
      return null;
    }
    if (quantity.hasComparator()) {
      issues.add(
          NOTSUPPORTED, path + ".comparator", "accepted is an exact value, with no comparator");
      return null;
    }
    Unit unit = unit(quantity, path, accepted);
    BigDecimal value = value(quantity, path);
    return unit == null || value == null ? null : unit.convert(value);
  }

  private @Nullable BigDecimal value(Quantity quantity, String path) {
    BigDecimal value = quantity.getValue();
    if (value == null) {
      issues.add(REQUIRED, path + ".value", "is required");
    } else if (!Decimals.isSensible(value)) {
      issues.add(IssueType.VALUE, path + ".value", "accepted is " + Decimals.ACCEPTED);
      return null;
    }
    return value;
  }

  private @Nullable Unit unit(Quantity quantity, String path, List<Unit> accepted) {
    if (quantity.getCode() == null) {
      issues.add(REQUIRED, path + ".code", "a unit is required: " + names(accepted));
      return null;
    }
    if (!Unit.UCUM.equals(quantity.getSystem())) {
      issues.add(CODEINVALID, path + ".system", "accepted is " + Unit.UCUM);
      return null;
    }
    Unit unit = Unit.of(quantity.getCode()).filter(accepted::contains).orElse(null);
    if (unit == null) {
      issues.add(CODEINVALID, path + ".code", "accepted is " + names(accepted));
    }
    return unit;
  }

  private static String names(List<Unit> units) {
    return units.stream().map(Unit::code).collect(Collectors.joining(" or "));
  }
}
