package health.vigil.fhir.deployment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The types of FHIR R4 by name, as HAPI itself lists them.
 *
 * @param datatypes class names of data types
 * @param resources class names of resources
 */
record FhirVersion(Map<String, String> datatypes, Map<String, String> resources) {

  /** HAPI reads it when a context is made. */
  static final String FILE = "org/hl7/fhir/r4/hapi/model/fhirversion.properties";

  static FhirVersion r4() {
    Properties listed = new Properties();
    try (InputStream file = FhirVersion.class.getClassLoader().getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException("HAPI's structures are not there: " + FILE);
      }
      listed.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new FhirVersion(beginningWith("datatype.", listed), beginningWith("resource.", listed));
  }

  /**
   * The class of a resource.
   *
   * @throws IllegalArgumentException when FHIR R4 has no such resource
   */
  String resource(String name) {
    String type = resources.get(name);
    if (type == null) {
      throw new IllegalArgumentException("FHIR R4 has no resource " + name);
    }
    return type;
  }

  Collection<String> datatypeClasses() {
    return datatypes.values();
  }

  private static Map<String, String> beginningWith(String prefix, Properties listed) {
    Map<String, String> classes = new TreeMap<>();
    for (String key : listed.stringPropertyNames()) {
      if (key.startsWith(prefix)) {
        classes.put(key.substring(prefix.length()), listed.getProperty(key));
      }
    }
    return classes;
  }
}
