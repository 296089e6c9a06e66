package health.vigil.store.contract;

import health.vigil.local.Credentials;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Where a log is, and as whom it is reached. */
record Address(String url, Credentials user) {

  private static final int CONNECTIONS = 8;

  /** After which somebody who logs in gives up; the writer sets its own limit later. */
  private static final int SILENCE_SECONDS = 2;

  /** The same by way of another port of this machine, without encryption. */
  Address through(int port) {
    return new Address(url.replaceFirst("127\\.0\\.0\\.1:\\d+", "127.0.0.1:" + port), user);
  }

  /** The same, with sessions that PostgreSQL shows under this name. */
  Address named(String name) {
    return new Address(url + "?ApplicationName=" + name, user);
  }

  int port() {
    return Integer.parseInt(url.replaceFirst(".*127\\.0\\.0\\.1:(\\d+)/.*", "$1"));
  }

  /** New connections that give up when nobody answers while they log in. */
  DataSource forTheWriter() {
    PGSimpleDataSource dataSource = unpooled();
    dataSource.setSocketTimeout(SILENCE_SECONDS);
    return dataSource;
  }

  PGSimpleDataSource unpooled() {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(url);
    dataSource.setUser(user.user());
    dataSource.setPassword(user.password());
    dataSource.setSslMode("disable");
    return dataSource;
  }

  /** Each connection is tried before it is given out: servers are restarted here. */
  AgroalDataSource pool() {
    try {
      return AgroalDataSource.from(
          new AgroalDataSourceConfigurationSupplier()
              .connectionPoolConfiguration(
                  pool ->
                      pool.maxSize(CONNECTIONS)
                          .validateOnBorrow(true)
                          .connectionValidator(ConnectionValidator.defaultValidatorWithTimeout(2))
                          .connectionFactoryConfiguration(
                              connection ->
                                  connection
                                      .jdbcUrl(url)
                                      .principal(new NamePrincipal(user.user()))
                                      .credential(new SimplePassword(user.password())))));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
