package health.vigil.simulator.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with the device for a while.
 *
 * @param minutes while
 * @param fields that are invalid, for {@code SIGNAL_LOST} only
 */
public record DeviceTrouble(
    @JsonProperty(required = true) Span minutes,
    @JsonProperty(required = true) Kind kind,
    @Nullable Set<String> fields) {
  private static final Set<String> MEASURED =
      Set.of(
          "respirationRate",
          "oxygenSaturation",
          "systolicBloodPressure",
          "diastolicBloodPressure",
          "pulse",
          "temperature");

  /** What a device can do wrong. */
  public enum Kind {
    /** It sends nothing. */
    SILENT,
    /** It sends that these fields could not be measured: {@code DEVICE_FAULT}. */
    SIGNAL_LOST,
    /** It is assigned to the patient of the next bed, whose own device is silent meanwhile. */
    ON_NEIGHBOUR
  }

  public DeviceTrouble {
    fields = Set.copyOf(Objects.requireNonNullElse(fields, Set.of()));
    if (!MEASURED.containsAll(fields)) {
      throw new IllegalArgumentException(
          "fields: accepted are " + MEASURED.stream().sorted().toList());
    }
    if ((kind == Kind.SIGNAL_LOST) == fields.isEmpty()) {
      throw new IllegalArgumentException("fields are named for SIGNAL_LOST, and for nothing else");
    }
  }

  @Override
  public Set<String> fields() {
    return Objects.requireNonNull(fields);
  }
}
