package health.vigil.app.security;

import static health.vigil.app.security.Decision.ALLOWED;
import static health.vigil.app.security.Decision.DEPENDS;
import static health.vigil.app.security.Decision.NOT_BY_ROLE;
import static health.vigil.app.security.Decision.NOT_HERE;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.alert.AlertId;
import health.vigil.app.security.Permissions.Asked;
import health.vigil.patient.PatientId;
import health.vigil.ward.WardId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Iris lies in ward A and is paired with monitor-7, Otto lies in B, Nemo nowhere. */
class DecisionTest {
  private static final Wards A = new Wards(false, Set.of(new WardId("A")));

  private final Permissions permissions =
      new Permissions(
          PermissionTable.read(
              """
              | method | path | nurse | physician | booking-clerk | device | auditor | operator | integration | supervisor |
              |---|---|---|---|---|---|---|---|---|---|
              | GET | `/patients/{patientId}/chart` | own | own or none | — | paired | any | — | any | own |
              | GET | `/wards/{ward}/board` | own | own | — | — | any | — | — | own |
              | GET | `/alerts/{alertId}` | own | own | — | — | any | — | — | own |
              | GET | `/alerts` | own | own | — | — | any | — | — | own |
              """));

  private final Presence memory =
      new Presence() {
        @Override
        public boolean isIn(PatientId patient, Wards wards) {
          return patient.value().equals("iris") && wards.include(new WardId("A"));
        }

        @Override
        public boolean isInOrNowhere(PatientId patient, Wards wards) {
          return isIn(patient, wards);
        }

        @Override
        public boolean concerns(AlertId alert, Wards wards) {
          return false;
        }

        @Override
        public boolean isPaired(String device, PatientId patient) {
          return false;
        }
      };

  private final Places places =
      new Places() {
        @Override
        public Presence remembered() {
          return memory;
        }

        @Override
        public @Nullable WardId wardOf(PatientId patient) {
          return switch (patient.value()) {
            case "iris" -> new WardId("A");
            case "otto" -> new WardId("B");
            default -> null;
          };
        }

        @Override
        public boolean isIn(PatientId patient, Wards wards) {
          return wards.include(wardOf(patient));
        }

        @Override
        public boolean isInOrNowhere(PatientId patient, Wards wards) {
          return patient.value().equals("nemo") || isIn(patient, wards);
        }

        @Override
        public boolean concerns(AlertId alert, Wards wards) {
          return alert.value().equals("alert-of-iris") && wards.include(new WardId("A"));
        }

        @Override
        public boolean isPaired(String device, PatientId patient) {
          return device.equals("monitor-7") && patient.value().equals("iris");
        }
      };

  @Test
  void a_nurse_sees_the_patients_of_her_wards_and_no_other_id() {
    Actor nurse = actor(Role.NURSE, A);

    assertThat(chart(nurse, "iris")).isEqualTo(ALLOWED);
    assertThat(chart(nurse, "otto")).isEqualTo(NOT_HERE);
    assertThat(chart(nurse, "nemo")).isEqualTo(NOT_HERE);
    assertThat(chart(nurse, "nobody")).isEqualTo(NOT_HERE);
    assertThat(chart(nurse, "no%20id")).isEqualTo(NOT_HERE);
  }

  @Test
  void where_it_says_so_a_patient_who_lies_nowhere_may_be_seen_too() {
    Actor physician = actor(Role.PHYSICIAN, A);

    assertThat(chart(physician, "iris")).isEqualTo(ALLOWED);
    assertThat(chart(physician, "nemo")).isEqualTo(ALLOWED);
    assertThat(chart(physician, "nobody")).isEqualTo(NOT_HERE);
    assertThat(chart(physician, "otto")).isEqualTo(NOT_HERE);
  }

  @Test
  void who_has_the_whole_hospital_sees_everybody() {
    assertThat(chart(actor(Role.NURSE, Wards.ALL), "otto")).isEqualTo(ALLOWED);
    assertThat(chart(actor(Role.NURSE, Wards.ALL), "nobody")).isEqualTo(ALLOWED);
    assertThat(chart(actor(Role.AUDITOR, Wards.ALL), "otto")).isEqualTo(ALLOWED);
  }

