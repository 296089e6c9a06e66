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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Asks every endpoint as every role, about patients and wards that are its own and that are not. */
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

  @Test
  void everybody_may_do_what_the_table_says_and_nothing_else() throws IOException {
    Map<Whose, Map<String, String>> subjects = subjects();
    Map<Role, String> tokens = tokens(String.valueOf(subjects.get(Whose.OWN).get("ward")));
    List<String> wrong = new ArrayList<>();
    int asked = 0;
    for (Permission row : rows()) {
      for (Role role : Role.values()) {
        for (Whose whose : Whose.values()) {
          int status = ask(row, subjects.get(whose), String.valueOf(tokens.get(role)));
          asked++;
          if (isAllowed(row, role, whose) == (status == FORBIDDEN) || status == UNAUTHENTICATED) {
            wrong.add(role + ", " + whose + ": " + row.method() + " " + row.path().text() + " " + status);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(asked).isGreaterThan(1000);
  }

  @Test
  void nobody_may_do_anything() throws IOException {
    Map<String, String> subject = subjects().get(Whose.OWN);
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

  private static int ask(Permission row, Map<String, String> subject, String token) {
    return Asking.inVain(row.method(), path(row, subject), bearer(token)).statusCode();
  }

  private static String path(Permission row, Map<String, String> subject) {
    String path = row.path().text();
    for (Map.Entry<String, String> variable : subject.entrySet()) {
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

  /** The ids that stand in paths. */
  private Map<Whose, Map<String, String>> subjects() {
    String own = api.newWard();
    String other = api.newWard();
    return Map.of(
        Whose.OWN,
        subject(own, api.admittedPatient(own, "1")),
        Whose.OTHERS,
        subject(other, api.admittedPatient(other, "1")),
        Whose.NOBODYS,
        Map.of("ward", api.newWard(), "patientId", api.registerPatient()));
  }

  /** A patient who is ill enough for an alert. */
  private Map<String, String> subject(String ward, String patient) {
    api.observe(patient, Api.deterioration());
    eventually(
        () -> assertThat(api.get("/alerts?ward=" + ward).getList("items.alertId")).isNotEmpty());
    String alert = api.get("/alerts?ward=" + ward).getString("items[0].alertId");
    return Map.of("ward", ward, "patientId", patient, "alertId", alert);
  }

  private static Map<Role, String> tokens(String ward) {
    Map<Role, String> tokens = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      TokenRequest who = TokenRequest.of(role.kebab() + "-1");
      tokens.put(
          role, Tokens.of(role.isOfWards() ? who.as(role.kebab(), ward) : who.as(role.kebab())));
    }
    return tokens;
  }
}
