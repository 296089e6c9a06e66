package health.vigil.app.access;

import health.vigil.app.thread.Daemons;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Forgets accesses that were kept long enough, a few thousand at a time. */
@Singleton
class AccessRetention {
  static final int AT_ONCE = 5_000;

  private static final Logger LOG = Logger.getLogger(AccessRetention.class);
  private static final String FORGET = "SELECT vigil.forget_accesses(?, ?)";
  private static final Duration SHORTEST = Duration.ofDays(365);

  private final DataSource database;
  private final Clock clock;
  private final Duration keep;
  private final ScheduledExecutorService timer = Daemons.scheduler("access-retention");

  AccessRetention(DataSource database, Clock clock, AccessConfiguration configuration) {
    this.database = database;
    this.clock = clock;
    this.keep = configuration.keep();
  }

  /**
   * @throws ConfigurationException when accesses were to be kept too short a time
   */
  void start(@Observes StartupEvent started) {
    if (keep.compareTo(SHORTEST) < 0) {
      throw new ConfigurationException("vigil.access.keep is less than 365 days.");
    }
    @SuppressWarnings("unused") // ends with the executor
    var hourly = timer.scheduleWithFixedDelay(this::forget, 1, 60, TimeUnit.MINUTES);
  }

  void stop(@Observes ShutdownEvent end) {
    timer.shutdownNow();
  }

  /** Never fails, or it would not be called again: what is not forgotten now is an hour later. */
  void forget() {
    try {
      while (!Thread.currentThread().isInterrupted() && forgetOnce() == AT_ONCE) {
        LOG.debug("There are more accesses to be forgotten");
      }
    } catch (SQLException failure) {
      LOG.warnf("Old accesses could not be forgotten (SQL state %s).", failure.getSQLState());
    } catch (RuntimeException failure) {
      LOG.warnf("Old accesses could not be forgotten (%s).", failure.getClass().getName());
    }
  }

  /** How many were forgotten. */
  long forgetOnce() throws SQLException {
    Instant before = clock.instant().minus(keep);
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(FORGET)) {
      statement.setObject(1, before.atOffset(ZoneOffset.UTC));
      statement.setInt(2, AT_ONCE);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
