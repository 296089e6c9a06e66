package health.vigil.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.store.LogTail;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nothing is heard of the log but what this node appends itself. */
class FollowedLogTest {
  private final DataSource none = new NoDatabase();
  private final LogTail tail = LogTail.following(none, none);
  private final List<Long> looked = new CopyOnWriteArrayList<>();
  private final List<String> lost = new CopyOnWriteArrayList<>();
  private final FollowedLog followed =
      new FollowedLog("followed", tail, Duration.ZERO, Duration.ofMillis(5), this::look, lost::add);

  private volatile @Nullable Throwable failure;
  private volatile boolean unreadable;

  @AfterEach
  void stop() {
    followed.close();
    tail.close();
  }

  @Test
  void what_fails_is_tried_again_while_the_log_is_quiet() {
    failure = new IllegalStateException();
    followed.beginAfter(0);
    tail.appended(7);
    Awaitility.await().until(() -> !lost.isEmpty());

    failure = null;

    Awaitility.await().until(() -> looked.contains(7L));
    assertThat(lost).containsExactly(IllegalStateException.class.getName());
  }

  @Test
  void an_error_ends_nothing_either() {
    failure = new NoClassDefFoundError();
    followed.beginAfter(0);
    tail.appended(7);
    Awaitility.await().until(() -> !lost.isEmpty());

    failure = null;

    Awaitility.await().until(() -> looked.contains(7L));
    tail.appended(8);
    Awaitility.await().until(() -> looked.contains(8L));
  }

  @Test
  void what_can_not_be_read_yet_is_looked_for_again() {
    unreadable = true;
    followed.beginAfter(0);
    tail.appended(7);
    Awaitility.await().until(() -> looked.size() > 3);

    unreadable = false;
    tail.appended(8);

    Awaitility.await().until(() -> looked.contains(8L));
    assertThat(lost).isEmpty();
  }

  @Test
  void who_has_looked_at_all_there_is_waits_for_the_log_to_move() {
    followed.beginAfter(0);
    tail.appended(7);
    Awaitility.await().until(() -> looked.contains(7L));
    tail.appended(9);
    Awaitility.await().until(() -> looked.contains(9L));

    assertThat(looked).containsExactly(7L, 9L);
  }

  @Test
  void a_log_that_was_restored_to_an_earlier_position_is_begun_again() {
    OneRow database = new OneRow();
    try (LogTail seeing = LogTail.following(none, database);
        FollowedLog begun =
            new FollowedLog("begun", seeing, Duration.ZERO, this::look, lost::add)) {
      List<Long> from = new CopyOnWriteArrayList<>();
      Awaitility.await()
          .until(
              () -> {
                begun.begin(from::add);
                return begun.isFresh(Duration.ofSeconds(2));
              });
      assertThat(from).containsExactly(40L);

      database.head = new Head(20, "restored");

      Awaitility.await().until(() -> from.size() > 1 && begun.isFresh(Duration.ofSeconds(2)));
      assertThat(from).containsExactly(40L, 20L);
      database.head = new Head(21, "restored");
      Awaitility.await().until(() -> looked.contains(21L));
    }
  }

  private long look(long after, long upTo) {
    Throwable now = failure;
    if (now instanceof Error error) {
      throw error;
    }
    if (now instanceof RuntimeException exception) {
      throw exception;
    }
    looked.add(upTo);
    return unreadable ? after : upTo;
  }

  private static final class NoDatabase extends BareDataSource {
    @Override
    public Connection getConnection() throws SQLException {
      throw new SQLException("there is none", "08001");
    }
  }

  private record Head(long position, String epoch) {}

  /** Has nothing but the head of the log. */
  private static final class OneRow extends BareDataSource {
    private volatile Head head = new Head(40, "first");

    @Override
    public Connection getConnection() {
      return answering(Connection.class);
    }

    private <T> T answering(Class<T> type) {
      return type.cast(
          Proxy.newProxyInstance(
              type.getClassLoader(), new Class<?>[] {type}, (self, asked, none) -> answer(asked)));
    }

    private @Nullable Object answer(Method asked) {
      return switch (asked.getName()) {
        case "prepareStatement" -> answering(PreparedStatement.class);
        case "executeQuery" -> answering(ResultSet.class);
        case "next" -> true;
        case "getLong" -> head.position();
        case "getString" -> head.epoch();
        default -> null;
      };
    }
  }
}
