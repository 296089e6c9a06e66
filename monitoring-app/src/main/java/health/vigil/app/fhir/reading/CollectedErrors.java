package health.vigil.app.fhir.reading;

import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParserErrorHandler;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/**
 * Every doubt of HAPI's parser is an error here. What {@link Shape} lets through should give it
 * none, so it says where only roughly.
 */
final class CollectedErrors implements IParserErrorHandler {
  private final Issues issues;
  private final String path;

  CollectedErrors(Issues issues, String path) {
    this.issues = issues;
    this.path = path;
  }

  /** HAPI gave up; its words would repeat what was sent. */
  void add(DataFormatException ignored) {
    add(IssueType.STRUCTURE, "is not as FHIR R4 has it");
  }

  private void add(IssueType code, String diagnostics) {
    issues.add(code, path, diagnostics);
  }

  @Override
  public void containedResourceWithNoId(@Nullable IParseLocation location) {
    add(IssueType.STRUCTURE, "a contained resource has no id");
  }

  @Override
  public void incorrectJsonType(
      @Nullable IParseLocation location,
      String element,
      ValueType expected,
      @Nullable ScalarType expectedScalar,
      ValueType found,
      @Nullable ScalarType foundScalar) {
    add(IssueType.STRUCTURE, "an element has another type than FHIR R4 has there");
  }

  @Override
  public void invalidValue(@Nullable IParseLocation location, String value, String error) {
    add(IssueType.VALUE, "an element has a value that FHIR R4 does not have there");
  }

  @Override
  public void missingRequiredElement(@Nullable IParseLocation location, String element) {
    add(IssueType.REQUIRED, "an element is missing");
  }

  @Override
  public void unexpectedRepeatingElement(@Nullable IParseLocation location, String element) {
    add(IssueType.STRUCTURE, "an element is repeated that may be there once");
  }

  @Override
  public void unknownAttribute(@Nullable IParseLocation location, String attribute) {
    add(IssueType.STRUCTURE, "there is an attribute that FHIR R4 does not have there");
  }

  @Override
  public void unknownElement(@Nullable IParseLocation location, String element) {
    add(IssueType.STRUCTURE, "there is an element that FHIR R4 does not have there");
  }

  /** What is contained is not read, so references to it lead nowhere. */
  @Override
  public void unknownReference(@Nullable IParseLocation location, String reference) {}

  @Override
  public void invalidInternalReference(@Nullable IParseLocation location, String reference) {}

  @Override
  public void extensionContainsValueAndNestedExtensions(@Nullable IParseLocation location) {
    add(IssueType.STRUCTURE, "an extension has a value and extensions");
  }
}
