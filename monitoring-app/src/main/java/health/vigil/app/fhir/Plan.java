package health.vigil.app.fhir;

import health.vigil.app.fhir.reading.Issue;
import health.vigil.app.idempotency.MessageIdentity;
import health.vigil.app.problem.Problem;
import health.vigil.monitoring.AssessedSet;
import health.vigil.monitoring.ObservationId;
import health.vigil.monitoring.RecordTogether;
import health.vigil.monitoring.RecordTogether.AmendPart;
import health.vigil.monitoring.RecordTogether.RecordSet;
import health.vigil.monitoring.RecordTogether.Register;
import health.vigil.monitoring.RecordTogether.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a transaction is going to do, and what is known about its entries before it does. */
final class Plan {
  private final EntryAnswers answers;
  private final List<Planned> steps = new ArrayList<>();

  /** A step, and the entries that it is done for. */
  private sealed interface Planned {
    Step step();

    MessageIdentity identity();

    EntryAnswer refusal(Problem problem);

    void done(Map<ObservationId, AssessedSet> assessed, EntryAnswers answers);
  }

  private record OfPatient(Register step, MessageIdentity identity, Wish.OfPatient wish)
      implements Planned {
    @Override
    public EntryAnswer refusal(Problem problem) {
      return PatientEntries.refusal(wish, problem);
    }

    @Override
    public void done(Map<ObservationId, AssessedSet> assessed, EntryAnswers answers) {
      String location = PatientEntries.location(step.patientId());
      answers.put(wish.index(), EntryAnswer.created(location, List.of()));
    }
  }

  private record OfSet(RecordSet step, MessageIdentity identity, List<Message> messages)
      implements Planned {
    @Override
    public EntryAnswer refusal(Problem problem) {
      return EntryAnswers.refusal(messages.get(messages.size() - 1), problem);
    }

    @Override
    public void done(Map<ObservationId, AssessedSet> assessed, EntryAnswers answers) {
      AssessedSet set = assessed.get(step.set().observationId());
      for (Message message : messages) {
        List<Issue> findings = Findings.of(message, set);
        answers.put(message.index(), EntryAnswer.created(message.location(), findings));
      }
    }
  }

  private record OfChange(AmendPart step, MessageIdentity identity, Message message)
      implements Planned {
    @Override
    public EntryAnswer refusal(Problem problem) {
      return EntryAnswers.refusal(message, problem);
    }

    @Override
    public void done(Map<ObservationId, AssessedSet> assessed, EntryAnswers answers) {
      List<Issue> findings = Findings.of(message, assessed.get(step.observationId()));
      answers.put(message.index(), EntryAnswer.ok(message.location(), findings));
    }
  }

  Plan(int entries) {
    this.answers = new EntryAnswers(entries);
  }

  void register(Register step, MessageIdentity identity, Wish.OfPatient wish) {
    steps.add(new OfPatient(step, identity, wish));
  }

  void record(RecordSet step, MessageSet set) {
    steps.add(new OfSet(step, set.first(), set.messages()));
  }

  void change(AmendPart step, Message message) {
    steps.add(new OfChange(step, message.change(), message));
  }

  EntryAnswers entries() {
    return answers;
  }

  boolean isRefused() {
    return !answers.refused().isEmpty();
  }

  /** Of the first entry that is refused. */
  int refusedStatus() {
    return answers.refused().get(0).status();
  }

  /** Of all entries that are refused. */
  List<Issue> refusals() {
    return answers.refused().stream().flatMap(answer -> answer.issues().stream()).toList();
  }

  boolean isEmpty() {
    return steps.isEmpty();
  }

  RecordTogether command() {
    return new RecordTogether(steps.stream().map(Planned::step).toList());
  }

  /** Events that belong to no entry are its. */
  MessageIdentity first() {
    return steps.get(0).identity();
  }

  EntryAnswer refusal(Step refused, Problem problem) {
    return steps.stream()
        .filter(planned -> planned.step() == refused)
        .findFirst()
        .orElse(steps.get(0))
        .refusal(problem);
  }

  void done(Map<ObservationId, AssessedSet> assessed) {
    steps.forEach(planned -> planned.done(assessed, answers));
  }

  List<EntryAnswer> answers() {
    return answers.all();
  }
}
