package health.vigil.app.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import health.vigil.patient.PatientId;
import org.jspecify.annotations.Nullable;

/** The stored form of one value that is personal data. */
public interface PersonalDataCodec {
  /**
   * @param about whom the event or snapshot is about, null when it does not say
   */
  JsonNode seal(@Nullable PatientId about, JsonNode readable);

  /**
   * The value as it was before it was sealed; the stored form alone says how.
   *
   * <p>A form that can not be opened any more gives a JSON null.
   */
  JsonNode open(JsonNode stored);
}
