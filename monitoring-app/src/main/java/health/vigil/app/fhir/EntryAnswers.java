package health.vigil.app.fhir;

import health.vigil.app.fhir.reading.Issue;
import health.vigil.app.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** The answers to the entries of one request; entries are answered on several threads. */
final class EntryAnswers {
  private static final int UNPROCESSABLE = 422;
  private static final String NO_PATIENT = "patient-not-found";

  private final AtomicReferenceArray<EntryAnswer> answers;
  private volatile boolean stalled;

  EntryAnswers(int entries) {
    this.answers = new AtomicReferenceArray<>(entries);
  }

  void put(int index, EntryAnswer answer) {
    answers.set(index, answer);
  }

  boolean has(Message message) {
    return answers.get(message.index()) != null;
  }

  /** The log takes nothing at the moment: what is not answered yet is not tried any more. */
  void stall() {
    stalled = true;
  }

  boolean isStalled() {
    return stalled;
  }

  /** A message that was not recorded, and why. */
  void refuse(Message message, Problem problem) {
    put(message.index(), refusal(message, problem));
  }

  static EntryAnswer refusal(Message message, Problem problem) {
    if (problem.code().equals(NO_PATIENT)) {
      return unknownPatient(message.said().path());
    }
    return EntryAnswer.refused(problem.status(), Told.of(problem, message::expressionOf));
  }

  /** FHIR keeps 404 for what the request itself addresses. */
  static EntryAnswer unknownPatient(String path) {
    return EntryAnswer.refused(
        UNPROCESSABLE,
        Issue.error(IssueType.NOTFOUND, path + ".subject", "accepted is a known patient"));
  }

  /** Those that are refused so far, in the order of the entries. */
  List<EntryAnswer> refused() {
    List<EntryAnswer> refused = new ArrayList<>();
    for (int index = 0; index < answers.length(); index++) {
      EntryAnswer answer = answers.get(index);
      if (answer != null && answer.isRefused()) {
        refused.add(answer);
      }
    }
    return refused;
  }

  /** All of them, in the order of the entries. */
  List<EntryAnswer> all() {
    List<EntryAnswer> all = new ArrayList<>();
    for (int index = 0; index < answers.length(); index++) {
      all.add(Objects.requireNonNull(answers.get(index), "every entry is answered"));
    }
    return all;
  }
}
