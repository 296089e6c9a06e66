package health.vigil.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.app.security.Actor;
import health.vigil.app.security.Role;
import health.vigil.app.security.Wards;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessNoteTest {
  static final Actor NURSE =
      new Actor(
          "nurse-1",
          "ward-tablet",
          Map.of(Role.SUPERVISOR, Wards.ALL, Role.NURSE, Wards.ALL),
          null,
          Instant.MAX);

  @Test
  void whatIsNamedIsNoted() {
    AccessNote note = note(Map.of("patientId", "p-1", "ward", "A", "alertId", "alert-1"));

    assertThat(note.patient()).isEqualTo("p-1");
    assertThat(note.ward()).isEqualTo("A");
    assertThat(note.alert()).isEqualTo("alert-1");
    assertThat(note.roles()).isEqualTo("NURSE,SUPERVISOR");
    assertThat(note.trace()).isNull();
  }

  @Test
  void whatCanBeNoIdMayBeAnythingAndIsNotNoted() {
    AccessNote note = note(Map.of("patientId", "Ada Meadows", "ward", "Ada Meadows"));

    assertThat(note.patient()).isNull();
    assertThat(note.toString()).doesNotContain("Meadows");
  }

  @ParameterizedTest
  @CsvSource({
    "200, ALLOWED",
    "304, ALLOWED",
    "401, DENIED",
    "403, DENIED",
    "404, FAILED",
    "503, FAILED"
  })
  void theOutcomeIsThatOfTheStatus(int status, Outcome outcome) {
    assertThat(Outcome.of(status)).isEqualTo(outcome);
  }

  @Test
  void aTraceIsOneOfW3cTraceContextOrNone() {
    assertThat(Trace.of("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"))
        .isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    assertThat(Trace.of("Ada Meadows")).isNull();
    assertThat(Trace.of(null)).isNull();
  }

  static AccessNote note(Map<String, String> named) {
    return AccessNote.of(NURSE, "GET", "/api/v1/wards/{ward}/board", named, 200, null);
  }
}
