package health.vigil.app.privacy;

import health.vigil.app.secret.ServerSecret;
import health.vigil.personal.json.PersonalDataCodec;
import health.vigil.personal.json.Sealing;
import health.vigil.personal.key.IdentitySealer;
import health.vigil.personal.key.KeyTable;
import health.vigil.personal.key.PatientKeys;
import health.vigil.personal.key.PostgresKeyTable;
import health.vigil.personal.key.Rewrapping;
import health.vigil.personal.key.ValueSealer;
import health.vigil.personal.master.MasterKeys;
import health.vigil.personal.search.SearchTokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionManager;

/** Chooses how personal data is sealed, and with whose keys. */
class PersonalComposition {
  @Produces
  @Singleton
  MasterKeys masterKeys(PersonalConfiguration configuration) {
    return ConfiguredMasterKeys.of(configuration);
  }

  @Produces
  @Singleton
  KeyTable keyTable(AgroalDataSource dataSource, TransactionManager transactions) {
    return new OutsideTransactions(new PostgresKeyTable(dataSource), transactions);
  }

  @Produces
  @Singleton
  PatientKeys patientKeys(KeyTable table, MasterKeys masters, PersonalConfiguration configuration) {
    if (configuration.rememberedKeys() < 1) {
      throw new ConfigurationException("vigil.personal.remembered-keys is less than 1.");
    }
    return new PatientKeys(table, masters, configuration.rememberedKeys());
  }

  @Produces
  @Singleton
  PersonalDataCodec codec(PatientKeys keys) {
    return new Sealing(new ValueSealer(keys));
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
