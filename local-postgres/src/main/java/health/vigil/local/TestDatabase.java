package health.vigil.local;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * A fresh, empty database for a test, on one PostgreSQL shared by all tests of this JVM.
 *
 * <p>It has the roles and the schema of {@link LocalPostgres} and no tables. The server starts with
 * the first database and stops, and its files go, with the JVM; what a killed JVM leaves behind is
 * removed by the next. It is as real as any except that commits do not wait for the disk.
 */
public final class TestDatabase implements AutoCloseable {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final LocalPostgres server;
  private final String name;

  private TestDatabase(LocalPostgres server, String name) {
    this.server = server;
    this.name = name;
  }

  /** A new database. */
  public static TestDatabase create() {
    LocalPostgres server = TestServer.shared();
    String name = "test_" + NUMBER.incrementAndGet();
    try {
      Roles.createDatabase(server.superuser("postgres"), name);
      Roles.prepareDatabase(server.superuser(name), name);
    } catch (SQLException e) {
      throw new LocalPostgresException("A database for tests cannot be made: " + e.getMessage(), e);
    }
    return new TestDatabase(server, name);
  }

  /** The JDBC address, without user and password. */
  public String url() {
    return server.url(name);
  }

  /** The role that makes and changes the schema. */
  public Credentials owner() {
    return server.owner();
  }

  /** The role that the application runs under. */
  public Credentials serving() {
    return server.serving();
  }

  /** Unpooled connections of the owner. */
  public DataSource ownerDataSource() {
    return Connections.dataSource(url(), owner());
  }

  /** Unpooled connections of the serving role. */
  public DataSource servingDataSource() {
    return Connections.dataSource(url(), serving());
  }

  /** Unpooled connections of somebody whom no trigger and no right keeps from anything. */
  public DataSource superuserDataSource() {
    return server.superuser(name);
  }

  /** Ends the connections to the database and removes it. */
  public void drop() {
    try (Connection connection = server.superuser("postgres").getConnection()) {
      Roles.execute(connection, List.of("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)"));
    } catch (SQLException e) {
      throw new LocalPostgresException("A test's database cannot be removed: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    drop();
  }
}
