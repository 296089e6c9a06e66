package health.vigil.app.fhir.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.junit.jupiter.api.Test;

class OutcomesTest {
  @Test
  void anIssueSaysWhatIsWrongAndWhere() {
    assertThat(
            Outcomes.json(
                Outcomes.of(
                    List.of(
                        Issue.error(IssueType.CODEINVALID, "Observation.code", "is none"),
                        Issue.information(IssueType.INFORMATIONAL, null, "to know")))))
        .isEqualTo(
            "{\"resourceType\":\"OperationOutcome\",\"issue\":["
                + "{\"severity\":\"error\",\"code\":\"code-invalid\",\"diagnostics\":\"is none\","
                + "\"expression\":[\"Observation.code\"]},"
                + "{\"severity\":\"information\",\"code\":\"informational\","
                + "\"diagnostics\":\"to know\"}]}");
  }

  @Test
  void thereIsAlwaysAnIssue() {
    assertThat(Outcomes.of(List.of()).getIssue()).hasSize(1);
  }

  @Test
  void theCapabilitiesAreWhatWorks() {
    CapabilityStatement statement = Capabilities.statement("1.2.3");
    JsonNode json = Fhir.json(Outcomes.json(statement));
    assertThat(json.at("/fhirVersion").asText()).isEqualTo("4.0.1");
    assertThat(json.at("/status").asText()).isEqualTo("active");
    assertThat(json.at("/software/version").asText()).isEqualTo("1.2.3");
    assertThat(json.at("/description").asText()).contains("not a certified medical device");
    assertThat(json.at("/rest/0/interaction").findValuesAsText("code"))
        .containsExactly("batch", "transaction");
    assertThat(json.at("/rest/0/resource").findValuesAsText("type"))
        .containsExactly("Observation", "Patient");
    assertThat(json.at("/rest/0/resource").findValuesAsText("code"))
        .containsExactly("create", "create");
    assertThat(json.at("/date").asText()).isEqualTo("2026-11-23");
  }

  /** It would be refused itself if it were not as R4 has it. */
  @Test
  void theCapabilitiesAreR4() {
    Issues issues = new Issues();
    new Shape(issues)
        .check(
            Fhir.json(Outcomes.json(Capabilities.statement("1.2.3"))),
            "CapabilityStatement",
            "CapabilityStatement");
    assertThat(issues.list()).isEmpty();
  }
}
