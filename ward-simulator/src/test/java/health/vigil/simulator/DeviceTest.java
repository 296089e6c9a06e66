package health.vigil.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeviceTest {
  private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");
  private final Device device =
      new Device("d-1", Scenario.named("sepsis"), 7, Duration.ofSeconds(10), 1);

  @Test
  void theSameTickIsTheSameMessageEveryTime() {
    assertThat(device.observation(START, 12)).isEqualTo(device.observation(START, 12));
  }

  @Test
  void everyTickHasItsOwnMessageIdAndTime() {
    assertThat(device.observation(START, 1).get("messageId"))
        .isNotEqualTo(device.observation(START, 2).get("messageId"));
    assertThat(device.observation(START, 3)).containsEntry("measuredAt", "2026-11-23T08:00:30Z");
  }

  @Test
  void anotherSeedMeasuresAnotherPatient() {
    Device other = new Device("d-1", Scenario.named("sepsis"), 8, Duration.ofSeconds(10), 1);
    assertThat(device.observation(START, 5)).isNotEqualTo(other.observation(START, 5));
  }

  @Test
  void theTickThatIsDueFollowsFromTheTimeOfAdmission() {
    assertThat(device.tick(START, START.plusSeconds(59))).isEqualTo(5);
    assertThat(device.tick(START, START.minusSeconds(1))).isZero();
  }

  @Test
  void atDoubleSpeedTheScenarioRunsTwiceAsFast() {
    Device fast = new Device("d-1", Scenario.named("sepsis"), 7, Duration.ofSeconds(10), 2);
    assertThat(fast.observation(START, 8)).containsEntry("consciousness", "CONFUSION");
    assertThat(device.observation(START, 8)).containsEntry("consciousness", "ALERT");
  }
}
