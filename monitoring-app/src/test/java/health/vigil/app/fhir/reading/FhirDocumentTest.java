package health.vigil.app.fhir.reading;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.app.fhir.reading.Parsed.Understood;
import health.vigil.app.fhir.reading.ReadResult.Read;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;

/** What docs/reference/fhir.md shows is what happens. */
class FhirDocumentTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "reference", "fhir.md");
  private static final Pattern EXAMPLE = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL);

  @Test
  void theBundleIsRead() throws IOException {
    Parsed<BundleBody> bundle = new FhirBodies().bundle(Fhir.bytes(example(0)));
    List<BundleEntry> entries = ((Understood<BundleBody>) bundle).value().entries();
    assertThat(entries).hasSize(4).allSatisfy(entry -> assertThat(read(entry)).isNotNull());
  }

  @Test
  void theRefusalIsAsShown() throws IOException {
    ObjectNode observation = example(1);
    ObjectNode answer = Fhir.json(Outcomes.json(Outcomes.of(Fhir.refused(observation))));
    assertThat(answer).isEqualTo(example(2));
  }

  @Test
  void everyCodeAndUnitIsListed() throws IOException {
    String document = Files.readString(DOCUMENT);
    assertThat(document)
        .contains(Meaning.OF_LOINC.keySet())
        .contains(Meaning.OF_SNOMED_CT.keySet())
        .contains(Stream.of(Unit.values()).map(unit -> "`" + unit.code() + "`").toList());
  }

  private static Object read(BundleEntry entry) {
    Parsed<FhirResource> parsed = requireNonNull(entry.resource());
    assertThat(parsed).isInstanceOf(Understood.class);
    FhirResource resource = ((Understood<FhirResource>) parsed).value();
    ReadResult<?> result =
        resource.resource() instanceof Patient
            ? new PatientReader(MrnSystems.ANY).read(resource)
            : ObservationReader.read(resource);
    assertThat(result).isInstanceOf(Read.class);
    return ((Read<?>) result).value();
  }

  private static ObjectNode example(int index) throws IOException {
    List<String> examples =
        EXAMPLE
            .matcher(Files.readString(DOCUMENT))
            .results()
            .map((MatchResult result) -> result.group(1))
            .toList();
    assertThat(examples).hasSize(3);
    return Fhir.json(examples.get(index));
  }
}
