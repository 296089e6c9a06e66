package health.vigil.personal.json;

import com.fasterxml.jackson.databind.JsonNode;
import health.vigil.patient.PatientId;
import org.jspecify.annotations.Nullable;

/** The stored form of one value that is personal data. */
public interface PersonalDataCodec {
  /**
   * @param about whom the event or snapshot is about, null when it is about no patient
   * @param property the name of the value; it is opened under the same
   */
  JsonNode seal(@Nullable PatientId about, String property, JsonNode readable);

  /**
   * The value as it was before it was sealed; the stored form alone says how. One that was never
   * sealed is given as it is.
   *
   * <p>A form that can not be opened any more gives a JSON null.
   */
  JsonNode open(String property, JsonNode stored);
}
