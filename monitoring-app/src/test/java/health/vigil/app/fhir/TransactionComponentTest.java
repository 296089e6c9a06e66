package health.vigil.app.fhir;

import static health.vigil.app.fhir.Fhir.byId;
import static health.vigil.app.fhir.Fhir.pulse;
import static health.vigil.app.fhir.Fhir.respiration;
import static health.vigil.app.fhir.Fhir.temperature;
import static health.vigil.app.fhir.Fhir.transaction;
import static health.vigil.app.fhir.Fhir.well;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import health.vigil.app.Api;
import health.vigil.app.ComponentTestBase;
import health.vigil.app.fhir.Fhir.Answer;
import health.vigil.patient.ErasureReason;
import health.vigil.patient.PatientCommand.ConfirmErasure;
import health.vigil.patient.PatientCommand.RequestErasure;
import health.vigil.patient.PatientId;
import health.vigil.store.EventLog;
import health.vigil.store.RecordedEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;

/** Transactions are recorded in one append or not at all; Patients come in Bundles. */
@QuarkusTest
class TransactionComponentTest extends ComponentTestBase {
  private static final String URN = "urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0";
  private static final Map<String, Object> BY_URN = Map.of("reference", URN);

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  @Inject EventLog log;
  @Inject CommandGateway commands;

  @Test
  void a_patient_and_observations_of_the_patient_are_one_append() {
    long head = log.head();
    List<Map<String, Object>> entries = newcomer(Api.unique("mrn"));

    List<Answer> answers = Fhir.entries("transaction", entries);

    assertThat(answers).extracting(Answer::status).containsOnly("201 Created");
    assertThat(answers.get(0).location()).startsWith("Patient/");
    assertThat(types(decidedSince(head)))
        .containsExactly(
            "PatientRegistered",
            "MrnClaimed",
            "MonitoringStarted",
            "VitalSignsRecorded",
            "ObservationPartRecorded",
            "ObservationPartRecorded",
            "ObservationPartRecorded",
            "ObservationPartRecorded",
            "ObservationPartRecorded",
            "ObservationPartRecorded");
    String patient = answers.get(0).location().substring("Patient/".length());
    api.get("/patients/" + patient + "?minPosition=" + log.head());
  }

  @Test
  void sent_again_it_changes_nothing() {
    List<Map<String, Object>> entries = newcomer(Api.unique("mrn"));
    List<Answer> first = Fhir.entries("transaction", entries);
    long head = log.head();

    List<Answer> again = Fhir.entries("transaction", entries);

    assertThat(again).extracting(Answer::status).containsOnly("200 OK");
    assertThat(again)
        .extracting(Answer::location)
        .containsExactlyElementsOf(first.stream().map(Answer::location).toList());
    assertThat(decidedSince(head)).isEmpty();
  }

  @Test
  void who_was_erased_comes_again_as_somebody_new_with_the_same_message() {
    String mrn = Api.unique("mrn");
    Map<String, Object> same = newcomer(mrn).get(0);
    String before = Fhir.entries("transaction", List.of(same)).get(0).location();
    erase(new PatientId(before.substring("Patient/".length())));
    List<Map<String, Object>> again = newcomer(mrn);
    again.set(0, same);

    List<Answer> answers = Fhir.entries("transaction", again);

    assertThat(answers).extracting(Answer::status).containsOnly("201 Created");
    assertThat(answers.get(0).location()).startsWith("Patient/").isNotEqualTo(before);
    assertThat(Fhir.entries("transaction", again))
        .extracting(Answer::status)
        .containsOnly("200 OK");
  }

  @Test
  void one_bad_entry_and_nothing_is_recorded() {
    List<Map<String, Object>> unreadable = newcomer(Api.unique("mrn"));
    unreadable.add(Fhir.create(Fhir.with(pulse(BY_URN, now, 72), "unheard", "of")));
    refused(unreadable, 400, "Bundle.entry[8].resource.unheard");

    List<Map<String, Object>> impossible = newcomer(Api.unique("mrn"));
    impossible.add(Fhir.create(pulse(BY_URN, now.plus(Duration.ofHours(1)), 72)));
    refused(impossible, 422, "Bundle.entry[8].resource.effectiveDateTime");

    List<Map<String, Object>> unborn = newcomer(Api.unique("mrn"));
    unborn.add(Fhir.create(pulse(BY_URN, Instant.parse("1940-01-01T00:00:00Z"), 72)));
    refused(unborn, 422, "Bundle.entry[8].resource.effectiveDateTime");

    List<Map<String, Object>> ofNobody = newcomer(Api.unique("mrn"));
    ofNobody.add(Fhir.create(pulse(byId("nobody"), now, 72)));
    refused(ofNobody, 422, "Bundle.entry[8].resource.subject");

    List<Map<String, Object>> withAnotherVerb = newcomer(Api.unique("mrn"));
    withAnotherVerb.add(Map.of("request", Map.of("method", "DELETE", "url", "Patient/1")));
    refused(withAnotherVerb, 405, "Bundle.entry[8].request.method");
  }

  @Test
  void the_number_of_somebody_else_refuses_the_whole() {
    String mrn = Api.unique("mrn");
    api.registerPatient(Map.of("mrn", mrn, "familyName", "Otherwise"));

    refused(newcomer(mrn), 409, "Bundle.entry[0].resource.identifier[0].value");
  }

  @Test
  void somebody_known_is_not_registered_again() {
    String mrn = Api.unique("mrn");
    String patient = api.registerPatient(Map.of("mrn", mrn));

    List<Answer> answers = Fhir.entries("transaction", newcomer(mrn));

    assertThat(answers.get(0).status()).isEqualTo("200 OK");
    assertThat(answers.get(0).location()).isEqualTo("Patient/" + patient);
    assertThat(answers.get(1).status()).isEqualTo("201 Created");
  }

