package health.vigil.app.fhir;

import health.vigil.app.fhir.reading.MrnSystems;
import health.vigil.app.fhir.reading.ReadObservation;
import health.vigil.app.fhir.reading.SubjectReference;
import health.vigil.app.fhir.reading.SubjectReference.ByFullUrl;
import health.vigil.app.fhir.reading.SubjectReference.ById;
import health.vigil.app.fhir.reading.SubjectReference.ByIdentifier;
import health.vigil.app.idempotency.Messages;
import health.vigil.app.idempotency.Sender;
import health.vigil.app.patient.RegisteredPatients;
import health.vigil.patient.MrnClaimId;
import health.vigil.patient.MrnClaims;
import health.vigil.patient.PatientId;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds whose the Observations of a request are: all of them with one look into the log. */
@Singleton
class Addressing {
  private static final String KIND = "fhir Observation";

  private final RegisteredPatients patients;
  private final MrnClaims claims;
  private final MrnSystems systems;
  private final Messages messages;

  Addressing(RegisteredPatients patients, MrnClaims claims, MrnSystems systems, Messages messages) {
    this.patients = patients;
    this.claims = claims;
    this.systems = systems;
    this.messages = messages;
  }

  /**
   * Patients that the same request brings.
   *
   * @param byUrl of their entry
   */
  record InRequest(Map<MrnClaimId, PatientId> byNumber, Map<String, PatientId> byUrl) {
    static final InRequest NOBODY = new InRequest(Map.of(), Map.of());
  }

  /** Messages of somebody known; the others are refused. */
  List<Message> messages(
      List<Wish.OfObservation> wishes, InRequest inRequest, Sender sender, EntryAnswers answers) {
    Map<MrnClaimId, PatientId> holders = holders(wishes);
    holders.putAll(inRequest.byNumber());
    List<Message> known = new ArrayList<>();
    for (Wish.OfObservation wish : wishes) {
      ReadObservation said = wish.said();
      PatientId patient = patient(said.subject(), holders, inRequest.byUrl());
      if (patient == null) {
        answers.put(wish.index(), EntryAnswers.unknownPatient(said.path()));
      } else {
        known.add(
            new Message(
                wish.index(),
                said,
                patient,
                messages.identity(sender, KIND, said.source().value(), said.content())));
      }
    }
    return known;
  }

  private Map<MrnClaimId, PatientId> holders(List<Wish.OfObservation> wishes) {
    Set<MrnClaimId> numbers = new LinkedHashSet<>();
    for (Wish.OfObservation wish : wishes) {
      if (wish.said().subject() instanceof ByIdentifier by && systems.count(by.system())) {
        numbers.add(claims.claimOn(by.value()));
      }
    }
    return new HashMap<>(patients.owners(numbers));
  }

  /** Null for nobody; an id is believed, and judged where something is recorded. */
  private @Nullable PatientId patient(
      SubjectReference subject, Map<MrnClaimId, PatientId> holders, Map<String, PatientId> byUrl) {
    if (subject instanceof ById by) {
      return by.patientId();
    }
    if (subject instanceof ByFullUrl by) {
      return byUrl.get(by.url());
    }
    ByIdentifier by = (ByIdentifier) subject;
    return systems.count(by.system()) ? holders.get(claims.claimOn(by.value())) : null;
  }
}
