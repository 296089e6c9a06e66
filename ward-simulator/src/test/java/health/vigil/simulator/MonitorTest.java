package health.vigil.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.simulator.Monitor.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MonitorTest {
  private static final Instant BEGINNING = Instant.parse("2026-11-23T08:00:00Z");

  @Test
  void theSameSeedSendsTheSameBytesInWhateverOrder() {
    List<byte[]> first = bytes(monitor("sepsis", "--seed", "7"), 0, 90);
    Monitor again = monitor("sepsis", "--seed", "7");
    message(again, 80);
    List<byte[]> second = bytes(again, 0, 90);
    assertThat(second).usingRecursiveComparison().isEqualTo(first);
  }

  @Test
  void anotherSeedMeasuresAnotherPatient() {
    assertThat(body(monitor("sepsis", "--seed", "7"), 3))
        .isNotEqualTo(body(monitor("sepsis", "--seed", "8"), 3));
  }

  @Test
  void everyMessageHasItsOwnIdAndTime() {
    Monitor monitor = monitor("stable");
    assertThat(LongStream.range(0, 200).mapToObj(tick -> message(monitor, tick).id()))
        .doesNotHaveDuplicates();
    assertThat(body(monitor, 3)).containsEntry("measuredAt", "2026-11-23T08:00:30Z");
  }

  @Test
  void aCompleteSetHasEverythingRoundedAsDevicesDo() {
    Map<String, Object> set = body(monitor("stable"), 0);
    assertThat(set)
        .containsKeys("respirationRate", "oxygenSaturation", "supplementalOxygen", "consciousness")
        .doesNotContainKeys("continuous", "notMeasured", "oxygenFlow");
    assertThat(set.get("pulse")).isInstanceOf(Long.class);
    assertThat(String.valueOf(set.get("temperature"))).matches("3\\d\\.\\d");
  }

  @Test
  void aContinuousDeviceSendsPartsAndTheNurseTheWhole() {
    Monitor monitor = monitor("stable", "--continuous", "1");
    assertThat(message(monitor, 10).complete()).isTrue();
    assertThat(body(monitor, 10)).doesNotContainKey("continuous");
    assertThat(body(monitor, 11))
        .containsEntry("continuous", true)
        .containsKeys("pulse", "oxygenSaturation", "respirationRate", "device", "messageId")
        .doesNotContainKeys("consciousness", "temperature", "systolicBloodPressure");
  }

  @Test
  void theCuffMeasuresEveryMinuteAndTheThermometerEveryFive() {
    Monitor monitor = monitor("stable", "--continuous", "1", "--interval", "PT1H");
    assertThat(LongStream.range(1, 601).filter(tick -> has(monitor, tick, "systolicBloodPressure")))
        .hasSize(10);
    assertThat(LongStream.range(1, 601).filter(tick -> has(monitor, tick, "temperature")))
        .hasSize(2);
  }

  @Test
  void aLostProbeIsSaidToBeADeviceFault() {
    Map<String, Object> set = body(monitor("lost-device"), 7);
    assertThat(set)
        .doesNotContainKey("oxygenSaturation")
        .containsEntry("notMeasured", Map.of("oxygenSaturation", "DEVICE_FAULT"));
  }

  @Test
  void aLostDeviceIsSilent() {
    Monitor monitor = monitor("lost-device");
    assertThat(find(monitor, 15)).isPresent();
    assertThat(find(monitor, 16)).isEmpty();
  }

  @Test
  void aMisfiledSetIsMarkedAndComesFromTheNeighboursDevice() {
    Monitor monitor = monitor("wrong-patient");
    assertThat(message(monitor, 11).misfiled()).isFalse();
    assertThat(body(monitor, 11)).containsEntry("device", "simulator-A-01");
    assertThat(message(monitor, 13).misfiled()).isTrue();
    assertThat(body(monitor, 13)).containsEntry("device", "simulator-A-02");
  }

  private static Monitor monitor(String scenario, String... more) {
    String[] arguments = new String[more.length + 4];
    arguments[0] = "--beds";
    arguments[1] = "2";
    arguments[2] = "--scenario";
    arguments[3] = scenario;
    System.arraycopy(more, 0, arguments, 4, more.length);
    boolean misfiles = scenario.equals("wrong-patient");
    SimulatorOptions options =
        misfiles
            ? SimulatorOptions.of("--beds", "2", "--scenario", scenario, "--scenario", "stable")
            : SimulatorOptions.of(arguments);
    BedPlan plan = Layout.of(options).get(0);
    return new Monitor(plan, "run", options.setEvery(plan));
  }

  private static Optional<Message> find(Monitor monitor, long tick) {
    Timeline timeline = new Timeline(BEGINNING, Duration.ofSeconds(10), Duration.ZERO, 60, 100_000);
    return monitor.message(timeline.tick(tick));
  }

  private static Message message(Monitor monitor, long tick) {
    return find(monitor, tick).orElseThrow();
  }

  private static Map<String, Object> body(Monitor monitor, long tick) {
    return message(monitor, tick).body();
  }

  private static boolean has(Monitor monitor, long tick, String field) {
    return body(monitor, tick).containsKey(field);
  }

  private static List<byte[]> bytes(Monitor monitor, long from, long to) {
    return LongStream.range(from, to)
        .mapToObj(tick -> VigilApi.bytes(body(monitor, tick)))
        .toList();
  }
}
