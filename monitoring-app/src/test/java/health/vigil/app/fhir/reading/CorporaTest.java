package health.vigil.app.fhir.reading;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.app.fhir.reading.Corpus.Sample;
import health.vigil.app.fhir.reading.Parsed.Understood;
import health.vigil.app.fhir.reading.Parsed.Unreadable;
import health.vigil.app.fhir.reading.ReadResult.Read;
import health.vigil.monitoring.vitals.Vital;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads what others wrote, good and deliberately bad; nothing of it may be a failure of ours. */
class CorporaTest {
  private static final String SPEC = Corpus.EXAMPLES + "spec/";

  private static final String EXPECTED =
      """
       16 Bundle: read
        5 Bundle: unreadable 400, required resourceType
        1 Bundle: unreadable 400, required type
        1 Bundle: unreadable 400, value entry.fullUrl
        1 Bundle: unreadable 422, not-supported implicitRules
       82 Bundle: unreadable 422, not-supported type
       10 Observation in a Bundle: read, RECORD
      232 Observation in a Bundle: refused, not-supported code
        2 Observation in a Bundle: refused, required effectivePeriod.end
        2 Observation: read, NOTHING
        3 Observation: read, RECORD
       92 Observation: refused, not-supported code
        1 Observation: refused, required identifier
        6 Observation: refused, value effectiveDateTime
        1 Observation: unreadable 400, required code
        1 Observation: unreadable 400, structure category
        1 Observation: unreadable 400, structure no JSON
        1 Observation: unreadable 400, value meta.lastUpdated
       11 Observation: unreadable 422, not-supported implicitRules
      257 Patient in a Bundle: read
        1 Patient in a Bundle: refused, multiple-matches identifier
       29 Patient in a Bundle: refused, required identifier
        1 Patient in a Bundle: refused, required name
        1 Patient in a Bundle: unreadable 400, value id
       25 Patient: read
        3 Patient: refused, multiple-matches identifier
       31 Patient: refused, required identifier
        2 Patient: refused, required name
        2 Patient: refused, required name.family
        1 Patient: refused, required name.given
        1 Patient: unreadable 400, required extension.url
        4 Patient: unreadable 400, required resourceType
        9 Patient: unreadable 400, structure no JSON
        1 Patient: unreadable 400, structure unknownElement
        1 Patient: unreadable 400, value birthDate
        1 Patient: unreadable 422, extension modifierExtension
        3 Patient: unreadable 422, not-supported implicitRules
      """;

  @Test
  void everyExampleIsReadOrRefusedForAReason(TestReporter reporter) {
    Map<String, Integer> outcomes = new TreeMap<>();
    Corpus.all().forEach(sample -> count(sample, outcomes));
    StringBuilder table = new StringBuilder();
    outcomes.forEach((what, times) -> table.append("%3d %s\n".formatted(times, what)));
    reporter.publishEntry("corpora", table.toString());
    assertThat(table).hasToString(EXPECTED);
  }

  /** As the standard has them, with a day and no time; with a time they are read. */
  @ParameterizedTest
  @CsvSource({
    "observation-example-heart-rate, PULSE, 44",
    "observation-example-respiratory-rate, RESPIRATION_RATE, 26",
    "observation-example-body-temperature, TEMPERATURE, 36.5",
    "observation-example-bloodpressure, SYSTOLIC_BLOOD_PRESSURE, 107",
    "observation-example-bloodpressure, DIASTOLIC_BLOOD_PRESSURE, 60",
    "observation-example-bloodpressure-dar, SYSTOLIC_BLOOD_PRESSURE, 107"
  })
  void theVitalSignsOfTheStandardAreReadOnceTheyHaveATime(
      String name, Vital vital, BigDecimal value) {
    ObjectNode example = Corpus.json(SPEC + name + ".json");
    assertThat(Fhir.refused(example))
        .extracting(Issue::expression)
        .containsExactly("Observation.effectiveDateTime");
    ReadObservation read =
        Fhir.read(Fhir.with(example, "'effectiveDateTime': '1999-07-02T08:00:00Z'"));
    assertThat(read.values().number(vital)).isEqualTo(value);
  }

  @Test
  void theSaturationOfTheStandardIsReadAsItIs() {
    ReadObservation read = Fhir.read(Corpus.json(SPEC + "observation-example-satO2.json"));
    assertThat(read.values().number(Vital.OXYGEN_SATURATION)).isEqualTo("95");
    assertThat(read.measuredAt()).isEqualTo("2014-12-05T08:30:10Z");
    assertThat(read.device()).isEqualTo("DeviceMetric/example");
    assertThat(read.source())
        .isEqualTo(new SourceKey.ByIdentifier("http://goodcare.org/observation/id", "o1223435-10"));
  }

