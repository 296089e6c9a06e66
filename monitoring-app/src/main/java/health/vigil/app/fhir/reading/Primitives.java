package health.vigil.app.fhir.reading;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition.ChildTypeEnum;
import ca.uhn.fhir.parser.DataFormatException;
import com.fasterxml.jackson.databind.JsonNode;
import org.hl7.fhir.instance.model.api.IPrimitiveType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** Holds values against the primitive types of R4, and codes against those that R4 lists. */
final class Primitives {
  private static final String CODE = "code";

  private final Issues issues;

  Primitives(Issues issues) {
    this.issues = issues;
  }

  static boolean is(BaseRuntimeElementDefinition<?> type) {
    return switch (type.getChildType()) {
      case PRIMITIVE_DATATYPE, ID_DATATYPE, PRIMITIVE_XHTML, PRIMITIVE_XHTML_HL7ORG -> true;
      default -> false;
    };
  }

  void text(JsonNode value, String path) {
    hasForm(PrimitiveRule.of("string"), value, path);
  }

  void check(
      BaseRuntimeChildDefinition child,
      BaseRuntimeElementDefinition<?> type,
      JsonNode value,
      String path) {
    if (hasForm(PrimitiveRule.of(type.getName()), value, path)
        && !exists(child, type, value.asText())) {
      issues.add(
          type.getName().equals(CODE) ? IssueType.CODEINVALID : IssueType.VALUE,
          path,
          "is none of the values that FHIR R4 has here");
    }
  }

  private boolean hasForm(PrimitiveRule rule, JsonNode value, String path) {
    boolean acceptable = rule.acceptable().test(value);
    if (!acceptable) {
      issues.add(IssueType.VALUE, path, "accepted is " + rule.accepted());
    }
    return acceptable;
  }

  /** Days may have the right form and not exist, codes may not be listed. */
  private static boolean exists(
      BaseRuntimeChildDefinition child, BaseRuntimeElementDefinition<?> type, String value) {
    if (type.getChildType() != ChildTypeEnum.PRIMITIVE_DATATYPE) {
      return true;
    }
    Object codes = child.getInstanceConstructorArguments();
    IPrimitiveType<?> instance =
        (IPrimitiveType<?>) (codes == null ? type.newInstance() : type.newInstance(codes));
    try {
      instance.setValueAsString(value);
      return true;
    } catch (IllegalArgumentException | DataFormatException refused) {
      return existsNot(refused);
    }
  }

  /** The cause would repeat the value. */
  private static boolean existsNot(RuntimeException ignored) {
    return false;
  }
}
