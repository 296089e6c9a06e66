package health.vigil.cli.place;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import health.vigil.cli.terminal.CouldNotLook;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Says in a line what an answer that is none means. */
final class Problems {

  private static final int UNAUTHENTICATED = 401;

  private Problems() {}

  /** For an answer that is not what was asked for. */
  static CouldNotLook of(URI vigil, int status, InputStream body) throws IOException {
    if (status == UNAUTHENTICATED) {
      return new CouldNotLook(
          "The Vigil at %s accepts no token that it was shown: set VIGIL_TOKEN to one that it does, or name its file with --token-file; the demo's own is found when VIGIL_DATA names its data folder."
              .formatted(vigil));
    }
    try {
      JsonNode problem = Api.JSON.readTree(body);
      if (problem.path("type").asText().endsWith("/not-found")) {
        return new CouldNotLook(
            "The Vigil at %s does not know this call: it is of another version.".formatted(vigil));
      }
      if (problem.path("title").isTextual()) {
        return of(problem);
      }
    } catch (JacksonException e) {
      return notVigil(vigil, e);
    }
    return new CouldNotLook(
        "What answers at %s answers %d: is it a Vigil, and of this version?"
            .formatted(vigil, status));
  }

  static CouldNotLook notVigil(URI vigil, JacksonException reason) {
    return new CouldNotLook(
        "What answers at %s is not Vigil. Say where Vigil is with --url.".formatted(vigil), reason);
  }

  /** For a problem document. */
  static CouldNotLook of(JsonNode problem) {
    List<String> parts = new ArrayList<>();
    parts.add(sentence(problem.path("detail").asText(problem.path("title").asText())));
    problem
        .path("errors")
        .forEach(
            error ->
                parts.add(
                    sentence(
                        error.path("field").asText() + ": " + error.path("message").asText())));
    return new CouldNotLook(String.join(" ", parts));
  }

  private static String sentence(String text) {
    return text.isEmpty() || text.matches("(?s).*[.!?]") ? text : text + ".";
  }
}
