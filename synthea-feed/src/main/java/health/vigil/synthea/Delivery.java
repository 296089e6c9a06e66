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
   * halves; entries that it could not take just now are sent again.
   *
   * @throws GaveUp when there is no answer, or one that does not fit the entries
   */
  List<Outcome> deliver(Bundle bundle) throws InterruptedException {
    return deliver(bundle, vigil.patience());
  }

  private List<Outcome> deliver(Bundle bundle, Patience patience) throws InterruptedException {
    VigilFhir.Answer answer = vigil.post(bundle.json(), patience);
    if (answer.status() == 401 || answer.status() == 403) {
      throw new GaveUp("Vigil does not let the feed in (" + answer.status() + ")");
    }
    if (answer.status() == TOO_LARGE && bundle.entries().size() > 1) {
      return inHalves(bundle);
    }
    if (answer.status() != 200) {
      String reason = reason(String.valueOf(answer.status()), answer.body());
      return Collections.nCopies(bundle.entries().size(), Outcome.refused(reason));
    }
    return ofEach(bundle, answer.body().path("entry"), patience);
  }

  private List<Outcome> inHalves(Bundle bundle) throws InterruptedException {
    List<Outcome> outcomes = new ArrayList<>();
    for (Bundle half : bundle.halves()) {
      outcomes.addAll(deliver(half));
    }
    return outcomes;
  }

  private List<Outcome> ofEach(Bundle bundle, JsonNode answers, Patience patience)
      throws InterruptedException {
    if (answers.size() != bundle.entries().size()) {
      throw new GaveUp(
          "Vigil answered %d of %d entries".formatted(answers.size(), bundle.entries().size()));
    }
    List<Outcome> outcomes = new ArrayList<>();
    List<Integer> again = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      outcomes.add(outcome(answers.get(i).path("response")));
      if (VigilFhir.isPassing(status(answers.get(i).path("response")))) {
        again.add(i);
      }
    }
    if (!again.isEmpty()) {
      patience.after("Vigil can not take some entries", null);
      List<Outcome> later = deliver(bundle.only(again), patience);
      for (int i = 0; i < again.size(); i++) {
        outcomes.set(again.get(i), later.get(i));
      }
    }
    return outcomes;
  }

  private static Outcome outcome(JsonNode response) {
    int status = status(response);
    if (status == 201) {
      return Outcome.RECORDED;
    }
    if (status == 200 && response.path("location").isTextual()) {
      return Outcome.RECORDED_BEFORE;
    }
    return Outcome.refused(reason(response.path("status").asText(), response.path("outcome")));
  }

  /** The number that {@code 422 Unprocessable Entity} begins with; 0 where there is none. */
  private static int status(JsonNode response) {
    String status = response.path("status").asText();
    return status.matches("\\d{3}( .*)?") ? Integer.parseInt(status.substring(0, 3)) : 0;
  }

  /** The first issue's code and text; without an issue the status. */
  private static String reason(String status, JsonNode operationOutcome) {
    JsonNode issue = operationOutcome.at("/issue/0");
    String text = issue.at("/details/text").asText(issue.path("diagnostics").asText());
    String code = issue.path("code").asText(status);
    return text.isEmpty() ? code : code + ": " + text;
  }
}
