package health.vigil.app.privacy;

import com.fasterxml.jackson.databind.ObjectMapper;
import health.vigil.axon.serialization.MapperCustomizer;
import health.vigil.personal.json.PersonalDataCodec;
import health.vigil.personal.json.PersonalDataModule;
import jakarta.inject.Singleton;

/** Seals and opens personal data in events, snapshots, sagas and parked letters alike. */
@Singleton
class PersonalDataMapping implements MapperCustomizer {
  private final PersonalDataCodec codec;

  PersonalDataMapping(PersonalDataCodec codec) {
    this.codec = codec;
  }

  @Override
  public void customize(ObjectMapper mapper) {
    mapper.registerModule(new PersonalDataModule(codec));
  }
}
