package health.vigil.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.vigil.personal.search.SearchTokens;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Somebody with an unmistakable text in every personal field, of whom everything is told that can
 * be.
 */
final class UnmistakablePatient {
  static final String MRN = "XYZZY-774411";
  static final String FAMILY = "Quixotley";
  static final String GIVEN = "Zebulonia";
  static final String WARD = "E";
  private static final String BORN = "1931-07-19";
  private static final String LABEL = "Labelmarkus";
  private static final String PLANNED = "planmarkerreason";
  private static final String CORRECTED = "correctionmarkerreason";
  private static final String RETRACTED = "retractionmarkerreason";
  private static final String BOOKED = "bookingmarkerreason";
  private static final String CANCELLED = "cancellationmarkerreason";
  private static final String REFERENCE = "referencemarkerletter";

  /** Whatever tells who it is. */
  static final List<String> TEXTS =
      List.of(
          MRN, FAMILY, GIVEN, BORN, LABEL, PLANNED, CORRECTED, RETRACTED, BOOKED, CANCELLED,
          REFERENCE);

  private static final String DEVICE = "device-e";
  private static final String PRACTITIONER = "dr-e";

  private final Http http;
  private final Patients patients;
  private final String id;

  private UnmistakablePatient(Http http, Patients patients, String id) {
    this.http = http;
    this.patients = patients;
    this.id = id;
  }

  /**
   * The words by which the patient is found, as they are stored.
   *
   * @param serverSecret what the application's secret is
   */
  static List<String> searchTokens(byte[] serverSecret) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(serverSecret, "HmacSHA256"));
    SearchTokens tokens = new SearchTokens(mac.doFinal("search token".getBytes(UTF_8)));
    List<String> words = new ArrayList<>(tokens.prefixes(FAMILY));
    words.addAll(tokens.prefixes(GIVEN));
    words.add(tokens.whole(MRN));
    return words;
  }

  /** Comes without a name, into a bed. */
  static UnmistakablePatient admitted(Http http) throws IOException, InterruptedException {
    Patients patients = new Patients(http);
    String id =
        http.post("/patients", Map.of("temporaryLabel", LABEL)).expect(201).text("patientId");
    patients.admit(id, WARD, "1", Instant.now().minusSeconds(60));
    return new UnmistakablePatient(http, patients, id);
  }

  String id() {
    return id;
  }

  /** Is identified, planned for and measured; answers the id of the alert that comes of it. */
  String fallIll() throws IOException, InterruptedException {
    identify();
    String device = "/devices/" + DEVICE + "/pairing";
    http.post(device, Map.of("patientId", id)).expect(200);
    http.put(path("/monitoring-plan"), "\"0\"", Map.of("spo2Scale", 2, "reason", PLANNED))
        .expect(200);
    String wrong = observe("1");
    String other = observe("2");
    observe("3");
    Map<String, Object> correction = Patients.critical(Instant.now(), "4");
    correction.remove("messageId");
    correction.put("reason", CORRECTED);
    http.post(path("/observations/" + wrong + "/correction"), correction).expect(200);
    http.post(path("/observations/" + other + "/retraction"), Map.of("reason", RETRACTED))
        .expect(200);
    return awaitAlert();
  }

  private void identify() throws IOException, InterruptedException {
    http.post(
            path("/identification"),
            Map.of(
                "mrn",
                MRN,
                "familyName",
                FAMILY,
                "givenName",
                GIVEN,
                "birthDate",
                BORN,
                "sex",
                "FEMALE"))
        .expect(200);
  }

  private String observe(String message) throws IOException, InterruptedException {
    return patients
        .observe(id, Patients.critical(Instant.now(), message))
        .expect(201)
        .text("observationId");
  }

  private String awaitAlert() {
    return await("an alert")
        .until(
            () -> http.get("/alerts?ward=" + WARD).body().at("/items/0/alertId").asText(),
            alert -> !alert.isEmpty());
  }

  /** Books and confirms; answers the appointment, so many days from now. */
  String book(int days) throws IOException, InterruptedException {
    Instant start = Instant.now().plus(days, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
    Map<String, Object> appointment = new TreeMap<>();
    appointment.put("patientId", id);
    appointment.put("practitionerId", PRACTITIONER);
    appointment.put("start", start.toString());
    appointment.put("end", start.plus(30, ChronoUnit.MINUTES).toString());
    appointment.put("reason", BOOKED);
    String booked = http.post("/appointments", appointment).expect(201).text("appointmentId");
    http.post("/appointments/" + booked + "/confirmation", Map.of()).expect(200);
    return booked;
  }

  void cancel(String appointment) throws IOException, InterruptedException {
    http.post("/appointments/" + appointment + "/cancellation", Map.of("reason", CANCELLED))
        .expect(200);
  }

  void discharge() throws IOException, InterruptedException {
    http.post(path("/discharge"), Map.of()).expect(200);
  }

  /** The first person asks for the erasure. */
  void askForErasure() throws IOException, InterruptedException {
    http.post(path("/erasure"), Map.of("reason", "COURT_ORDER", "reference", REFERENCE))
        .expect(202);
  }

  /** What the parameters of a path are called by which the patient is looked for. */
  Map<String, String> places(String alert, String appointment) {
    Map<String, String> places = new TreeMap<>();
    places.put("patientId", id);
    places.put("alertId", alert);
    places.put("appointmentId", appointment);
    places.put("practitionerId", PRACTITIONER);
    places.put("ward", WARD);
    places.put("device", DEVICE);
    return places;
  }

  long observations() throws IOException, InterruptedException {
    long observations = http.get(path("/observations")).expect(200).body().path("items").size();
    assertThat(observations).isPositive();
    return observations;
  }

  /** The same patient, as another process shows it. */
  UnmistakablePatient seenBy(Http other) {
    return new UnmistakablePatient(other, new Patients(other), id);
  }

  private String path(String rest) {
    return "/patients/" + id + rest;
  }
}
