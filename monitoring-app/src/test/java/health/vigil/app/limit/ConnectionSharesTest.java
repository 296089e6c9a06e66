package health.vigil.app.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import org.junit.jupiter.api.Test;

class ConnectionSharesTest {
  private static final int OF_OTHERS = 2 * 4 + 3 * 3 + 5 + 2 * 4 + 2 + 24;

  @Test
  void readings_get_what_the_others_leave() {
    assertThat(pool(OF_OTHERS + 8).forIngest(16)).isEqualTo(8);
    assertThat(pool(OF_OTHERS + 80).forIngest(16)).isEqualTo(16);
    assertThat(new ConnectionShares(OF_OTHERS, 4, 3, 5, 0).forIngest(16)).isEqualTo(10);
  }

  @Test
  void the_pool_of_the_application_leaves_eight() {
    assertThat(new ConnectionShares(63, 4, 3, 4, 4).forIngest(8)).isEqualTo(8);
  }

  @Test
  void a_pool_that_is_too_small_stops_the_start_with_one_sentence() {
    assertThatThrownBy(() -> pool(37).requireForIngest(8))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "quarkus.datasource.jdbc.max-size is 37, but 64 connections can be in use at once, 8 of"
                + " them for readings: set it to that at least, or lower"
                + " vigil.ingest.max-concurrent, vigil.fhir.patients-at-once, vigil.axon.deadlines.threads or the segments of"
                + " processors.");
    assertThatThrownBy(() -> pool(OF_OTHERS).forIngest(8))
        .isInstanceOf(ConfigurationException.class);
  }

  private static ConnectionShares pool(int size) {
    return new ConnectionShares(size, 4, 3, 5, 4);
  }
}
