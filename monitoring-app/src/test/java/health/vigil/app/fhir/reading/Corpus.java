package health.vigil.app.fhir.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The FHIR examples and the validator's test cases, as far as they are R4 and about patients and
 * observations.
 */
final class Corpus {
  static final String EXAMPLES = "json/";
  static final String VALIDATOR = "org/hl7/fhir/testcases/validator/";
  static final String R4 = "org/hl7/fhir/testcases/r4/";

  private static final Pattern TYPE = Pattern.compile("\"resourceType\"\\s*:\\s*\"(\\w+)\"");
  private static final Set<String> TYPES = Set.of("Observation", "Patient", "Bundle");
  private static final ObjectMapper LENIENT =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private Corpus() {}

  /**
   * @param type as far as it can be told of what may be no JSON at all
   */
  record Sample(String name, String type, byte[] body) {
    boolean isBundle() {
      return type.equals("Bundle");
    }
  }

  static Stream<Sample> all() {
    Map<String, String> versions = versions();
    return Stream.of(EXAMPLES, VALIDATOR, R4)
        .flatMap(Corpus::under)
        .filter(sample -> versions.getOrDefault(sample.name(), "4.0").startsWith("4.0"))
        .filter(sample -> TYPES.contains(sample.type()));
  }

  static Sample named(String name) {
    return sample(name, bytes(name));
  }

  static ObjectNode json(String name) {
    return (ObjectNode) json(bytes(name));
  }

  private static Stream<Sample> under(String folder) {
    return names(folder).stream().map(Corpus::named);
  }

  private static List<String> names(String folder) {
    String anyone = folder.equals(EXAMPLES) ? "json/spec/observation-example.json" : folder;
    URL url = Objects.requireNonNull(Corpus.class.getClassLoader().getResource(anyone), anyone);
    try (JarFile jar = ((JarURLConnection) url.openConnection()).getJarFile()) {
      return jar.stream()
          .map(java.util.zip.ZipEntry::getName)
          .filter(name -> name.startsWith(folder) && name.endsWith(".json"))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Sample sample(String name, byte[] body) {
    Matcher type = TYPE.matcher(new String(body, StandardCharsets.UTF_8));
    return new Sample(name, type.find() ? type.group(1) : "", body);
  }

  /** Of the validator's tests that say which version of FHIR they are about. */
  private static Map<String, String> versions() {
    Map<String, String> versions = new HashMap<>();
    for (JsonNode test : json(bytes(VALIDATOR + "manifest.json")).path("test-cases")) {
      if (test.hasNonNull("version")) {
        versions.put(VALIDATOR + test.path("file").asText(), test.path("version").asText());
      }
    }
    return versions;
  }

  /** The resources in a Bundle that are about patients and observations. */
  static Stream<JsonNode> entries(Sample bundle) {
    return json(bundle.body())
        .path("entry")
        .valueStream()
        .map(entry -> entry.path("resource"))
        .filter(resource -> !resource.path("resourceType").asText().equals("Bundle"))
        .filter(resource -> TYPES.contains(resource.path("resourceType").asText()));
  }

  private static JsonNode json(byte[] body) {
    try {
      return LENIENT.readTree(body);
    } catch (JsonProcessingException noJson) {
      return none(noJson);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static JsonNode none(JsonProcessingException ignored) {
    return LENIENT.missingNode();
  }

  private static byte[] bytes(String name) {
    try (InputStream in = Corpus.class.getClassLoader().getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
