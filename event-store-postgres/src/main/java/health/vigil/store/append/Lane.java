package health.vigil.store.append;

import health.vigil.store.append.Outcome.Failed;
import health.vigil.store.append.Outcome.Refused;
import health.vigil.store.append.Outcome.Unknown;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/**
 * A thread of the writer with a connection of its own: it takes a group from the line, writes it,
 * answers, and so on.
 *
 * <p>When the connection is lost with a group under way, nobody knows whether it was committed. A
 * new connection makes sure that the old one has ended, looks into the log, and settles it: what is
 * there is taken, what is not is written again for those who still wait.
 */
final class Lane implements Runnable {

  private static final Logger LOG = System.getLogger(LogWriter.class.getName());
  private static final long PAUSE_MILLIS = 100;
  private static final int TRIES = 3;

  /** Whatever else is wrong, with the machine or the installation, another try may find better. */
  private static final Pattern THE_DATA = Pattern.compile("(22|23|54).{3}");

  /** Too full, too late, too much at once: no other connection would do better. */
  private static final Pattern THE_MOMENT = Pattern.compile("(40|53|55).{3}|57014");

  private final Line line;
  private final DataSource connections;
  private final WriterSettings settings;
  private final News news;
  private final long key = new SecureRandom().nextLong();

  private @Nullable Session session;
  private List<Pending> unsettled = List.of();
  private boolean isLost;

  Lane(Line line, DataSource connections, WriterSettings settings, News news) {
    this.line = line;
    this.connections = connections;
    this.settings = settings;
    this.news = news;
  }

  /** Until the line is closed and empty. */
  @Override
  public void run() {
    try {
      while (goesOn()) {
        write();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      line.close();
      line.empty().forEach(append -> append.outcome.complete(new Refused("the log is closed")));
      unsettled.forEach(append -> append.outcome.complete(new Unknown()));
      if (session != null) {
        session.close();
      }
    }
  }

  /** Only who has a connection stands in line: what waits is not left to one that has none. */
  private boolean goesOn() throws InterruptedException {
    while (!isConnected()) {
      if (line.isClosed()) {
        return false;
      }
    }
    return line.hasWork();
  }

  private void write() {
    try {
      Group group = line.take();
      attempt(group.members());
      // PostgreSQL tells each what it collides with; that is not always what the member had.
      attempt(group.beaten());
      line.comeBack(group.unbeaten());
    } catch (RuntimeException | Error e) {
      // The lane goes on whatever happens; whoever is not answered learns that nobody knows.
      LOG.log(Level.ERROR, "A group of appends failed in an unforeseen way", e);
      disconnect();
    }
  }

  private void attempt(List<Pending> members) {
    Session writing = session;
    if (members.isEmpty()) {
      return;
    }
    if (writing == null) {
      line.comeBack(members);
      return;
    }
    long begun = System.nanoTime();
    Map<Pending, Outcome> outcomes;
    try {
      outcomes = writing.write(members);
    } catch (SQLException e) {
      failed(members, e, writing);
      return;
    } catch (RuntimeException | Error e) {
      // Nothing is known of how far it came.
      LOG.log(Level.ERROR, "A group of appends failed in an unforeseen way", e);
      lost(members, e.getClass().getName());
      return;
    }
    long nanos = System.nanoTime() - begun;
    int events = members.stream().mapToInt(append -> append.rows.size()).sum();
    long head = answer(outcomes);
    news.grouped(members.size(), events, head, nanos);
  }

  /**
   * @return the position of the newest event, 0 when there is none
   */
  private static long answer(Map<Pending, Outcome> outcomes) {
    outcomes.forEach((append, outcome) -> append.outcome.complete(outcome));
    return outcomes.values().stream()
        .mapToLong(outcome -> outcome instanceof Outcome.Taken taken ? taken.lastPosition() : 0)
        .max()
        .orElse(0);
  }

  /** A statement that PostgreSQL itself refused while the connection lives has changed nothing. */
  private void failed(List<Pending> members, SQLException e, Session writing) {
    if (!isOfTheServer(e) || !writing.isAlive()) {
      lost(members, "SQL state " + e.getSQLState());
    } else if (!THE_DATA.matcher(e.getSQLState()).matches()) {
      refuse(members, e.getSQLState());
    } else if (members.size() == 1) {
      members.get(0).outcome.complete(new Failed(e));
    } else {
      // One of them is guilty; the others shall not suffer.
      int half = members.size() / 2;
      attempt(line.wanted(members.subList(0, half)));
      attempt(line.wanted(members.subList(half, members.size())));
    }
  }

  private void refuse(List<Pending> members, String state) {
    Refused refused = new Refused("PostgreSQL could not take it, SQL state " + state);
    members.forEach(append -> append.outcome.complete(refused));
    members.forEach(append -> news.refused());
    if (!THE_MOMENT.matcher(state).matches()) {
      disconnect();
      tellLost("SQL state " + state);
    }
  }

  /** What the driver says by itself tells nothing of what PostgreSQL has done. */
  private static boolean isOfTheServer(SQLException e) {
    return e instanceof PSQLException postgres && postgres.getServerErrorMessage() != null;
  }

  private void lost(List<Pending> members, String reason) {
    disconnect();
    unsettled = members;
    tellLost(reason);
  }

  private void tellLost(String reason) {
    if (!isLost) {
      isLost = true;
      LOG.log(Level.WARNING, "The log's writer lost its connection and tries again: " + reason);
    }
  }

  private void disconnect() {
    if (session != null) {
      session.close();
      session = null;
      news.disconnected();
    }
  }

  /** Connects again where needed, and settles what is unknown; pauses where that fails. */
  private boolean isConnected() throws InterruptedException {
    if (session != null) {
      return true;
    }
    try {
      connect();
      return true;
    } catch (SQLException e) {
      tellLost("SQL state " + e.getSQLState());
    } catch (RuntimeException | Error e) {
      tellLost(e.getClass().getName());
    }
    news.notConnected();
    TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    return false;
  }

  private void connect() throws SQLException {
    Session fresh = Session.open(connections, key, settings);
    try {
      settle(fresh);
    } catch (SQLException | RuntimeException | Error e) {
      fresh.close();
      throw e;
    }
    session = fresh;
    news.connected();
    if (isLost) {
      isLost = false;
      LOG.log(Level.INFO, "The log's writer has a connection again");
    }
  }

  private void settle(Session fresh) throws SQLException {
    if (unsettled.isEmpty()) {
      return;
    }
    Map<Pending, Outcome> settled = fresh.settle(unsettled);
    List<Pending> again =
        unsettled.stream().filter(append -> !settled.containsKey(append)).toList();
    LOG.log(
        Level.INFO,
        "Of the appends that were under way the log holds {0}, and {1} not",
        settled.size(),
        again.size());
    unsettled = List.of();
    answer(settled);
    again.stream()
        .filter(append -> ++append.losses >= TRIES)
        .forEach(
            append -> {
              append.outcome.complete(new Refused("the connection was lost each time"));
              news.refused();
            });
    line.comeBack(again);
  }
}
