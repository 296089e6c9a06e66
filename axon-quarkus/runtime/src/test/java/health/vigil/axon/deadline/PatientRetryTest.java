package health.vigil.axon.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatientRetryTest {

  private final PatientRetry<String> retry =
      new PatientRetry<>(Duration.ofSeconds(2), Duration.ofMinutes(1));

  @Test
  void waitsLongerWithEachFailureButNeverTooLong() {
    assertThat(retry.delay(0)).isEqualTo(Duration.ofSeconds(2));
    assertThat(retry.delay(1)).isEqualTo(Duration.ofSeconds(3));
    assertThat(retry.delay(1000)).isEqualTo(Duration.ofMinutes(1));
  }
}