  @ParameterizedTest
  @CsvSource({
    "observation-example-vitals-panel, NOTHING",
    "observation-example-bloodpressure-cancel, NOTHING"
  })
  void someOfThemHaveNothingToRecord(String name, Intent intent) {
    assertThat(Fhir.read(Corpus.json(SPEC + name + ".json")).intent()).isEqualTo(intent);
  }

  @ParameterizedTest
  @CsvSource({
    "ai3, Patient.unknownElement",
    "ai4, Patient.birthDate",
    "versioned-extension, Patient.extension[2].url",
    "bundle-bad-empty, Bundle.entry[0].fullUrl",
    "observation102, Observation.category",
    "obs-quantity, Observation.code",
    "simpl-example, Observation.meta.lastUpdated"
  })
  void whatTheValidatorsAuthorsMadeBadIsRefusedWithTheElement(String name, String element) {
    Sample sample = Corpus.named(Corpus.VALIDATOR + name + ".json");
    Parsed<?> parsed =
        sample.isBundle() ? new FhirBodies().bundle(sample.body()) : resource(sample);
    assertThat(parsed).isInstanceOf(Unreadable.class);
    assertThat(((Unreadable<?>) parsed).issues().get(0).expression())
        .isEqualTo(element.replace("Patient.", "Bundle.entry[0].resource."));
  }

  private static void count(Sample sample, Map<String, Integer> outcomes) {
    if (!sample.isBundle()) {
      outcomes.merge(sample.type() + ": " + outcome(resource(sample)), 1, Integer::sum);
      return;
    }
    Parsed<BundleBody> bundle = new FhirBodies().bundle(sample.body());
    outcomes.merge(
        "Bundle: " + (bundle instanceof Unreadable<?> no ? unreadable(no) : "read"),
        1,
        Integer::sum);
    Corpus.entries(sample)
        .forEach(
            entry ->
                outcomes.merge(
                    entry.path("resourceType").asText()
                        + " in a Bundle: "
                        + outcome(inBundle(entry.toString().getBytes(StandardCharsets.UTF_8))),
                    1,
                    Integer::sum));
  }

  private static Parsed<FhirResource> resource(Sample sample) {
    return sample.type().equals("Observation")
        ? new FhirBodies().observation(sample.body())
        : inBundle(sample.body());
  }

  private static Parsed<FhirResource> inBundle(byte[] resource) {
    ByteArrayOutputStream bundle = new ByteArrayOutputStream();
    bundle.writeBytes(
        Fhir.bytes("{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[{\"resource\":"));
    bundle.writeBytes(resource);
    bundle.writeBytes(Fhir.bytes("}]}"));
    return new FhirBodies()
        .bundle(bundle.toByteArray())
        .then(body -> requireNonNull(body.entries().get(0).resource()));
  }

  private static String outcome(Parsed<FhirResource> parsed) {
    if (parsed instanceof Unreadable<?> no) {
      return unreadable(no);
    }
    FhirResource resource = ((Understood<FhirResource>) parsed).value();
    ReadResult<?> result =
        resource.resource() instanceof Patient
            ? new PatientReader(MrnSystems.ANY).read(resource)
            : ObservationReader.read(resource);
    if (result instanceof Read<?> read) {
      return read.value() instanceof ReadObservation observation
          ? "read, " + observation.intent()
          : "read";
    }
    return "refused, " + reason(Fhir.refused(result));
  }

  private static String unreadable(Unreadable<?> unreadable) {
    return "unreadable " + unreadable.status() + ", " + reason(unreadable.issues());
  }

  /** Of the first issue; all but what is no JSON at all name an element. */
  private static String reason(List<Issue> issues) {
    assertThat(issues).isNotEmpty();
    Issue first = issues.get(0);
    assertThat(issues)
        .allSatisfy(
            issue ->
                assertThat(issue.expression() == null)
                    .isEqualTo(issue.diagnostics().startsWith("the body is not well-formed")));
    String element =
        first.expression() == null
            ? "no JSON"
            : first
                .expression()
                .replace("Bundle.entry[0].resource.", "")
                .replaceAll("\\[\\d+]", "");
    return first.code().toCode() + " " + element.replaceAll("^(Observation|Bundle)\\.", "");
  }
}
