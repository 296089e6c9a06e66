package health.vigil.app.privacy;

import health.vigil.app.secret.ServerSecret;
import health.vigil.axon.processor.PassingFailure;
import health.vigil.personal.json.OpenedForms;
import health.vigil.personal.json.PersonalDataCodec;
import health.vigil.personal.json.Sealing;
import health.vigil.personal.key.IdentitySealer;
import health.vigil.personal.key.KeyTable;
import health.vigil.personal.key.KeysUnavailable;
import health.vigil.personal.key.PatientKeys;
import health.vigil.personal.key.PostgresKeyTable;
import health.vigil.personal.key.Rewrapping;
import health.vigil.personal.key.ValueSealer;
import health.vigil.personal.master.MasterKeys;
import health.vigil.personal.search.SearchTokens;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Chooses how personal data is sealed, and with whose keys. */
class PersonalComposition {
  @Produces
  @Singleton
  MasterKeys masterKeys(PersonalConfiguration configuration) {
    return ConfiguredMasterKeys.of(configuration);
  }

  @Produces
  @Singleton
  KeyTable keyTable(KeyConnections connections) {
    return new PostgresKeyTable(connections.all());
  }

  @Produces
  @Singleton
  PatientKeys patientKeys(
      KeyTable table, MasterKeys masters, PersonalConfiguration configuration, LostKeys lost) {
    if (configuration.rememberedKeys() < 1) {
      throw new ConfigurationException("vigil.personal.remembered-keys is less than 1.");
    }
    return new PatientKeys(table, masters, configuration.rememberedKeys(), lost);
  }

  @Produces
  @Singleton
  PersonalDataCodec codec(PatientKeys keys, SpoiltValues spoilt) {
    return new Sealing(new ValueSealer(keys), spoilt);
  }

  /** For whoever looks for what was changed: it throws where a seal is broken. */
  @Produces
  @Singleton
  OpenedForms openedForms(PatientKeys keys) {
    return new OpenedForms(new Sealing(new ValueSealer(keys)));
  }

  /**
   * An event whose key is away for now waits for it: it is not the event that is wrong. Nobody
   * else's waits for one whose key is lost.
   */
  @Produces
  @Singleton
  PassingFailure keysAway() {
    return failure -> failure instanceof KeysUnavailable away && away.isPassing();
  }

  @Produces
  @Singleton
  Rewrapping rewrapping(KeyTable table, MasterKeys masters) {
    return new Rewrapping(table, masters);
  }

  @Produces
  @Singleton
  IdentitySealer identities(PatientKeys keys) {
    return new IdentitySealer(keys);
  }

  @Produces
  @Singleton
  SearchTokens searchTokens(ServerSecret secret) {
    return new SearchTokens(secret.keyFor("search token"));
  }
}
