package health.vigil.local;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Plain, unpooled connections. */
final class Connections {

  private Connections() {}

  static String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  static DataSource dataSource(String url, Credentials credentials) {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(url);
    dataSource.setUser(credentials.user());
    dataSource.setPassword(credentials.password());
    return dataSource;
  }
}
