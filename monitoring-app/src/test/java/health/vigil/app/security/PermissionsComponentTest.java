package health.vigil.app.security;

import static health.vigil.app.Tokens.bearer;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.app.Api;
import health.vigil.app.ComponentTestBase;
import health.vigil.app.Tokens;
import health.vigil.issuer.TokenRequest;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Asks every endpoint as every role, about patients and wards that are its own and that are not.
 */
@QuarkusTest
class PermissionsComponentTest extends ComponentTestBase {
  private static final int UNAUTHENTICATED = 401;
  private static final int FORBIDDEN = 403;

  /** What says in a path whom or what it is about. */
  private static final List<String> SUBJECTS = List.of("{patientId}", "{ward}", "{alertId}");

  private enum Whose {
    OWN,
    OTHERS,
    NOBODYS
  }

  /** Somebody asked for, by the ids that stand in paths. */
  private record Subject(Whose whose, Map<String, String> ids) {}

  @Test
  void everybody_may_do_what_the_table_says_and_nothing_else() throws IOException {
    String ward = api.newWard();
    List<Subject> subjects = subjects(ward);
    List<String> wrong = new ArrayList<>();
    int asked = 0;
    for (Role role : Role.values()) {
      String token = bearer(token(role, ward));
      for (Permission row : rows()) {
        for (Subject subject : subjects) {
          int status = Asking.inVain(row.method(), path(row, subject), token).statusCode();
          asked++;
          boolean isDenied = status == FORBIDDEN;
          if (status == UNAUTHENTICATED || isDenied == isAllowed(row, role, subject.whose())) {
            wrong.add(role + " " + row.method() + path(row, subject) + ": " + status);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(asked).isGreaterThan(1000);
  }

  @Test
  void without_a_token_nobody_may_do_anything() throws IOException {
    Subject subject = new Subject(Whose.NOBODYS, Map.of());
    for (Permission row : rows()) {
      assertThat(Asking.inVain(row.method(), path(row, subject), null).statusCode())
          .as(row.path().text())
          .isEqualTo(UNAUTHENTICATED);
    }
  }

  /** What a cell means, said once more and otherwise than in the application. */
  private static boolean isAllowed(Permission row, Role role, Whose whose) {
    boolean isOfSomebody = SUBJECTS.stream().anyMatch(row.path().text()::contains);
    return switch (row.reachOf(role)) {
      case NOTHING, PAIRED -> false;
      case ANY -> true;
      case OWN -> whose == Whose.OWN || !isOfSomebody;
      case OWN_OR_NONE -> whose != Whose.OTHERS || !isOfSomebody;
    };
  }

  private static String path(Permission row, Subject subject) {
    String path = row.path().text();
    for (Map.Entry<String, String> variable : subject.ids().entrySet()) {
      path = path.replace("{" + variable.getKey() + "}", variable.getValue());
    }
    return path.replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
  }

  private static List<Permission> rows() throws IOException {
    return PermissionTable.read(Files.readString(Path.of("../docs/reference/permissions.md")))
        .stream()
        .filter(row -> !row.everybody())
        .toList();
  }

  private List<Subject> subjects(String ward) {
    return List.of(
        subject(Whose.OWN, ward),
        subject(Whose.OTHERS, api.newWard()),
        new Subject(
            Whose.NOBODYS, Map.of("ward", api.newWard(), "patientId", api.registerPatient())));
  }

  /** A patient who is ill enough for an alert. */
  private Subject subject(Whose whose, String ward) {
    String patient = api.admittedPatient(ward, "1");
    api.observe(patient, Api.deterioration());
    eventually(
        () -> assertThat(api.get("/alerts?ward=" + ward).getList("items.alertId")).isNotEmpty());
    String alert = api.get("/alerts?ward=" + ward).getString("items[0].alertId");
    return new Subject(whose, Map.of("ward", ward, "patientId", patient, "alertId", alert));
  }

  private static String token(Role role, String ward) {
    TokenRequest who = TokenRequest.of(role.kebab() + "-1");
    return Tokens.of(role.isOfWards() ? who.as(role.kebab(), ward) : who.as(role.kebab()));
  }
}
