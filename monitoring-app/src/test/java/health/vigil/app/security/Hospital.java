package health.vigil.app.security;

import health.vigil.app.Api;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * A patient of each kind: ill enough for an alert, with a device and an appointment with the same
 * practitioner, and with the same name.
 */
final class Hospital {
  static final Instant MORNING = Instant.parse("2031-03-03T08:00:00Z");

  private final Api api = new Api();
  private final Map<Whose, Subject> subjects = new EnumMap<>(Whose.class);
  private final String name = Api.unique("Meadows");
  private final String practitioner = Api.unique("dr");
  private final String device = Api.unique("monitor");
  private long position;

  Hospital() {
    for (Whose whose : Whose.values()) {
      Map<String, String> ids = new HashMap<>();
      ids.put("ward", api.newWard());
      ids.put("device", Api.unique("monitor"));
      if (whose == Whose.NOBODYS) {
        ids.put("patientId", UUID.randomUUID().toString());
      } else {
        String patient = api.registerPatient(Map.of("familyName", name));
        ids.put("patientId", patient);
        ids.put("appointmentId", book(patient, whose.ordinal()));
      }
      subjects.put(whose, new Subject(whose, ids));
    }
    admit(Whose.OWN);
    admit(Whose.SECOND);
    admit(Whose.OTHERS);
    pair(device, of(Whose.OWN));
  }

  private void admit(Whose whose) {
    Subject subject = of(whose);
    api.admit(subject.patient(), subject.ward(), "1");
    pair(subject.device(), subject);
    position = api.observe(subject.patient(), Api.deterioration()).getLong("position");
  }

  private void pair(String with, Subject subject) {
    api.post("/devices/" + with + "/pairing", Map.of("patientId", subject.patient()), 200);
  }

  private String book(String patient, int hour) {
    return api.post("/appointments", booking(patient, hour), 201).getString("appointmentId");
  }

  Map<String, String> booking(String patient, int hour) {
    Instant start = MORNING.plus(Duration.ofHours(hour));
    return Map.of(
        "patientId",
        patient,
        "practitionerId",
        practitioner,
        "start",
        start.toString(),
        "end",
        start.plus(Duration.ofMinutes(30)).toString());
  }

  /** Everybody with an alert has it. */
  boolean hasAlerts() {
    return findAlert(Whose.OWN) && findAlert(Whose.SECOND) && findAlert(Whose.OTHERS);
  }

  private boolean findAlert(Whose whose) {
    String alert = api.get("/alerts?ward=" + of(whose).ward()).getString("items[0].alertId");
    if (alert != null) {
      of(whose).ids().put("alertId", alert);
    }
    return alert != null;
  }

  Subject of(Whose whose) {
    return Objects.requireNonNull(subjects.get(whose));
  }

  /** The family name of all patients. */
  String name() {
    return name;
  }

  /** With whom all appointments are, on the day of {@link #MORNING}. */
  String practitioner() {
    return practitioner;
  }

  /** Another than the subjects', paired with the patient who is one's own. */
  String device() {
    return device;
  }

  /** In the log, after which all of this is known. */
  long position() {
    return position;
  }
}
