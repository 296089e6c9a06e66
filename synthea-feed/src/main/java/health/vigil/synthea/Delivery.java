package health.vigil.synthea;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Delivers Bundles and reads what became of each entry. */
final class Delivery {
  private static final int TOO_LARGE = 413;
  private final VigilFhir vigil;

  Delivery(VigilFhir vigil) {
    this.vigil = vigil;
  }

  /**
   * What became of each entry, in their order. A Bundle that is too large for the server is sent in
   * halves.
   *
   * @throws GaveUp when there is no answer, or one that does not fit the entries
   */
  List<Outcome> deliver(Bundle bundle) throws InterruptedException {
    VigilFhir.Answer answer = vigil.post(bundle.json());
    if (answer.status() == 401 || answer.status() == 403) {
      throw new GaveUp("Vigil does not let the feed in (" + answer.status() + ")");
    }
    if (answer.status() == TOO_LARGE && bundle.entries().size() > 1) {
      return inHalves(bundle);
    }
    if (answer.status() != 200) {
      return refusedAsAWhole(bundle, answer);
    }
    List<Outcome> outcomes = new ArrayList<>();
    answer.body().path("entry").forEach(entry -> outcomes.add(outcome(entry)));
    if (outcomes.size() != bundle.entries().size()) {
      throw new GaveUp(
          "Vigil answered %d of %d entries".formatted(outcomes.size(), bundle.entries().size()));
    }
    return outcomes;
  }

  private List<Outcome> inHalves(Bundle bundle) throws InterruptedException {
    List<Outcome> outcomes = new ArrayList<>();
    for (Bundle half : bundle.halves()) {
      outcomes.addAll(deliver(half));
    }
    return outcomes;
  }

  private static List<Outcome> refusedAsAWhole(Bundle bundle, VigilFhir.Answer answer) {
    String reason = reason(answer.status() + "", answer.body());
    return Collections.nCopies(bundle.entries().size(), Outcome.refused(reason));
  }

  private static Outcome outcome(JsonNode entry) {
    JsonNode response = entry.path("response");
    String status = response.path("status").asText();
    if (status.startsWith("201")) {
      return Outcome.RECORDED;
    }
    if (status.startsWith("200") && response.path("location").isTextual()) {
      return Outcome.RECORDED_BEFORE;
    }
    return Outcome.refused(reason(status, response.path("outcome")));
  }

  /** The first issue's code and text; without an issue the status. */
  private static String reason(String status, JsonNode operationOutcome) {
    JsonNode issue = operationOutcome.at("/issue/0");
    String text = issue.at("/details/text").asText(issue.path("diagnostics").asText());
    String code = issue.path("code").asText(status);
    return text.isEmpty() ? code : code + ": " + text;
  }
}