  @Test
  void a_condition_that_somebody_meets_makes_the_entry_superfluous() {
    String mrn = Api.unique("mrn");
    String patient = api.registerPatient(Map.of("mrn", mrn, "familyName", "Otherwise"));
    Map<String, Object> entry = Fhir.create(URN, Fhir.patient(mrn));
    entry.put(
        "request",
        Map.of("method", "POST", "url", "Patient", "ifNoneExist", "identifier=urn:mrn|" + mrn));

    List<Answer> answers = transaction(entry, Fhir.create(pulse(BY_URN, now, 72)));

    assertThat(answers.get(0).location()).isEqualTo("Patient/" + patient);
    assertThat(types(log.bySubject(patient, 0, 100))).contains("VitalSignsRecorded");
  }

  @Test
  void in_a_batch_each_patient_is_registered_or_refused_alone() {
    String mrn = Api.unique("mrn");
    Map<String, Object> other =
        Fhir.with(Fhir.patient(mrn), "name", List.of(Map.of("family", "X", "given", List.of("Y"))));

    List<Answer> answers =
        Fhir.batch(
            Fhir.create(Fhir.patient(mrn)),
            Fhir.create(Fhir.patient(mrn)),
            Fhir.create(other),
            Fhir.create(pulse(Map.of("identifier", Fhir.identifier("urn:mrn", mrn)), now, 72)),
            Fhir.create(pulse(BY_URN, now, 72)));

    assertThat(answers)
        .extracting(Answer::status)
        .containsExactly(
            "201 Created", "200 OK", "409 Conflict", "201 Created", "422 Unprocessable Entity");
  }

  @Test
  void what_a_transaction_amends_takes_back_and_adds_happens_together() {
    String patient = api.admittedPatient(api.newWard(), "1");
    Map<String, Object> who = byId(patient);
    Map<String, Object> pulse = pulse(who, now, 130);
    Map<String, Object> respiration = respiration(who, now, 16);
    transaction(Fhir.create(pulse), Fhir.create(respiration));
    Map<String, Object> amended =
        Fhir.with(Fhir.with(pulse, "status", "amended"), "valueQuantity", Fhir.value(72, "/min"));
    Map<String, Object> error = Fhir.with(respiration, "status", "entered-in-error");

    List<Answer> answers =
        transaction(
            Fhir.create(amended), Fhir.create(error), Fhir.create(temperature(who, now, "36.8")));

    assertThat(answers)
        .extracting(Answer::status)
        .containsExactly("200 OK", "200 OK", "201 Created");
    List<JsonPath> corrected =
        log.bySubject(patient, 0, 200).stream()
            .filter(event -> event.type().equals("ObservationCorrected"))
            .map(event -> new JsonPath(event.payload()))
            .toList();
    assertThat(corrected).hasSize(2);
    assertThat(corrected.get(1).getString("values.pulse")).isEqualTo("72");
    assertThat(corrected.get(1).getString("values.respirationRate")).isNull();
  }

  @Test
  void one_message_does_not_say_two_things() {
    Map<String, Object> message = pulse(byId(api.registerPatient()), now, 72);
    Map<String, Object> other = Fhir.with(message, "valueQuantity", Fhir.value(90, "/min"));

    refused(
        List.of(Fhir.create(message), Fhir.create(message), Fhir.create(other)),
        409,
        "Bundle.entry[2].resource.identifier");
  }

  @Test
  void one_message_is_not_recorded_and_taken_back() {
    Map<String, Object> message = pulse(byId(api.registerPatient()), now, 180);
    Map<String, Object> error = Fhir.with(message, "status", "entered-in-error");
    String second = "Bundle.entry[1].resource.identifier";

    refused(List.of(Fhir.create(message), Fhir.create(error)), 409, second);
    refused(List.of(Fhir.create(error), Fhir.create(message)), 409, second);
    assertThat(transaction(Fhir.create(error), Fhir.create(error)))
        .extracting(Answer::status)
        .containsOnly("200 OK");
  }

  @Test
  void another_type_of_bundle_is_refused() {
    Fhir.post("", Fhir.bundle("document", newcomer(Api.unique("mrn"))))
        .then()
        .statusCode(422)
        .body("issue[0].expression[0]", is("Bundle.type"));
  }

  private void refused(List<Map<String, Object>> entries, int status, String expression) {
    long head = log.head();

    JsonPath outcome = Fhir.refusedTransaction(status, entries.toArray(Map[]::new));

    assertThat(outcome.getString("issue[0].expression[0]")).isEqualTo(expression);
    assertThat(outcome.prettify()).doesNotContain("Meadows").doesNotContain("mrn-0");
    assertThat(decidedSince(head)).isEmpty();
  }

  private void erase(PatientId patient) {
    commands.<Object>sendAndWait(
        new RequestErasure(patient, ErasureReason.PATIENT_REQUEST, null, "first", Instant.now()));
    commands.<Object>sendAndWait(new ConfirmErasure(patient, "second", Instant.now()));
  }

  private List<Map<String, Object>> newcomer(String mrn) {
    List<Map<String, Object>> entries = new ArrayList<>();
    entries.add(new LinkedHashMap<>(Fhir.create(URN, Fhir.patient(mrn))));
    well(BY_URN, now).forEach(message -> entries.add(Fhir.create(message)));
    return entries;
  }

  private List<RecordedEvent> decidedSince(long position) {
    return log.read(position, 500).stream()
        .filter(event -> !"Alert".equals(event.streamType()))
        .toList();
  }

  private static List<String> types(List<RecordedEvent> events) {
    return events.stream().map(RecordedEvent::type).toList();
  }
}