  @Test
  void a_device_is_for_the_patient_it_is_paired_with() {
    assertThat(chart(device("monitor-7"), "iris")).isEqualTo(ALLOWED);
    assertThat(chart(device("monitor-7"), "otto")).isEqualTo(NOT_HERE);
    assertThat(chart(device("monitor-8"), "iris")).isEqualTo(NOT_HERE);
    assertThat(chart(device(null), "iris")).isEqualTo(NOT_HERE);
  }

  @Test
  void a_ward_in_the_path_must_be_ones_own() {
    Actor nurse = actor(Role.NURSE, A);

    assertThat(decide(nurse, "/wards/A/board")).isEqualTo(ALLOWED);
    assertThat(decide(nurse, "/wards/B/board")).isEqualTo(NOT_HERE);
    assertThat(decide(nurse, "/wards/%20/board")).isEqualTo(NOT_HERE);
  }

  @Test
  void an_alert_must_be_of_ones_own_ward() {
    assertThat(decide(actor(Role.NURSE, A), "/alerts/alert-of-iris")).isEqualTo(ALLOWED);
    assertThat(decide(actor(Role.NURSE, A), "/alerts/alert-of-otto")).isEqualTo(NOT_HERE);
    assertThat(decide(actor(Role.NURSE, A), "/alerts/no%20id")).isEqualTo(NOT_HERE);
    assertThat(decide(actor(Role.AUDITOR, Wards.ALL), "/alerts/alert-of-otto")).isEqualTo(ALLOWED);
  }

  @Test
  void what_names_no_patient_and_no_ward_is_for_who_has_some_ward() {
    assertThat(decide(actor(Role.NURSE, A), "/alerts")).isEqualTo(ALLOWED);
    assertThat(decide(actor(Role.NURSE, Wards.NONE), "/alerts")).isEqualTo(NOT_HERE);
  }

  @Test
  void another_role_does_not_help_and_the_best_of_several_counts() {
    assertThat(chart(actor(Role.OPERATOR, Wards.ALL), "iris")).isEqualTo(NOT_BY_ROLE);
    assertThat(chart(new Actor("x", "x", Map.of(), null, Instant.MAX), "iris"))
        .isEqualTo(NOT_BY_ROLE);
    assertThat(
            chart(
                new Actor(
                    "x",
                    "x",
                    Map.of(Role.NURSE, A, Role.INTEGRATION, Wards.ALL),
                    null,
                    Instant.MAX),
                "otto"))
        .isEqualTo(ALLOWED);
  }

  @Test
  void places_are_asked_only_where_they_matter() {
    assertThat(Decision.atOnce(actor(Role.NURSE, A), chartOf("iris"))).isEqualTo(DEPENDS);
    assertThat(Decision.atOnce(device("monitor-7"), chartOf("iris"))).isEqualTo(DEPENDS);
    assertThat(Decision.atOnce(actor(Role.NURSE, Wards.ALL), chartOf("iris"))).isEqualTo(ALLOWED);
    assertThat(Decision.atOnce(actor(Role.OPERATOR, Wards.ALL), chartOf("iris")))
        .isEqualTo(NOT_BY_ROLE);
  }

  @Test
  void what_is_remembered_permits_and_denies_nothing() {
    Actor nurse = actor(Role.NURSE, A);

    assertThat(Decision.fromMemory(nurse, chartOf("iris"), places)).isEqualTo(ALLOWED);
    assertThat(Decision.fromMemory(nurse, chartOf("otto"), places)).isEqualTo(DEPENDS);
    assertThat(Decision.fromMemory(device("monitor-7"), chartOf("iris"), places))
        .isEqualTo(DEPENDS);
  }

  private static Actor actor(Role role, Wards wards) {
    return new Actor("somebody", "ward-terminal", Map.of(role, wards), null, Instant.MAX);
  }

  private static Actor device(@Nullable String device) {
    return new Actor("d", "gateway", Map.of(Role.DEVICE, Wards.ALL), device, Instant.MAX);
  }

  private Decision chart(Actor actor, String patient) {
    return Decision.of(actor, chartOf(patient), places);
  }

  private Asked chartOf(String patient) {
    return asked("/patients/" + patient + "/chart");
  }

  private Decision decide(Actor actor, String path) {
    return Decision.of(actor, asked(path), places);
  }

  private Asked asked(String path) {
    return permissions.find("GET", path).orElseThrow();
  }
}
