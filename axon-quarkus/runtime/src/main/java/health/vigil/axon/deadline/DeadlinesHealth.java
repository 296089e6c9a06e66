package health.vigil.axon.deadline;

import health.vigil.axon.AxonConfig;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * Down when deadlines, of whichever node, are long overdue or fail again and again. They are never
 * given up, so nothing else would tell.
 */
@Wellness
@Singleton
class DeadlinesHealth implements HealthCheck {

  private static final int FAILURES_IN_A_ROW = 3;

  private final AxonConfig config;
  private final Instance<DataSource> dataSource;

  DeadlinesHealth(AxonConfig config, Instance<DataSource> dataSource) {
    this.config = config;
    this.dataSource = dataSource;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("deadlines");
    if (!config.deadlines().enabled()) {
      return response.up().build();
    }
    try {
      long stuck = stuck();
      return response.status(stuck == 0).withData("late or failing", stuck).build();
    } catch (SQLException e) {
      return response.down().withData("can not be checked", "SQL state " + e.getSQLState()).build();
    }
  }

  private long stuck() throws SQLException {
    try (Connection connection = dataSource.get().getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT count(*) FROM "
                    + config.deadlines().table()
                    + " WHERE execution_time < ? OR consecutive_failures >= ?")) {
      statement.setObject(1, OffsetDateTime.now(ZoneOffset.UTC).minus(config.health().maxLag()));
      statement.setInt(2, FAILURES_IN_A_ROW);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
