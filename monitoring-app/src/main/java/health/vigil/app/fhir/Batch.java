package health.vigil.app.fhir;

import static java.util.stream.Collectors.groupingBy;

import health.vigil.app.idempotency.Messages;
import health.vigil.app.idempotency.Sender;
import health.vigil.app.problem.Problems;
import health.vigil.monitoring.MonitoringRules;
import health.vigil.patient.PatientId;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Does what entries ask for, each on its own: Patients first, then the Observations of different
 * patients side by side.
 */
@Singleton
class Batch {
  private final PatientEntries patients;
  private final Addressing addressing;
  private final Messages messages;
  private final PatientLane.Intake intake;
  private final Lanes lanes;

  Batch(
      PatientEntries patients,
      Addressing addressing,
      Messages messages,
      Changes changes,
      Problems problems,
      MonitoringRules rules,
      FhirConfiguration configuration,
      Lanes lanes) {
    this.patients = patients;
    this.addressing = addressing;
    this.messages = messages;
    this.intake =
        new PatientLane.Intake(
            messages, changes, problems, configuration.setSpan(), rules.clockTolerance());
    this.lanes = lanes;
  }

  /** An answer for each, in their order. */
  List<EntryAnswer> answers(List<Wish> wishes) throws InterruptedException {
    Sender sender = messages.sender();
    EntryAnswers answers = new EntryAnswers(wishes.size());
    List<Wish.OfObservation> observations = new ArrayList<>();
    for (Wish wish : wishes) {
      if (wish instanceof Wish.Refused refused) {
        answers.put(refused.index(), refused.answer());
      } else if (wish instanceof Wish.OfPatient patient) {
        answers.put(patient.index(), patients.create(patient, sender, answers));
      } else if (wish instanceof Wish.OfObservation observation) {
        observations.add(observation);
      }
    }
    record(
        addressing.messages(observations, Addressing.InRequest.NOBODY, sender, answers),
        sender,
        answers);
    return answers.all();
  }

  private void record(List<Message> all, Sender sender, EntryAnswers answers)
      throws InterruptedException {
    Known known = Known.of(all, messages);
    Map<PatientId, List<Message>> byPatient =
        all.stream().collect(groupingBy(Message::patient, LinkedHashMap::new, Collectors.toList()));
    lanes.run(
        byPatient.values().stream()
            .map(ofOne -> new PatientLane(intake, sender, answers, ofOne))
            .<Runnable>map(lane -> () -> lane.run(known))
            .toList());
  }
}
