package health.vigil.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of one patient's alerts, read from the patient's history. */
final class AlertCourse {
  private static final List<String> URGENCY = List.of("LOW", "MEDIUM", "HIGH");
  private final Map<String, Course> alerts = new LinkedHashMap<>();

  /** One alert, as far as the history goes. */
  static final class Course {
    final String rule;
    final String basis;
    final Instant raisedAt;
    String priority;
    String presence = "ON";
    String endReason = "";

    private Course(JsonNode raised) {
      rule = raised.path("rule").asText();
      basis = raised.at("/cause/basis").asText("");
      raisedAt = Instant.parse(raised.path("at").asText());
      priority = raised.path("priority").asText();
    }

    private void follow(String type, JsonNode fact) {
      switch (type) {
        case "AlertUpgraded", "AlertReturned" -> {
          presence = "ON";
          endReason = "";
          priority = higher(priority, fact.path("priority").asText());
        }
        case "AlertAcknowledged" -> presence = "ACK";
        case "AlertLatched" -> end("LATCHED", fact);
        case "AlertEnded" -> end("OFF", fact);
        default -> {}
      }
    }

    private void end(String to, JsonNode fact) {
      presence = to;
      endReason = fact.path("reason").asText();
    }

    private static String higher(String one, String other) {
      return URGENCY.indexOf(one) >= URGENCY.indexOf(other) ? one : other;
    }
  }

  /** The next event of the history, in its order. */
  void follow(JsonNode entry) {
    String type = entry.path("type").asText();
    JsonNode fact = entry.path("payload");
    if (type.equals("AlertRaised")) {
      alerts.put(fact.path("alertId").asText(), new Course(fact));
    } else if (type.startsWith("Alert")) {
      Course known = alerts.get(fact.path("alertId").asText());
      if (known != null) {
        known.follow(type, fact);
      }
    }
  }

  List<Course> all() {
    return new ArrayList<>(alerts.values());
  }
}
