package health.vigil.axon.example;

import health.vigil.local.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import org.flywaydb.core.Flyway;

/** A database with the store's tables and the example's read model, made known by properties. */
public final class ExampleDatabase {

  private ExampleDatabase() {}

  /** The configuration that finds it. */
  public static final String CONFIGURATION =
      """
      quarkus.datasource.db-kind=postgresql
      quarkus.datasource.jdbc.url=${example.jdbc.url}
      quarkus.datasource.username=${example.jdbc.user}
      quarkus.datasource.password=${example.jdbc.password}
      quarkus.datasource.devservices.enabled=false
      quarkus.devservices.enabled=false
      quarkus.http.test-port=0
      quarkus.log.level=INFO
      vigil.axon.deadlines.polling-interval=200ms
      vigil.axon.deadlines.retry-delay=200ms
      vigil.axon.snapshots.events=20
      vigil.axon.retry-delay-max=300ms
      """;

  public static void create() {
    TestDatabase database = TestDatabase.create();
    Flyway.configure()
        .dataSource(database.url(), database.owner().user(), database.owner().password())
        .schemas("vigil")
        .createSchemas(false)
        .locations("classpath:db/migration")
        .placeholders(Map.of("servingRole", database.serving().user()))
        .load()
        .migrate();
    readModel(database);
    Properties properties = System.getProperties();
    properties.setProperty("example.jdbc.url", database.url());
    properties.setProperty("example.jdbc.user", database.serving().user());
    properties.setProperty("example.jdbc.password", database.serving().password());
  }

  private static void readModel(TestDatabase database) {
    try (Connection connection = database.ownerDataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE TABLE shelf (
            parcel text PRIMARY KEY,
            label text UNIQUE DEFERRABLE INITIALLY DEFERRED,
            note text,
            delivered boolean NOT NULL DEFAULT false);
          """);
      statement.execute(
          "GRANT SELECT, INSERT, UPDATE, DELETE ON shelf TO " + database.serving().user());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
