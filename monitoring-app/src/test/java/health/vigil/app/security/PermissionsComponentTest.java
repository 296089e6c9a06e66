package health.vigil.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.app.ComponentTestBase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Asks every endpoint as every role, about patients and wards that are its own and that are not,
 * whether the path names them or something else does.
 */
@QuarkusTest
class PermissionsComponentTest extends ComponentTestBase {
  private static final int UNAUTHENTICATED = 401;
  private static final int FORBIDDEN = 403;
  private static final int BROKEN = 500;

  /** What says in a path whom or what it is about. */
  private static final List<String> SUBJECTS =
      List.of("{patientId}", "{ward}", "{alertId}", "{device}", "{appointmentId}");

  /** Those of whom only the resource knows whose they are: they are asked in earnest. */
  private static final List<String> OF_RESOURCES = List.of("{device}", "{appointmentId}");

  private static @Nullable Hospital known;

  private Hospital hospital;
  private List<Asker> askers;

  @BeforeEach
  void there_is_a_patient_of_each_kind() {
    if (known == null) {
      Hospital made = new Hospital();
      eventually(() -> assertThat(made.hasAlerts()).isTrue());
      known = made;
    }
    visit(known);
  }

  private void visit(Hospital other) {
    hospital = other;
    askers = Asker.all(other.of(Whose.OWN).ward(), other.of(Whose.SECOND).ward(), other.device());
  }

  @Test
  void everybody_may_do_what_the_table_says_and_nothing_else() throws IOException {
    List<String> wrong = Collections.synchronizedList(new ArrayList<>());
    Set<Permission> asked = Collections.synchronizedSet(new LinkedHashSet<>());
    List<Permission> rows = rows();

    askers.parallelStream()
        .forEach(
            asker -> {
              for (Permission row : rows) {
                asked.add(row);
                for (Whose whose : askedFor(row, asker)) {
                  int status = status(asker, row, hospital.of(whose));
                  boolean isAllowed =
                      isOfSomebody(row) ? asker.may(row, whose) : asker.may(row, Whose.OWN);
                  if (isWrong(status, isAllowed)) {
                    wrong.add(told(asker, row, whose, status));
                  }
                }
              }
            });

    assertThat(wrong).isEmpty();
    assertThat(asked).hasSameSizeAs(rows).hasSizeGreaterThan(50);
  }

