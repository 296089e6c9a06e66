package health.vigil.app.fhir;

import health.vigil.app.fhir.Changes.Change;
import health.vigil.app.fhir.reading.Issue;
import health.vigil.app.idempotency.Messages;
import health.vigil.app.idempotency.Sender;
import health.vigil.app.log.AppendFailures;
import health.vigil.app.problem.LogProblems;
import health.vigil.app.problem.Problem;
import health.vigil.app.problem.ProblemException;
import health.vigil.app.problem.Problems;
import health.vigil.monitoring.AssessedSet;
import health.vigil.monitoring.ObservationId;
import health.vigil.monitoring.RecordTogether;
import health.vigil.monitoring.RecordTogether.Step;
import health.vigil.monitoring.StepRefused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/**
 * Records the messages about one patient, oldest first, so that what is refused harms no other set;
 * then what amends or takes back. What the log tells counts, not how a command ended: after a
 * conflict it is asked again. When the log takes nothing, what is left is not tried.
 */
final class PatientLane {
  /** Beside one for each message that is in the request twice. */
  private static final int ROUNDS = 4;

  private static final int SETS_AT_ONCE = 20;
  private static final int UNPROCESSABLE = 422;

  private final Intake intake;
  private final Sender sender;
  private final EntryAnswers answers;
  private final List<Message> left;

  /** What it works with. */
  record Intake(
      Messages messages, Changes changes, Problems problems, Duration span, Duration tolerance) {}

  PatientLane(Intake intake, Sender sender, EntryAnswers answers, List<Message> messages) {
    this.intake = intake;
    this.sender = sender;
    this.answers = answers;
    this.left = new ArrayList<>(messages);
  }

  /** Answers every message. */
  void run(Known atFirst) {
    try {
      int rounds = ROUNDS + left.size() - firstOfEach(left).size();
      for (int round = 0; round < rounds && !left.isEmpty(); round++) {
        round(round == 0 ? atFirst : Known.of(left, intake.messages()));
      }
      Problem busy = intake.problems().of(new RejectedExecutionException());
      left.forEach(message -> answers.refuse(message, busy));
    } catch (RuntimeException failure) {
      Problem problem = intake.problems().of(failure);
      left.stream().filter(m -> !answers.has(m)).forEach(m -> answers.refuse(m, problem));
    }
  }

  private void round(Known known) {
    List<Message> ready = left.stream().filter(message -> !awaitsAnother(message, known)).toList();
    ready.forEach(
        message ->
            known.settled(message).ifPresent(answer -> answers.put(message.index(), answer)));
    ready.stream()
        .filter(message -> !answers.has(message) && message.records() && isAhead(message))
        .forEach(message -> answers.put(message.index(), ahead(message)));
    List<Message> now = firstOfEach(ready.stream().filter(m -> !answers.has(m)).toList());
    record(Grouping.of(now.stream().filter(known::isNew).toList(), intake.span()));
    now.stream().filter(message -> !known.isNew(message)).forEach(this::change);
    left.removeIf(answers::has);
  }

  /** Judged before sets are made, so that it spoils no set. */
  private boolean isAhead(Message message) {
    return message.measuredAt().isAfter(sender.at().plus(intake.tolerance()));
  }

  private EntryAnswer ahead(Message message) {
    return EntryAnswer.refused(
        UNPROCESSABLE,
        Issue.error(
            IssueType.VALUE,
            message.expressionOf("measuredAt"),
            "accepted is a time at most "
                + intake.tolerance().toMinutes()
                + " min after it is received"));
  }

  /** What is taken back and recorded in one request is recorded first, whatever their order. */
  private boolean awaitsAnother(Message message, Known known) {
    return known.isUnseenRetraction(message)
        && left.stream().anyMatch(other -> other.records() && other.hasKeyOf(message));
  }

  /** A message that is there twice is looked at again when the first is recorded. */
  private static List<Message> firstOfEach(List<Message> messages) {
    Set<String> keys = new HashSet<>();
    return messages.stream().filter(message -> keys.add(message.identity().key().value())).toList();
  }

  /** Some at a time in one append; where one of them is refused, each in its own. */
  private void record(List<MessageSet> sets) {
    sets.stream()
        .filter(MessageSet::isEmpty)
        .flatMap(set -> set.messages().stream())
        .forEach(alone -> answers.put(alone.index(), scoreAlone(alone)));
    List<MessageSet> whole = sets.stream().filter(set -> !set.isEmpty()).toList();
    for (int from = 0; from < whole.size(); from += SETS_AT_ONCE) {
      List<MessageSet> some = whole.subList(from, Math.min(whole.size(), from + SETS_AT_ONCE));
      if (!together(some)) {
        some.forEach(set -> together(List.of(set)));
      }
    }
  }

  /** False when nothing was recorded, and each set should be tried alone. */
  private boolean together(List<MessageSet> sets) {
    requireLog();
    List<Step> steps = sets.stream().<Step>map(set -> set.step(sender)).toList();
    try {
      Map<ObservationId, AssessedSet> assessed =
          intake.messages().send(new RecordTogether(steps), sets.get(0).first(), sender);
      if (assessed != null) {
        sets.forEach(set -> recorded(set, assessed));
      }
      return true;
    } catch (RuntimeException failure) {
      if (sets.size() > 1 && (failure instanceof StepRefused || Conflict.is(failure))) {
        return false;
      }
      refuse(failure, sets.stream().flatMap(set -> set.messages().stream()).toList());
      return true;
    }
  }

  private void recorded(MessageSet set, Map<ObservationId, AssessedSet> assessed) {
    for (Message message : set.messages()) {
      List<Issue> findings = Findings.of(message, assessed.get(set.id()));
      answers.put(message.index(), EntryAnswer.created(message.location(), findings));
    }
  }

  private void change(Message message) {
    Change change = intake.changes().of(message, sender);
    if (change.answer() != null) {
      answers.put(message.index(), change.answer());
    } else if (change.step() != null) {
      Map<ObservationId, AssessedSet> assessed = send(change.step(), message);
      if (assessed != null) {
        List<Issue> findings = Findings.of(message, assessed.get(change.step().observationId()));
        answers.put(message.index(), EntryAnswer.ok(message.location(), findings));
      }
    }
  }

  /** Null when the log has to be asked, and when the messages are answered with a refusal. */
  private @Nullable Map<ObservationId, AssessedSet> send(Step step, Message message) {
    requireLog();
    try {
      return intake.messages().send(new RecordTogether(List.of(step)), message.change(), sender);
    } catch (RuntimeException failure) {
      refuse(failure, List.of(message));
      return null;
    }
  }

  /** After a conflict the log is asked again. */
  private void refuse(RuntimeException failure, List<Message> messages) {
    if (!Conflict.is(failure)) {
      Problem problem = intake.problems().of(failure);
      messages.forEach(message -> answers.refuse(message, problem));
    }
    if (AppendFailures.isStalled(failure)) {
      answers.stall();
    }
  }

  private void requireLog() {
    if (answers.isStalled()) {
      throw new ProblemException(LogProblems.BUSY);
    }
  }

  static EntryAnswer scoreAlone(Message message) {
    return EntryAnswer.refused(
        UNPROCESSABLE,
        Issue.error(
            IssueType.BUSINESSRULE,
            message.said().path(),
            "a score is kept beside the vital signs that it is about: send it in one Bundle with"
                + " them"));
  }
}
