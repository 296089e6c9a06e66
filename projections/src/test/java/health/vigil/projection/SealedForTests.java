package health.vigil.projection;

import health.vigil.patient.PatientId;
import health.vigil.personal.key.IdentitySealer;
import health.vigil.personal.key.PatientKeys;
import health.vigil.personal.key.PostgresKeyTable;
import health.vigil.personal.master.MasterKeyFile;
import health.vigil.personal.search.SearchTokens;
import health.vigil.projection.patient.SealedIdentities;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.SortedSet;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Identities under real keys, which a real table keeps. */
class SealedForTests {
  @Produces
  @Singleton
  PatientKeys keys(
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
      @ConfigProperty(name = "quarkus.datasource.username") String user,
      @ConfigProperty(name = "quarkus.datasource.password") String password)
      throws IOException, SQLException {
    Path masters = Files.createTempFile("master-keys", ".json");
    try {
      Files.writeString(masters, MasterKeyFile.make());
      return new PatientKeys(
          new PostgresKeyTable(connections(url, user, password)),
          MasterKeyFile.read(masters, Optional.empty()),
          10_000);
    } finally {
      Files.delete(masters);
    }
  }

  private static DataSource connections(String url, String user, String password)
      throws SQLException {
    return AgroalDataSource.from(
        new AgroalDataSourceConfigurationSupplier()
            .connectionPoolConfiguration(
                pool ->
                    pool.maxSize(2)
                        .connectionFactoryConfiguration(
                            factory ->
                                factory
                                    .jdbcUrl(url)
                                    .principal(new NamePrincipal(user))
                                    .credential(new SimplePassword(password)))));
  }

  @Produces
  @Singleton
  SealedIdentities identities(PatientKeys keys) {
    IdentitySealer sealer = new IdentitySealer(keys);
    SearchTokens tokens = new SearchTokens(new byte[32]);
    return new SealedIdentities() {
      @Override
      public Optional<byte[]> seal(PatientId patient, byte[] identity) {
        return sealer.seal(patient, identity);
      }

      @Override
      public Optional<byte[]> open(PatientId patient, byte[] sealed) {
        return sealer.open(patient, sealed);
      }

      @Override
      public String ofNumber(String mrn) {
        return tokens.whole(mrn);
      }

      @Override
      public SortedSet<String> ofName(String name) {
        return tokens.prefixes(name);
      }

      @Override
      public SortedSet<String> asked(String typed) {
        return tokens.asked(typed);
      }
    };
  }
}
