package health.vigil.app.security;

import static health.vigil.app.security.Whose.NOBODYS;
import static health.vigil.app.security.Whose.NOWHERE;
import static health.vigil.app.security.Whose.OTHERS;
import static health.vigil.app.security.Whose.OWN;
import static health.vigil.app.security.Whose.SECOND;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A request that names somebody elsewhere than in its path; the path is of one's own patient.
 *
 * @param row as in the table: method and path
 * @param asked of whom
 * @param path as it is sent, with its query
 * @param body what is sent, unless it is a GET
 */
record Form(
    String row,
    Set<Whose> asked,
    Function<Subject, String> path,
    Function<Subject, Map<String, String>> body) {

  private static final Set<Whose> WARDS = EnumSet.of(OWN, SECOND, OTHERS);
  private static final Set<Whose> PATIENTS = EnumSet.of(OWN, SECOND, OTHERS, NOWHERE, NOBODYS);
  private static final String PATIENT = "/api/v1/patients/{patientId}";
  private static final String TRANSFER = "POST " + PATIENT + "/transfer";

  /**
   * Nothing is recorded by most: the patients lie already where they are to go, or a bed is taken.
   * The swap is the last, as it may move them.
   */
  static List<Form> all(Hospital hospital) {
    String own = "/api/v1/patients/" + hospital.of(OWN).patient();
    return List.of(
        form("POST " + PATIENT + "/admission", WARDS, own + "/admission", Form::bed),
        form(TRANSFER, WARDS, own + "/transfer", Form::bed),
        form("POST /api/v1/patients/search", WARDS, "/api/v1/patients/search", Form::ward),
        form("POST /api/v1/stream/tickets", WARDS, "/api/v1/stream/tickets", Form::ward),
        query("GET /api/v1/alerts", "/api/v1/alerts?ward="),
        query("GET /api/v1/stream", "/api/v1/stream?ward="),
        form(
            "POST /api/v1/appointments",
            PATIENTS,
            "/api/v1/appointments",
            subject -> hospital.booking(subject.patient(), 0)),
        form(
            "POST " + PATIENT + "/observations/{observationId}/retraction",
            PATIENTS,
            own + "/observations/" + UUID.randomUUID() + "/retraction",
            subject -> Map.of("reason", "of another", "movedTo", subject.patient())),
        form(
            "POST " + PATIENT + "/bed-swap",
            PATIENTS,
            own + "/bed-swap",
            subject -> Map.of("otherPatientId", subject.patient())));
  }

  private static Form form(
      String row, Set<Whose> asked, String path, Function<Subject, Map<String, String>> body) {
    return new Form(row, asked, subject -> path, body);
  }

  private static Form query(String row, String path) {
    return new Form(row, WARDS, subject -> path + subject.ward(), subject -> Map.of());
  }

  private static Map<String, String> ward(Subject subject) {
    return Map.of("ward", subject.ward());
  }

  private static Map<String, String> bed(Subject subject) {
    return Map.of("ward", subject.ward(), "bed", "1");
  }

  /** Who may move a patient out of a ward decides where to. */
  boolean isFreeTo(Asker asker, Permission permission) {
    return row.equals(TRANSFER) && asker.may(permission, OWN);
  }

  int status(Asker asker, Subject subject) {
    return row.startsWith("GET ")
        ? Asking.statusOf(path.apply(subject), asker.authorization())
        : Asking.json("POST", path.apply(subject), asker.authorization(), json(subject))
            .statusCode();
  }

  private String json(Subject subject) {
    return body.apply(subject).entrySet().stream()
        .map(field -> "\"" + field.getKey() + "\":\"" + field.getValue() + "\"")
        .collect(Collectors.joining(",", "{", "}"));
  }
}
