package health.vigil.app;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;

/** The application's database, as its administrators see it. */
public final class Database {
  /** As what the connections of the log's writer and of its listener are known. */
  private static final String OF_LOG = "vigil log";

  private static final int LANES = 2;

  private static final String WAITING =
      """
      SELECT count(*) FROM pg_stat_activity
      WHERE usename = current_user AND wait_event_type = 'Lock' AND query LIKE '%' || ? || '%'
        AND clock_timestamp() - query_start >= ?::interval
      """;

  private static final String BREAK =
      "SELECT pg_terminate_backend(pid)::integer FROM pg_stat_activity WHERE application_name = ?";

  private static final String APPEND =
      """
      SELECT last_position FROM vigil.append(ARRAY[1], ARRAY[?], ARRAY[?], ARRAY[0::bigint],
        ARRAY[?], ARRAY[clock_timestamp()], ARRAY[?], ARRAY[?], ARRAY[?], ARRAY[?])
      """;

  private static final String TEXT_COLUMNS =
      """
      SELECT c.table_schema || '.' || c.table_name || '.' || c.column_name
      FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE t.table_type = 'BASE TABLE' AND c.table_schema IN ('vigil', 'vigil_keys')
        AND c.data_type IN ('text', 'json', 'jsonb', 'bytea', 'character varying', 'ARRAY')
      """;

  private Database() {}

  /** Nobody appends until it is closed. */
  public record Lock(Connection holder) implements AutoCloseable {
    @Override
    public void close() throws SQLException {
      holder.close();
    }
  }

  public static Lock lockHead() throws SQLException {
    Connection holder = connect(Role.OWNER);
    holder.setAutoCommit(false);
    try (Statement statement = holder.createStatement()) {
      statement.execute("SELECT FROM vigil.log_head FOR UPDATE");
    }
    return new Lock(holder);
  }

  /** Stands in line behind who waits for the lock already. */
  public static CompletableFuture<Lock> lockHeadNext() {
    CompletableFuture<Lock> next = CompletableFuture.supplyAsync(Database::locked, Database::start);
    awaitHeldUp(Role.OWNER, "vigil.log_head FOR UPDATE", 1, Duration.ZERO);
    return next;
  }

  /** Until so many groups of this node's writer have been waiting for the lock for so long. */
  public static void awaitGroupsHeldUp(int groups, Duration atLeast) {
    awaitHeldUp(Role.SERVING, "vigil.append", groups, atLeast);
  }

  /** All lanes of the writer are held up by writes such as this, one of them for a while. */
  public static void fillLanes(Runnable write) {
    for (int lane = 1; lane <= LANES; lane++) {
      start(write);
      awaitGroupsHeldUp(lane, Duration.ZERO);
    }
    awaitGroupsHeldUp(1, Duration.ofSeconds(1));
  }

  /**
   * The answer to a write whose connection is lost amid it, while nobody can find out what became
   * of it. It was not recorded.
   */
  public static <T> T answerWhileNobodyKnows(Supplier<T> write) throws SQLException {
    try (Lock held = lockHead()) {
      CompletableFuture<T> answer = CompletableFuture.supplyAsync(write, Database::start);
      awaitGroupsHeldUp(1, Duration.ZERO);
      breakHeldUp();
      return answer.join();
    }
  }

  /** Ends the connections of the log, as an administrator or a failing network does. */
  public static void breakConnections() throws SQLException {
    numbers(Role.SERVING, BREAK, OF_LOG);
  }

  /** As the other, of those only that wait for the lock. */
  public static void breakHeldUp() throws SQLException {
    numbers(Role.SERVING, BREAK + " AND wait_event_type = 'Lock'", OF_LOG);
  }

  /** One a lane, and the listener's. */
  public static boolean hasAllConnections() throws SQLException {
    String all = "SELECT count(*) FROM pg_stat_activity WHERE application_name = ?";
    return numbers(Role.SERVING, all, OF_LOG).get(0) > LANES;
  }

  /** The position of an event that is recorded as it is given, as if by another version. */
  public static long append(StoredEvent event) throws SQLException {
    return numbers(
            Role.SERVING,
            APPEND,
            UUID.randomUUID().toString(),
            event.stream(),
            event.streamType(),
            event.type(),
            event.revision(),
            event.payload(),
            event.metadata())
        .get(0);
  }

  /** An event as it lies in the log, the first of its stream. */
  public record StoredEvent(
      String stream,
      String streamType,
      String type,
      String revision,
      String payload,
      String metadata) {}

  /** What nobody but the owner can do, and nobody should. */
  public static void tamper(String change) throws SQLException {
    try (Connection connection = connect(Role.OWNER);
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER TABLE vigil.events DISABLE TRIGGER refuse_change");
      statement.execute(change);
      statement.execute("ALTER TABLE vigil.events ENABLE TRIGGER refuse_change");
    }
  }

  /** Every column that can hold text or bytes, with its schema and table. */
  public static List<String> textColumns() throws SQLException {
    try (Connection connection = connect(Role.OWNER);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(TEXT_COLUMNS)) {
      List<String> columns = new ArrayList<>();
      while (rows.next()) {
        columns.add(rows.getString(1));
      }
      return columns;
    }
  }

  /** In how many rows a column holds these letters, in any case; bytes are taken for letters. */
  public static long rowsWith(String column, String text) throws SQLException {
    int dot = column.lastIndexOf('.');
    String table = column.substring(0, dot);
    String name = column.substring(dot + 1);
    String sql =
        "SELECT count(*) FROM %s WHERE strpos(lower(CASE WHEN pg_typeof(%s)::text = 'bytea'"
            + " THEN encode(%s::text::bytea, 'escape') ELSE %s::text END), lower(?)) > 0";
    return numbers(Role.OWNER, sql.formatted(table, name, name, name), text).get(0);
  }

  /** How many observations hold something that is sealed. */
  public static long sealedObservations() throws SQLException {
    return numbers(
            Role.OWNER,
            "SELECT count(*) FROM vigil.events WHERE payload_type = 'VitalSignsRecorded'"
                + " AND strpos(payload::text, ?) > 0",
            "\"sealed\"")
        .get(0);
  }

  private static void awaitHeldUp(Role role, String query, int many, Duration atLeast) {
    Awaitility.await()
        .pollInterval(Duration.ofMillis(20))
        .until(() -> numbers(role, WAITING, query, atLeast.toString()).get(0) >= many);
  }

  private static List<Long> numbers(Role role, String sql, String... parameters)
      throws SQLException {
    try (Connection connection = connect(role);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        List<Long> found = new ArrayList<>();
        while (rows.next()) {
          found.add(rows.getLong(1));
        }
        return found;
      }
    }
  }

  private static Lock locked() {
    try {
      return lockHead();
    } catch (SQLException broken) {
      throw new CompletionException(broken);
    }
  }

  private static void start(Runnable work) {
    new Thread(work, "at-once").start();
  }

  private static Connection connect(Role role) throws SQLException {
    return DriverManager.getConnection(
        configured("quarkus.datasource.jdbc.url"),
        configured(role.user),
        configured(role.password));
  }

  private static String configured(String key) {
    return ConfigProvider.getConfig().getValue(key, String.class);
  }

  private enum Role {
    OWNER(DatabaseResource.OWNER_USER, DatabaseResource.OWNER_PASSWORD),
    SERVING("quarkus.datasource.username", "quarkus.datasource.password");

    private final String user;
    private final String password;

    Role(String user, String password) {
      this.user = user;
      this.password = password;
    }
  }
}
