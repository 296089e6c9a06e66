package health.vigil.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.app.log.BareDataSource;
import java.sql.Connection;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AccessRetentionTest {
  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void whateverFailsIsTriedAgainAtTheNextTime() {
    AccessRetention retention =
        new AccessRetention(new Broken(), Clock.systemUTC(), Configured.with(Map.of()));

    retention.forget();
    retention.forget();

    assertThat(asked).hasValue(2);
  }

  private final class Broken extends BareDataSource {
    @Override
    public Connection getConnection() {
      asked.incrementAndGet();
      throw new IllegalStateException("there is no pool");
    }
  }
}
