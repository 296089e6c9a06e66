package health.vigil.store.contract;

import health.vigil.local.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** A migrated log for one test, which its owner can prepare and spoil. */
final class Database implements AutoCloseable {

  private final Address owner;
  private final Address serving;
  private final Runnable removal;

  private Database(Address owner, Address serving, Runnable removal) {
    this.owner = owner;
    this.serving = serving;
    this.removal = removal;
  }

  /** On the server that all tests of this JVM share. */
  static Database shared() {
    TestDatabase database = TestDatabase.create();
    return migrated(
        new Address(database.url(), database.owner()),
        new Address(database.url(), database.serving()),
        database::drop);
  }

  static Database migrated(Address owner, Address serving, Runnable removal) {
    Flyway.configure()
        .dataSource(owner.unpooled())
        .schemas("vigil")
        .createSchemas(false)
        .locations("classpath:db/migration")
        .placeholders(Map.of("servingRole", serving.user().user()))
        .loggers("slf4j")
        .load()
        .migrate();
    return new Database(owner, serving, removal);
  }

  Address serving() {
    return serving;
  }

  Connection ownerConnection() throws SQLException {
    return owner.unpooled().getConnection();
  }

  void execute(String command) throws SQLException {
    try (Connection connection = ownerConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  String ask(String query) throws SQLException {
    try (Connection connection = ownerConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  StoredLog log() throws SQLException {
    return StoredLog.in(owner.unpooled());
  }

  @Override
  public void close() {
    removal.run();
  }
}
