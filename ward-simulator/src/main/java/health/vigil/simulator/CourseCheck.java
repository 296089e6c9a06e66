package health.vigil.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import health.vigil.simulator.Monitor.Message;
import health.vigil.simulator.scenario.Band;
import health.vigil.simulator.scenario.ExpectedScore;
import health.vigil.simulator.scenario.Scenario;
import health.vigil.simulator.scenario.Scored;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares the scores in Vigil's answers with the course that one bed's scenario expects. */
final class CourseCheck {
  private final Scenario scenario;
  private final List<String> deviations = new ArrayList<>();
  private final Set<ExpectedScore> met = new HashSet<>();
  private int compared;

  CourseCheck(Scenario scenario) {
    this.scenario = scenario;
  }

  /** Readings between the complete sets are not judged: a scenario states what sets score. */
  void recorded(Moment moment, Message message, JsonNode answer) {
    if (message.complete()) {
      scenario
          .expectedAt(moment.minute())
          .ifPresent(expected -> compare(expected, moment, answer.path("score")));
    }
  }

  private void compare(ExpectedScore expected, Moment moment, JsonNode score) {
    compared++;
    met.add(expected);
    for (String deviation : expected.deviations(scored(score))) {
      deviations.add("minute %.1f: %s".formatted(moment.minute(), deviation));
    }
  }

  private static Scored scored(JsonNode score) {
    Map<String, Integer> parameters = new HashMap<>();
    score
        .path("parameters")
        .properties()
        .forEach(entry -> parameters.put(entry.getKey(), entry.getValue().asInt()));
    Set<String> missing = new HashSet<>();
    score.path("missing").forEach(field -> missing.add(field.asText()));
    return new Scored(
        score.has("total") ? score.path("total").asInt() : null,
        score.has("band") ? Band.valueOf(score.path("band").asText()) : null,
        parameters,
        missing);
  }

  int compared() {
    return compared;
  }

  /** What was not as expected; minutes for which there was nothing to compare too. */
  List<String> deviations() {
    List<String> all = new ArrayList<>(deviations);
    for (ExpectedScore expected : scenario.expected()) {
      if (!met.contains(expected)) {
        all.add("minutes %s: no set to compare".formatted(expected.minutes()));
      }
    }
    return all;
  }
}
