package health.vigil.simulator.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;
import health.vigil.simulator.physiology.Patient;
import health.vigil.simulator.physiology.Rest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What happens to one patient, and the NEWS2 course that is expected of it. The format is described
 * in docs/reference/ward-simulator.md.
 *
 * @param name of the file
 * @param description what a clinician would see
 * @param minutes how long it takes; then it begins again
 * @param patient at rest
 */
public record Scenario(
    String name,
    String description,
    double minutes,
    Rest patient,
    Drivers drivers,
    @Nullable Plan plan,
    List<DeviceTrouble> device,
    List<CareAct> care,
    List<ExpectedScore> expected,
    List<ExpectedAlert> alerts) {
  private static final double CARRIED = 15;

  /** The file as it stands. */
  record File(
      @JsonProperty(required = true) String description,
      @JsonProperty(required = true) double minutes,
      @JsonProperty(required = true) Rest patient,
      @Nullable Drivers drivers,
      @Nullable Plan plan,
      @Nullable List<DeviceTrouble> device,
      @Nullable List<CareAct> care,
      @JsonProperty(required = true) List<ExpectedScore> expected,
      @JsonProperty(required = true) List<ExpectedAlert> alerts) {

    Scenario named(String name) {
      return new Scenario(
          name,
          description,
          minutes,
          patient,
          Objects.requireNonNullElse(drivers, Drivers.NONE),
          plan,
          Objects.requireNonNullElse(device, List.of()),
          Objects.requireNonNullElse(care, List.of()),
          expected,
          alerts);
    }
  }

  public Scenario {
    device = List.copyOf(device);
    care = List.copyOf(care);
    expected = List.copyOf(expected);
    alerts = List.copyOf(alerts);
    if (!(minutes >= 1)) {
      throw new IllegalArgumentException("minutes is 1 or more");
    }
    if (expected.isEmpty()) {
      throw new IllegalArgumentException("expected names at least one span of minutes");
    }
    for (int i = 1; i < expected.size(); i++) {
      if (expected.get(i).minutes().from() < expected.get(i - 1).minutes().to()) {
        throw new IllegalArgumentException("expected is in order of time, without overlaps");
      }
    }
  }

  /** A patient of this scenario; the same seed is the same patient. */
  public Patient patient(long seed) {
    return new Patient(patient, drivers::at, seed);
  }

  /** What is wrong with the device at a minute of the scenario. */
  public Optional<DeviceTrouble> troubleAt(double minute) {
    return device.stream().filter(trouble -> trouble.minutes().holds(minute)).findFirst();
  }

  public Optional<ExpectedScore> expectedAt(double minute) {
    return expected.stream().filter(each -> each.minutes().holds(minute)).findFirst();
  }

  /** The minutes in which sets get to the patient of the next bed, if there are any. */
  public Optional<Span> misfiled() {
    return device.stream()
        .filter(each -> each.kind() == DeviceTrouble.Kind.ON_NEIGHBOUR)
        .map(DeviceTrouble::minutes)
        .reduce((one, other) -> new Span(one.from(), other.to()));
  }

  /**
   * The minutes in which the device of the next bed is here, with what it takes to carry it: from a
   * little before the sets are misfiled until after they have been moved.
   */
  public Optional<Span> lent() {
    double returned =
        care.stream()
            .filter(each -> each.act() == CareAct.Kind.MOVE_MISFILED)
            .mapToDouble(CareAct::minute)
            .max()
            .orElse(0);
    return misfiled()
        .map(
            span ->
                new Span(
                    Math.max(0, span.from() - CARRIED), Math.max(span.to(), returned) + CARRIED));
  }
}