  @Test
  void what_no_path_tells_is_held_against_the_same_row() throws IOException {
    List<String> wrong = new ArrayList<>();
    visit(new Hospital());

    for (Form form : Form.all(hospital)) {
      Permission row = row(form.row());
      for (Asker asker : askers) {
        Set<Whose> asked = worth(row, asker);
        asked.retainAll(form.asked());
        for (Whose whose : asked) {
          int status = form.status(asker, hospital.of(whose));
          if (isWrong(status, form.isFreeTo(asker, row) || asker.may(row, whose))) {
            wrong.add(told(asker, row, whose, status));
          }
        }
      }
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void the_past_shows_what_was_measured_to_who_may_see_the_chart() throws IOException {
    Permission patient = row("GET /api/v1/patients/{patientId}");
    Permission chart = row("GET /api/v1/patients/{patientId}/chart");
    Instant now = Instant.now();

    for (Asker asker : askers) {
      for (Whose whose : EnumSet.of(Whose.OWN, Whose.SECOND, Whose.OTHERS)) {
        var answer =
            Asking.get(hospital.of(whose).path(patient) + "?asOf=" + now, asker.authorization());
        assertThat(answer.statusCode())
            .as("%s %s", asker, whose)
            .isEqualTo(asker.may(patient, whose) ? 200 : FORBIDDEN);
        assertThat(answer.body().contains("\"monitoring\""))
            .as("%s %s", asker, whose)
            .isEqualTo(asker.may(patient, whose) && asker.may(chart, whose));
      }
    }
  }

  @Test
  void searches_and_day_lists_show_what_their_row_permits() throws IOException {
    Permission search = row("POST /api/v1/patients/search");
    Permission day = row("GET /api/v1/practitioners/{practitionerId}/appointments");
    String after = "minPosition=" + hospital.position();

    for (Asker asker : askers) {
      var found =
          Asking.json(
              "POST",
              "/api/v1/patients/search?" + after,
              asker.authorization(),
              "{\"name\":\"" + hospital.name() + "\"}");
      assertThat(patients(found.body())).as("%s", asker).isEqualTo(shown(asker, search));
      var list =
          Asking.get(
              "/api/v1/practitioners/"
                  + hospital.practitioner()
                  + "/appointments?date=2031-03-03&"
                  + after,
              asker.authorization());
      assertThat(patients(list.body())).as("%s", asker).isEqualTo(shown(asker, day));
    }
  }

  @Test
  void without_a_token_nobody_may_do_anything() throws IOException {
    for (Permission row : rows()) {
      String path = hospital.of(Whose.NOBODYS).path(row);
      assertThat(Asking.inVain(row.method(), path, null).statusCode())
          .as(row.path().text())
          .isEqualTo(UNAUTHENTICATED);
    }
  }

  private static boolean isWrong(int status, boolean isAllowed) {
    return status == UNAUTHENTICATED || status >= BROKEN || (status == FORBIDDEN) == isAllowed;
  }

  private static String told(Asker asker, Permission row, Whose whose, int status) {
    return asker + " " + row.method() + " " + row.path().text() + " " + whose + ": " + status;
  }

  private static Set<Whose> askedFor(Permission row, Asker asker) {
    return isOfSomebody(row) ? worth(row, asker) : EnumSet.of(Whose.OWN);
  }

  /** All of them where the answer hangs on it. */
  private static Set<Whose> worth(Permission row, Asker asker) {
    return switch (row.reachOf(asker.role())) {
      case NOTHING, ANY -> EnumSet.of(Whose.OWN, Whose.OTHERS);
      default -> EnumSet.allOf(Whose.class);
    };
  }

  private static boolean isOfSomebody(Permission row) {
    return SUBJECTS.stream().anyMatch(row.path().text()::contains);
  }

  private int status(Asker asker, Permission row, Subject subject) {
    String path = subject.path(row);
    return OF_RESOURCES.stream().anyMatch(row.path().text()::contains)
        ? Asking.json(row.method(), path, asker.authorization(), body(path, subject)).statusCode()
        : Asking.inVain(row.method(), path, asker.authorization()).statusCode();
  }

  /** Good enough to come to the question whose it is. */
  private static String body(String path, Subject subject) {
    return switch (path.substring(path.lastIndexOf('/') + 1)) {
      case "pairing" -> "{\"patientId\":\"" + subject.patient() + "\"}";
      case "cancellation" -> "{\"reason\":\"ASKED\"}";
      case "reschedule" -> "{\"start\":\"2031-03-04T08:00:00Z\",\"end\":\"2031-03-04T08:30:00Z\"}";
      default -> "{}";
    };
  }

  private Set<String> shown(Asker asker, Permission row) {
    return EnumSet.complementOf(EnumSet.of(Whose.NOBODYS)).stream()
        .filter(whose -> asker.may(row, whose))
        .map(whose -> hospital.of(whose).patient())
        .collect(Collectors.toSet());
  }

  /** Nobody where the answer is none. */
  private static Set<String> patients(String body) {
    List<String> patients = JsonPath.from(body).getList("items.patientId", String.class);
    return patients == null ? Set.of() : Set.copyOf(patients);
  }

  private static Permission row(String text) throws IOException {
    return rows().stream()
        .filter(row -> text.equals(row.method() + " " + row.path().text()))
        .findFirst()
        .orElseThrow();
  }

  private static List<Permission> rows() throws IOException {
    return PermissionTable.read(Files.readString(Path.of("../docs/reference/permissions.md")))
        .stream()
        .filter(row -> !row.everybody())
        .toList();
  }
}
