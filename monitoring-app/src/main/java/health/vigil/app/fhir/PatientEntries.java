package health.vigil.app.fhir;

import health.vigil.app.fhir.reading.Issue;
import health.vigil.app.idempotency.MessageIdentity;
import health.vigil.app.idempotency.Messages;
import health.vigil.app.idempotency.Sender;
import health.vigil.app.log.AppendFailures;
import health.vigil.app.patient.RegisteredPatients;
import health.vigil.app.problem.LogProblems;
import health.vigil.app.problem.Problem;
import health.vigil.app.problem.Problems;
import health.vigil.monitoring.Origin;
import health.vigil.monitoring.RecordTogether;
import health.vigil.monitoring.RecordTogether.Register;
import health.vigil.patient.MrnClaimId;
import health.vigil.patient.MrnClaims;
import health.vigil.patient.PatientCommand.RegisterPatient;
import health.vigil.patient.PatientId;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/** Registers the Patients of a request, unless somebody is registered so already. */
@Singleton
class PatientEntries {
  private static final String KIND = "fhir Patient";
  private static final String TAKEN = "mrn-taken";
  private static final int CONFLICT = 409;
  private static final int ROUNDS = 3;

  private final RegisteredPatients patients;
  private final MrnClaims claims;
  private final Messages messages;
  private final Problems problems;

  PatientEntries(
      RegisteredPatients patients, MrnClaims claims, Messages messages, Problems problems) {
    this.patients = patients;
    this.claims = claims;
    this.messages = messages;
    this.problems = problems;
  }

  /**
   * Registers one patient in an append of its own.
   *
   * @param answers to the others of the request
   */
  EntryAnswer create(Wish.OfPatient wish, Sender sender, EntryAnswers answers) {
    for (int round = 0; round < ROUNDS; round++) {
      if (answers.isStalled()) {
        return refusal(wish, LogProblems.BUSY);
      }
      Optional<Standing> standing = standing(wish);
      if (standing.isPresent()) {
        return standing.get().answer();
      }
      Newcomer newcomer = newcomer(wish, sender);
      Register step = newcomer.step();
      try {
        if (messages.send(new RecordTogether(List.of(step)), newcomer.identity(), sender) != null) {
          return EntryAnswer.created(location(step.patientId()), List.of());
        }
      } catch (RuntimeException failure) {
        if (AppendFailures.isStalled(failure)) {
          answers.stall();
        }
        Problem problem = problems.of(failure);
        if (!Conflict.is(failure) && !problem.code().equals(TAKEN)) {
          return refusal(wish, problem);
        }
      }
    }
    return refusal(wish, problems.of(new RejectedExecutionException()));
  }

  /**
   * Somebody who is registered already.
   *
   * @param patient null when the number is another's
   */
  record Standing(@Nullable PatientId patient, EntryAnswer answer) {}

  /** Who makes the entry superfluous or impossible; empty when the patient is to be registered. */
  Optional<Standing> standing(Wish.OfPatient wish) {
    List<MrnClaimId> numbers = new ArrayList<>();
    numbers.add(claim(wish));
    if (wish.unlessMrn() != null) {
      numbers.add(claims.claimOn(wish.unlessMrn()));
    }
    Map<MrnClaimId, PatientId> owners = patients.owners(numbers);
    PatientId unless = wish.unlessMrn() == null ? null : owners.get(numbers.get(1));
    if (unless != null) {
      return Optional.of(known(unless, wish));
    }
    PatientId owner = owners.get(claim(wish));
    if (owner == null) {
      return Optional.empty();
    }
    boolean same =
        patients.demographics(owner).map(wish.said().demographics()::equals).orElse(false);
    return Optional.of(same ? known(owner, wish) : new Standing(null, taken(wish)));
  }

  /**
   * The same number a second time in one request.
   *
   * @param patient who was found or is registered for the first
   */
  static Standing twin(Wish.OfPatient wish, Wish.OfPatient first, @Nullable PatientId patient) {
    return patient != null && wish.said().demographics().equals(first.said().demographics())
        ? known(patient, wish)
        : new Standing(null, taken(wish));
  }

  /** Somebody to be registered, and the message that asks for it. */
  record Newcomer(Register step, MessageIdentity identity) {}

  /** Whoever comes again after an erasure has another claim, and by it another id and identity. */
  Newcomer newcomer(Wish.OfPatient wish, Sender sender) {
    MrnClaimId claim = patients.claimOn(wish.said().demographics().mrn());
    MessageIdentity identity = messages.identity(sender, KIND, claim.value(), wish.content());
    PatientId id = new PatientId(identity.toDo("register").id());
    RegisterPatient patient =
        new RegisterPatient(id, claim, wish.said().demographics(), sender.at());
    return new Newcomer(new Register(patient, new Origin(identity.metaData())), identity);
  }

  /** The first on the number, which names it among others. */
  MrnClaimId claim(Wish.OfPatient wish) {
    return claims.claimOn(wish.said().demographics().mrn());
  }

  static EntryAnswer refusal(Wish.OfPatient wish, Problem problem) {
    return problem.code().equals(TAKEN)
        ? taken(wish)
        : EntryAnswer.refused(problem.status(), Told.of(problem, wish.said()::expressionOf));
  }

  static String location(PatientId patient) {
    return "Patient/" + patient;
  }

  private static Standing known(PatientId patient, Wish.OfPatient wish) {
    return new Standing(patient, EntryAnswer.duplicate(location(patient), wish.said().path()));
  }

  private static EntryAnswer taken(Wish.OfPatient wish) {
    return EntryAnswer.refused(
        CONFLICT,
        Issue.error(
            IssueType.DUPLICATE,
            wish.said().expressionOf("mrn"),
            "somebody with other demographics holds this medical record number (mrn-taken)"));
  }
}
