package health.vigil.app.privacy;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalConnectionFactoryConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.pool.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;

/**
 * The few connections that keys are read and written with, beside the pool's: who waits for a key
 * holds one of those already, and all of them could. They are in no transaction of the thread's and
 * commit by themselves: a batch that is rolled back must not take a key with it that something else
 * is sealed with already. A database that has gone silent is given up after seconds, and a
 * connection that it has closed is noticed before it is used: no key is unavailable after a
 * restart.
 */
@Singleton
class KeyConnections {
  static final int MOST = 3;
  private static final Duration ACQUISITION = Duration.ofSeconds(3);
  private static final String SILENCE_SECONDS = "4";

  private final DataSource connections;

  KeyConnections(AgroalDataSource pool) {
    AgroalConnectionFactoryConfiguration like =
        pool.getConfiguration().connectionPoolConfiguration().connectionFactoryConfiguration();
    this.connections =
        new DataSource(
            new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(
                    few ->
                        few.maxSize(MOST)
                            .acquisitionTimeout(ACQUISITION)
                            .validateOnBorrow(true)
                            .connectionValidator(ConnectionValidator.defaultValidator())
                            .exceptionSorter(new PostgreSQLExceptionSorter())
                            .connectionFactoryConfiguration(made -> configure(made, like)))
                .get());
  }

  javax.sql.DataSource all() {
    return connections;
  }

  /** The same role and properties of the driver, under a name of their own. */
  private static AgroalConnectionFactoryConfigurationSupplier configure(
      AgroalConnectionFactoryConfigurationSupplier made,
      AgroalConnectionFactoryConfiguration like) {
    made.connectionProviderClass(like.connectionProviderClass()).jdbcUrl(like.jdbcUrl());
    if (like.principal() != null) {
      made.principal(like.principal());
    }
    like.credentials().forEach(made::credential);
    like.securityProviders().forEach(made::addSecurityProvider);
    like.jdbcProperties()
        .forEach((name, value) -> made.jdbcProperty(String.valueOf(name), String.valueOf(value)));
    String name = like.jdbcProperties().getProperty("ApplicationName", "vigil");
    return made.jdbcProperty("ApplicationName", name + " keys")
        .jdbcProperty("socketTimeout", SILENCE_SECONDS);
  }

  void close(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER + 1) ShutdownEvent end) {
    connections.close();
  }
}
