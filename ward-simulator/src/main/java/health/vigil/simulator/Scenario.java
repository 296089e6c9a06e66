package health.vigil.simulator;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * The course of one patient, read from {@code scenarios/NAME.json}.
 *
 * @param description what a clinician would see
 * @param waypoints in order of their minutes, the first at 0; between two the numbers move in a
 *     straight line, after the last the scenario starts again
 */
record Scenario(
    @JsonProperty(required = true) String description,
    @JsonProperty(required = true) List<Waypoint> waypoints) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);

  /** Where the patient is after so many minutes. */
  record Waypoint(
      @JsonProperty(required = true) double minute, @JsonProperty(required = true) Vitals vitals) {}

  Scenario {
    waypoints = List.copyOf(waypoints);
    if (waypoints.size() < 2 || waypoints.get(0).minute() != 0) {
      throw new IllegalArgumentException(
          "a scenario has two waypoints or more and starts at minute 0");
    }
    for (int i = 1; i < waypoints.size(); i++) {
      if (waypoints.get(i).minute() <= waypoints.get(i - 1).minute()) {
        throw new IllegalArgumentException("a scenario's waypoints are in order of their minutes");
      }
    }
  }

  /**
   * @throws IllegalArgumentException when there is none of this name, or it can not be read
   */
  static Scenario named(String name) {
    try (InputStream file = Scenario.class.getResourceAsStream("/scenarios/" + name + ".json")) {
      if (file == null) {
        throw new IllegalArgumentException("there is no scenario " + name);
      }
      return JSON.readValue(file, Scenario.class);
    } catch (IOException e) {
      throw new IllegalArgumentException("the scenario " + name + " can not be read", e);
    }
  }

  /** The patient so many minutes after the start. */
  Vitals at(double minute) {
    double last = waypoints.get(waypoints.size() - 1).minute();
    double now = minute % last;
    int next = 1;
    while (waypoints.get(next).minute() <= now) {
      next++;
    }
    Waypoint from = waypoints.get(next - 1);
    Waypoint to = waypoints.get(next);
    double share = (now - from.minute()) / (to.minute() - from.minute());
    return from.vitals().towards(to.vitals(), share);
  }
}
