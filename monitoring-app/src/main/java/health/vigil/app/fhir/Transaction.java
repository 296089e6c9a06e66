package health.vigil.app.fhir;

import health.vigil.app.fhir.reading.Issue;
import health.vigil.app.idempotency.Messages;
import health.vigil.app.idempotency.Sender;
import health.vigil.app.problem.Problem;
import health.vigil.app.problem.Problems;
import health.vigil.monitoring.AssessedSet;
import health.vigil.monitoring.ObservationId;
import health.vigil.monitoring.StepRefused;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;

/** Does what all entries ask for in one append, or nothing of it. */
@Singleton
class Transaction {
  private static final int ROUNDS = 4;
  private static final String TAKEN = "mrn-taken";

  private final Planning planning;
  private final Messages messages;
  private final Problems problems;

  Transaction(Planning planning, Messages messages, Problems problems) {
    this.planning = planning;
    this.messages = messages;
    this.problems = problems;
  }

  /** A Bundle with an answer for each entry, else one OperationOutcome. */
  Response answer(List<Wish> wishes) {
    Sender sender = messages.sender();
    for (int round = 0; round < ROUNDS; round++) {
      Plan plan = planning.of(wishes, sender);
      if (plan.isRefused()) {
        return FhirAnswers.refused(plan.refusedStatus(), plan.refusals());
      }
      Optional<Response> answer = plan.isEmpty() ? Optional.of(answer(plan)) : done(plan, sender);
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    return refused(problems.of(new RejectedExecutionException()));
  }

  /** Empty when somebody else was first, and the log has to be asked again. */
  private Optional<Response> done(Plan plan, Sender sender) {
    try {
      Map<ObservationId, AssessedSet> assessed =
          messages.send(plan.command(), plan.first(), sender);
      if (assessed == null) {
        return Optional.empty();
      }
      plan.done(assessed);
      return Optional.of(answer(plan));
    } catch (StepRefused refused) {
      Problem problem = problems.of(refused);
      return problem.code().equals(TAKEN)
          ? Optional.empty()
          : Optional.of(refused(plan.refusal(refused.step(), problem)));
    } catch (RuntimeException failure) {
      if (Conflict.is(failure)) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  private static Response answer(Plan plan) {
    return FhirAnswers.transaction(plan.answers());
  }

  private static Response refused(EntryAnswer answer) {
    return FhirAnswers.refused(answer.status(), answer.issues());
  }

  private static Response refused(Problem problem) {
    List<Issue> issues = Told.of(problem, field -> null);
    return FhirAnswers.refused(problem.status(), issues);
  }
}
