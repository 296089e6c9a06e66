package health.vigil.app.fhir;

import static java.util.stream.Collectors.groupingBy;

import health.vigil.app.fhir.Addressing.InRequest;
import health.vigil.app.fhir.Changes.Change;
import health.vigil.app.fhir.PatientEntries.Newcomer;
import health.vigil.app.fhir.PatientEntries.Standing;
import health.vigil.app.fhir.reading.Issue;
import health.vigil.app.idempotency.Messages;
import health.vigil.app.idempotency.Sender;
import health.vigil.patient.MrnClaimId;
import health.vigil.patient.PatientId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** Plans a transaction: patients, then sets, then what is amended or taken back. */
@Singleton
class Planning {
  private static final int CONFLICT = 409;

  private final PatientEntries patients;
  private final Addressing addressing;
  private final Messages messages;
  private final Changes changes;
  private final Duration span;

  Planning(
      PatientEntries patients,
      Addressing addressing,
      Messages messages,
      Changes changes,
      FhirConfiguration configuration) {
    this.patients = patients;
    this.addressing = addressing;
    this.messages = messages;
    this.changes = changes;
    this.span = configuration.setSpan();
  }

  Plan of(List<Wish> wishes, Sender sender) {
    Plan plan = new Plan(wishes.size());
    InRequest inRequest = new InRequest(new HashMap<>(), new HashMap<>());
    Map<MrnClaimId, Wish.OfPatient> newcomers = new HashMap<>();
    List<Wish.OfObservation> observations = new ArrayList<>();
    for (Wish wish : wishes) {
      if (wish instanceof Wish.Refused refused) {
        plan.entries().put(refused.index(), refused.answer());
      } else if (wish instanceof Wish.OfPatient patient) {
        register(patient, newcomers, plan, inRequest, sender);
      } else if (wish instanceof Wish.OfObservation observation) {
        observations.add(observation);
      }
    }
    observe(addressing.messages(observations, inRequest, sender, plan.entries()), plan, sender);
    return plan;
  }

  private void register(
      Wish.OfPatient wish,
      Map<MrnClaimId, Wish.OfPatient> newcomers,
      Plan plan,
      InRequest inRequest,
      Sender sender) {
    MrnClaimId number = patients.claim(wish);
    Wish.OfPatient twin = newcomers.putIfAbsent(number, wish);
    Standing standing =
        twin == null
            ? patients.standing(wish).orElse(null)
            : PatientEntries.twin(wish, twin, inRequest.byNumber().get(number));
    PatientId patient;
    if (standing == null) {
      Newcomer newcomer = patients.newcomer(wish, sender);
      plan.register(newcomer.step(), newcomer.identity(), wish);
      patient = newcomer.step().patientId();
    } else {
      plan.entries().put(wish.index(), standing.answer());
      patient = standing.patient();
    }
    if (patient != null) {
      inRequest.byNumber().put(number, patient);
      if (wish.fullUrl() != null) {
        inRequest.byUrl().put(wish.fullUrl(), patient);
      }
    }
  }

  private void observe(List<Message> all, Plan plan, Sender sender) {
    Known known = Known.of(all, messages);
    Map<String, Message> once = new LinkedHashMap<>();
    for (Message message : all) {
      Optional<EntryAnswer> settled = known.settled(message);
      settled.ifPresent(answer -> plan.entries().put(message.index(), answer));
      if (settled.isEmpty() || known.isUnseenRetraction(message)) {
        addOnce(message, once, plan);
      }
    }
    once.values().removeIf(plan.entries()::has);
    once.values().stream()
        .filter(known::isNew)
        .collect(groupingBy(Message::patient, LinkedHashMap::new, Collectors.toList()))
        .values()
        .forEach(ofOne -> Grouping.of(ofOne, span).forEach(set -> record(set, plan, sender)));
    once.values().stream()
        .filter(message -> !known.isNew(message))
        .forEach(message -> change(message, plan, sender));
  }

  /** One message may stand in a Bundle twice, but not say two things. */
  private static void addOnce(Message message, Map<String, Message> once, Plan plan) {
    Message twin = once.putIfAbsent(message.identity().key().value(), message);
    boolean same =
        twin != null
            && twin.identity().equals(message.identity())
            && twin.patient().equals(message.patient());
    if (twin != null && !same) {
      plan.entries().put(message.index(), twice(message));
    } else if (same && !plan.entries().has(message)) {
      plan.entries()
          .put(message.index(), EntryAnswer.duplicate(message.location(), message.said().path()));
    }
  }

  private static EntryAnswer twice(Message message) {
    return EntryAnswer.refused(
        CONFLICT,
        Issue.error(
            IssueType.CONFLICT,
            message.said().path() + ".identifier",
            "stands in this transaction with other content, too"));
  }

  private static void record(MessageSet set, Plan plan, Sender sender) {
    if (set.isEmpty()) {
      set.messages()
          .forEach(alone -> plan.entries().put(alone.index(), PatientLane.scoreAlone(alone)));
    } else {
      plan.record(set.step(sender), set);
    }
  }

  private void change(Message message, Plan plan, Sender sender) {
    Change change = changes.of(message, sender);
    if (change.answer() != null) {
      plan.entries().put(message.index(), change.answer());
    } else if (change.step() != null) {
      plan.change(change.step(), message);
    }
  }
}
