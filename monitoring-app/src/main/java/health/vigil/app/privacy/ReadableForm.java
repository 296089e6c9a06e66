package health.vigil.app.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import health.vigil.patient.PatientId;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Stores personal data as it is. */
@Singleton
class ReadableForm implements PersonalDataCodec {
  @Override
  public JsonNode seal(@Nullable PatientId about, JsonNode readable) {
    return readable;
  }

  @Override
  public JsonNode open(JsonNode stored) {
    return stored;
  }
}
