package health.vigil.cli.derived;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;

/** What the API tells of the last rebuild of a read model. */
record Rebuild(JsonNode told) {

  static Optional<Rebuild> of(JsonNode projection) {
    return Optional.of(projection.path("rebuild")).filter(JsonNode::isObject).map(Rebuild::new);
  }

  String id() {
    return told.path("id").asText();
  }

  private String state() {
    return told.path("state").asText();
  }

  boolean isRunning() {
    return state().equals("RUNNING");
  }

  boolean isDone() {
    return state().equals("DONE");
  }

  long position() {
    return told.path("position").asLong();
  }

  long target() {
    return told.path("target").asLong();
  }

  /** In a column of the list. */
  String brief() {
    return isRunning()
        ? String.format(Locale.ROOT, "at %,d of %,d", position(), target())
        : (state().toLowerCase(Locale.ROOT) + " " + told.path("endedAt").asText()).strip();
  }

  /** How it ended. */
  String sentence(String name) {
    return switch (state()) {
      case "DONE" ->
          String.format(
              Locale.ROOT,
              "%s was rebuilt up to position %,d from %,d events and is served from now on.",
              name,
              position(),
              told.path("events").asLong());
      case "FAILED" ->
          "%s was NOT rebuilt, what was served still is: %s"
              .formatted(name, told.path("failure").asText());
      default ->
          "The rebuild of %s was interrupted, what was served still is. Begin it anew."
              .formatted(name);
    };
  }
}
