package health.vigil.benchmarks.store;

import health.vigil.benchmarks.CpuTime;
import health.vigil.local.LocalPostgres;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL started for the measurements, with Vigil's log, and the pool that all share. */
final class Ground implements AutoCloseable {
  private static final List<String> SETTINGS =
      List.of(
          "fsync",
          "synchronous_commit",
          "full_page_writes",
          "wal_sync_method",
          "shared_buffers",
          "max_wal_size",
          "wal_compression",
          "commit_delay");

  final LocalPostgres server;
  final AgroalDataSource pool;
  final Meter meter;

  private Ground(LocalPostgres server, AgroalDataSource pool, Meter meter) {
    this.server = server;
    this.pool = pool;
    this.meter = meter;
  }

  /** On a server that runs in this folder. */
  static Ground on(LocalPostgres server, Path folder, int poolSize) throws SQLException {
    Flyway.configure()
        .dataSource(server.url(), server.owner().user(), server.owner().password())
        .schemas("vigil")
        .createSchemas(false)
        .locations("classpath:db/migration")
        .placeholders(Map.of("servingRole", server.serving().user()))
        .loggers("slf4j")
        .load()
        .migrate();
    return new Ground(server, pool(server, poolSize), new Meter(CpuTime::ofThisProcess, folder));
  }

  private static AgroalDataSource pool(LocalPostgres server, int size) throws SQLException {
    return AgroalDataSource.from(
        new AgroalDataSourceConfigurationSupplier()
            .connectionPoolConfiguration(
                pool ->
                    pool.maxSize(size)
                        .acquisitionTimeout(Duration.ofSeconds(30))
                        .connectionFactoryConfiguration(
                            connection ->
                                connection
                                    .jdbcUrl(server.url())
                                    .principal(new NamePrincipal(server.serving().user()))
                                    .credential(new SimplePassword(server.serving().password())))));
  }

  /** As the owner of the database. */
  void execute(String... commands) throws SQLException {
    try (Connection connection = server.ownerDataSource().getConnection();
        Statement statement = connection.createStatement()) {
      for (String command : commands) {
        statement.execute(command);
      }
    }
  }

  @Nullable String ask(String question) throws SQLException {
    try (Connection connection = server.ownerDataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      row.next();
      return row.getString(1);
    }
  }

  /** A table of the same columns, keys and storage parameters, without rows. */
  void copyShape(String model, String copy, String including) throws SQLException {
    execute("CREATE TABLE %s (LIKE %s %s)".formatted(copy, model, including));
    String parameters =
        ask(
            "SELECT array_to_string(reloptions, ', ') FROM pg_class WHERE oid = '%s'::regclass"
                .formatted(model));
    if (parameters != null) {
      execute("ALTER TABLE %s SET (%s)".formatted(copy, parameters));
    }
  }

  /** So that nobody pays for what was written before. */
  void tidy() throws SQLException {
    execute("VACUUM ANALYZE");
  }

  String settings() throws SQLException {
    List<String> all = new ArrayList<>();
    all.add("PostgreSQL " + ask("SHOW server_version"));
    for (String setting : SETTINGS) {
      all.add(setting + "=" + ask("SHOW " + setting));
    }
    return String.join(", ", all);
  }

  @Override
  public void close() {
    pool.close();
    server.close();
  }
}
