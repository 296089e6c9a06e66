package health.vigil.app.fhir.reading;

import health.vigil.patient.Demographics;
import java.util.Map;

/**
 * What one Patient says; what is acceptable as a name, number or birth date is judged where it is
 * registered.
 *
 * @param expressions the element that gave a field of the demographics, by the field's name
 */
public record ReadPatient(String path, Demographics demographics, Map<String, String> expressions) {
  public ReadPatient {
    expressions = Map.copyOf(expressions);
  }

  /** The element that gave a field of the domain, else the whole resource. */
  public String expressionOf(String field) {
    return expressions.getOrDefault(field, path);
  }

  @Override
  public String toString() {
    return "ReadPatient[path=" + path + ", masked]";
  }
}
