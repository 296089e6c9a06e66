package health.vigil.store;

import health.vigil.local.TestDatabase;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;
import org.flywaydb.core.Flyway;

/** A migrated database, and the store on it as the serving role has it. */
final class LogFixture {

  static final String STREAM_TYPE = "Ward";

  final TestDatabase database;
  final AgroalDataSource pool;
  final JdbcTransactions transactions;
  final Serializer serializer = JacksonSerializer.builder().lenientDeserialization().build();
  final PostgresLog log;

  private LogFixture(TestDatabase database) {
    this.database = database;
    this.pool = pool(database);
    this.transactions = new JdbcTransactions(pool);
    this.log = node("node-1", Duration.ofSeconds(10));
  }

  static LogFixture empty() {
    TestDatabase database = TestDatabase.create();
    Flyway.configure()
        .dataSource(database.url(), database.owner().user(), database.owner().password())
        .schemas("vigil")
        .createSchemas(false)
        .locations("classpath:db/migration")
        .placeholders(Map.of("servingRole", database.serving().user()))
        .loggers("slf4j")
        .load()
        .migrate();
    return new LogFixture(database);
  }

  private static AgroalDataSource pool(TestDatabase database) {
    try {
      return AgroalDataSource.from(
          new AgroalDataSourceConfigurationSupplier()
              .connectionPoolConfiguration(
                  pool ->
                      pool.maxSize(20)
                          .connectionFactoryConfiguration(
                              connection ->
                                  connection
                                      .jdbcUrl(database.url())
                                      .principal(new NamePrincipal(database.serving().user()))
                                      .credential(
                                          new SimplePassword(database.serving().password())))));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void close() {
    log.close();
    pool.close();
    database.drop();
  }

  PostgresLog node(String id, Duration claimTimeout) {
    return settings().nodeId(id).claimTimeout(claimTimeout).build();
  }

  /** Of a node on this database. */
  PostgresLog.Builder settings() {
    return PostgresLog.builder()
        .transactions(transactions)
        .writerConnections(database.servingDataSource())
        .serializer(serializer)
        .eventSerializer(serializer);
  }

  void append(DomainEventMessage<?>... events) {
    log.storageEngine().appendEvents(events);
  }

  /** So many events of a stream, from sequence 0. */
  void fill(String stream, int size) {
    append(
        IntStream.range(0, size)
            .mapToObj(sequence -> event(stream, sequence))
            .toArray(DomainEventMessage<?>[]::new));
  }

  static DomainEventMessage<Measured> event(String stream, long sequence) {
    return new GenericDomainEventMessage<>(
        STREAM_TYPE, stream, sequence, new Measured("value " + sequence));
  }

  /** An empty log again; only an owner who means it can do that. */
  void wipe() throws SQLException {
    execute(
        database.ownerDataSource(),
        """
        ALTER TABLE events DISABLE TRIGGER refuse_change;
        TRUNCATE events, snapshots;
        ALTER TABLE events ENABLE TRIGGER refuse_change;
        UPDATE log_head SET position = 0, hash = DEFAULT;
        """);
  }

  void execute(DataSource dataSource, String command) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  String ask(String query) throws SQLException {
    try (Connection connection = database.ownerDataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  /** What the tests store. */
  record Measured(String text) {}
}
