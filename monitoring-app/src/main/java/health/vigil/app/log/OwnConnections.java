package health.vigil.app.log;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * New connections to where those of the pool go, under the same role and with the same properties
 * of the driver. They are of no pool: who takes one keeps it, and breaks it when it can not be
 * trusted. PostgreSQL's list of activity shows them under a name of their own.
 */
public final class OwnConnections extends BareDataSource {
  private static final String APPLICATION_NAME = "ApplicationName";

  /** Also while it logs in, where a network that has gone silent would be waited for for ever. */
  private static final String SOCKET_TIMEOUT = "socketTimeout";

  private static final String SOCKET_TIMEOUT_SECONDS = "10";

  private final AgroalConnectionFactoryConfiguration pool;
  private final Driver driver;
  private final String use;

  /**
   * @param use what the connections are for
   */
  public OwnConnections(AgroalDataSource pool, String use) {
    this.pool =
        pool.getConfiguration().connectionPoolConfiguration().connectionFactoryConfiguration();
    this.driver = driver(this.pool.connectionProviderClass());
    this.use = use;
  }

  /** The pool makes its own in the same way, also in a native image. */
  private static Driver driver(Class<?> ofPool) {
    try {
      return ofPool.asSubclass(Driver.class).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the pool's driver can be made", e);
    }
  }

  @Override
  public Connection getConnection() throws SQLException {
    return Objects.requireNonNull(
        driver.connect(pool.jdbcUrl(), properties()), "the driver knows the pool's URL");
  }

  /** Asked each time: a password may change, where a provider gives it. */
  private Properties properties() {
    Properties properties = new Properties();
    properties.putAll(pool.jdbcProperties());
    Stream.concat(Stream.ofNullable(pool.principal()), pool.credentials().stream())
        .forEach(secret -> properties.putAll(read(secret)));
    properties.setProperty(
        APPLICATION_NAME, properties.getProperty(APPLICATION_NAME, "vigil") + " " + use);
    properties.setProperty(SOCKET_TIMEOUT, SOCKET_TIMEOUT_SECONDS);
    return properties;
  }

  private Properties read(Object secret) {
    return pool.securityProviders().stream()
        .map(provider -> provider.getSecurityProperties(secret))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(Properties::new);
  }
}
