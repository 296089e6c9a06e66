package health.vigil.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.store.LogTail;
import java.sql.Connection;
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
}
